"""Summaries of networks of torchvision's and of a U-Net, for dev.jtorch.vision.models.SummariesTest.

Made with torchinfo 1.8.0, torchsummary 1.5.1, torch 2.10.0, torchvision 0.25.0 and Python 3.11; the tables do not depend on
a seed. From the root of the repository:
    python goldens/summary/models.py
It writes jtorch-vision/src/test/resources/golden/models/summaries.txt: a line "== name" before each table, and at its end
the printed convrelu, and the keys of the toy network's stem.
"""
import importlib.metadata
import sys
from pathlib import Path

from torch import nn
from torchvision import models

from make import torchinfos, torchsummarys

sys.path.append(str(Path(__file__).parents[1] / "segmentation"))
from unet import UNet

OUT = Path(__file__).parents[2] / "jtorch-vision/src/test/resources/golden/models/summaries.txt"
PACKAGES = ("torchinfo", "torchsummary", "torch", "torchvision")
STEM = ("base_model.conv1", "base_model.bn1", "layer0")
COLUMNS = ("kernel_size", "output_size", "num_params", "mult_adds")


def convrelu(channels, out, kernel, padding):
    return nn.Sequential(nn.Conv2d(channels, out, kernel, padding=padding), nn.ReLU(inplace=True))


class ResNetUNet(nn.Module):
    """The stem of a residual network, once more under a second name."""

    def __init__(self):
        super().__init__()
        self.base_model = models.resnet18()
        self.base_layers = list(self.base_model.children())
        self.layer0 = nn.Sequential(*self.base_layers[:3])

    def forward(self, x):
        print(x.shape)
        return self.layer0(x)


class Once(ResNetUNet):
    """Lets torchsummary visit each module once, as a set of registered modules in it would."""

    def apply(self, visit):
        for module in dict.fromkeys(reversed(list(self.modules()))):
            visit(module)


class OnlyLayer0(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer0 = nn.Sequential(*list(models.resnet18().children())[:3])

    def forward(self, x):
        return self.layer0(x)


def toy():
    """The text without what the network's forward prints."""
    return torchsummarys(ResNetUNet(), (3, 224, 224), -1).split("\n", 1)[1]


if __name__ == "__main__":
    tables = {
        "toy": toy(),
        "toy_once": torchsummarys(Once(), (3, 224, 224), -1).split("\n", 1)[1],
        "only_layer0": torchsummarys(OnlyLayer0(), (3, 224, 224), -1),
        "resnet18": torchsummarys(models.resnet18(), (3, 224, 224), -1),
        "unet": torchsummarys(UNet(3, 2), (3, 64, 64), -1),
        "resnet18_torchinfo": torchinfos(models.resnet18(), (1, 3, 224, 224), {}),
        "resnet50_torchinfo": torchinfos(models.resnet50(), (2, 3, 64, 64),
                                         dict(depth=2, col_names=COLUMNS, col_width=20)),
        "unet_torchinfo": torchinfos(UNet(3, 2), (1, 3, 64, 64), dict(row_settings=("var_names", "depth"))),
        "toy_torchinfo": torchinfos(ResNetUNet(), (2, 3, 224, 224), {}),
        "convrelu": str(convrelu(3, 64, 3, 1)),
        "toy_keys": "\n".join(k for k in ResNetUNet().state_dict() if k.startswith(STEM)),
    }
    versions = ", ".join(f"{p} {importlib.metadata.version(p)}" for p in PACKAGES)
    text = f"# by goldens/summary/models.py: {versions}\n" + "".join(f"== {name}\n{table}\n" for name, table in tables.items())
    assert len(text.encode()) < 50_000, len(text.encode())
    OUT.write_text(text)
