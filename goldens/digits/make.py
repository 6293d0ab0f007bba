"""Packs scikit-learn's copy of the UCI digits for dev.jtorch.vision.datasets.Digits, and prints facts about them.

Made with scikit-learn 1.9.1 and torch 2.10.0; no randomness. From the root of the repository:
    python goldens/digits/make.py
It writes the resource (gzip of 1797 x 64 pixels from 0 to 16, then 1797 labels, a byte each) and golden/digits/facts.txt.
"""
import gzip
from pathlib import Path

import torch
from sklearn import __version__
from sklearn.datasets import load_digits

VISION = Path(__file__).parents[2] / "jtorch-vision/src"
RESOURCE = VISION / "main/resources/dev/jtorch/vision/datasets/digits.gz"
FACTS = VISION / "test/resources/golden/digits/facts.txt"


def facts(name, images, labels):
    inputs = images.float().div(16).unsqueeze(1)
    yield f"{name}.size", len(labels)
    yield f"{name}.shape", list(inputs.shape)
    yield f"{name}.counts", labels.bincount().tolist()
    yield f"{name}.first_labels", labels[:12].tolist()
    yield f"{name}.first_image", inputs[0].flatten().tolist()
    yield f"{name}.last_image", inputs[-1].flatten().tolist()
    yield f"{name}.sum", inputs.double().sum().item()
    yield f"{name}.sum_by_label", (inputs.double().sum((1, 2, 3)) * labels).sum().item()


if __name__ == "__main__":
    digits = load_digits()
    pixels = digits.images.astype("uint8")
    target = digits.target.astype("uint8")
    RESOURCE.parent.mkdir(parents=True, exist_ok=True)
    RESOURCE.write_bytes(gzip.compress(pixels.tobytes() + target.tobytes(), compresslevel=9, mtime=0))

    images, labels = torch.from_numpy(pixels), torch.from_numpy(target).long()
    test = torch.arange(len(labels)) % 5 == 0
    lines = [f"# by goldens/digits/make.py: scikit-learn {__version__}, torch {torch.__version__}"]
    for part in (facts("train", images[~test], labels[~test]), facts("test", images[test], labels[test])):
        lines += [f"{key}\t{value}" for key, value in part]
    FACTS.parent.mkdir(parents=True, exist_ok=True)
    FACTS.write_text("\n".join(lines) + "\n")
