"""Writes the names of ImageNet's 1,000 classes, as torchvision 0.25.0's weights give them, a line each.

From the root of the repository:
    python goldens/images/labels.py
"""
from pathlib import Path

from torchvision.models import ResNet18_Weights

RESOURCE = Path(__file__).parents[2] / "jtorch-vision/src/main/resources/dev/jtorch/vision/datasets/imagenet.txt"

if __name__ == "__main__":
    labels = ResNet18_Weights.DEFAULT.meta["categories"]
    assert len(labels) == 1000 and not any("\n" in label for label in labels)
    RESOURCE.write_text("\n".join(labels) + "\n", encoding="utf-8")
    print(len(set(labels)), "different ones;", labels[0], labels[281], labels[134], labels[517], labels[999],
          sum(map(len, labels)), [i for i, x in enumerate(labels) if x in ("crane", "maillot", "crane (bird)")], [l for l in labels if not l.isascii()])
