"""Compares the logits of all builders with torchvision's, on images of 224x224, with the same weights.

Needs torch, torchvision and safetensors (used: 2.10.0, 0.25.0, 0.8.0) and 4 GB of memory. From the root of the repository:
    python goldens/models/compare.py [NAME...]
For each network the largest difference as a part of the largest logit: in evaluation, in training, and in training in float64.
Exits 1 where one is above 1e-4. Training in float32 is shown but not judged: there the deepest networks are further than that
from float64 in PyTorch itself.
"""
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torchvision import models

from make import BUILDERS
from nets import images, randomize, seeded

ROOT = Path(__file__).parents[2]
LIMIT = 1e-4


def class_path():
    file = ROOT / "jtorch-vision/target-quick/compare-classpath.txt"
    subprocess.run(
        ["mvn", "-o", "-q", "-B", "-Djtorch.quick", "-pl", ":jtorch-vision", "-am", "test-compile",
         "dependency:build-classpath", f"-Dmdep.outputFile={file.relative_to(ROOT / 'jtorch-vision')}",
         "-Dmdep.includeScope=test"], cwd=ROOT, check=True)
    classes = [ROOT / "jtorch-vision/target-quick" / name for name in ("classes", "test-classes")]
    return os.pathsep.join([*map(str, classes), file.read_text()])


def forward(net, images):
    torch.manual_seed(3)  # for dropout
    with torch.no_grad():
        return net(images)


def expected(net, images, state):
    yield "eval", forward(net.eval(), images)
    yield "train", forward(net.train(), images)
    net.load_state_dict(state)
    yield "train float64", forward(net.double(), images.double())


def compare(name, classes, folder):
    net = seeded(getattr(models, name))
    randomize(net)
    state = {key: tensor.clone() for key, tensor in net.state_dict().items()}
    shots = images(2, 3, 224, 224)
    save_file(state, folder / "state.safetensors")
    save_file({"images": shots}, folder / "images.safetensors")
    subprocess.run(["java", "-cp", classes, "dev.jtorch.vision.models.WriteLogits", name, folder], check=True)
    found = load_file(folder / "logits.safetensors")
    worst = 0
    for mode, logits in expected(net, shots, state):
        difference = ((found[mode] - logits).abs().max() / logits.abs().max()).item()
        worst = max(worst, difference if mode != "train" else 0)
        print(f"{name:17} {mode:13} {difference:.1e}", flush=True)
    return worst


def main():
    classes = class_path()
    with tempfile.TemporaryDirectory() as folder:
        worst = max(compare(name, classes, Path(folder)) for name in sys.argv[1:] or BUILDERS)
    print(f"largest difference: {worst:.1e}")
    sys.exit(worst > LIMIT)


if __name__ == "__main__":
    main()
