"""Summaries of networks of torchvision's and of a U-Net, for dev.jtorch.vision.models.SummariesTest.

Made with torchinfo 1.8.0, torchsummary 1.5.1, torch 2.10.0, torchvision 0.25.0 and Python 3.11; the tables do not depend on
a seed. From the root of the repository:
    python goldens/summary/models.py
It writes jtorch-vision/src/test/resources/golden/models/summaries.txt: a line "== name" before each table, and at its end
the printed convrelu, and the keys of the toy network's stem.
"""
import importlib.metadata
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn
from torchvision import models

from make import torchinfos, torchsummarys

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


class DoubleConv(nn.Module):
    def __init__(self, channels, out, middle=None):
        super().__init__()
        middle = middle or out
        self.double_conv = nn.Sequential(
            nn.Conv2d(channels, middle, 3, padding=1, bias=False), nn.BatchNorm2d(middle), nn.ReLU(inplace=True),
            nn.Conv2d(middle, out, 3, padding=1, bias=False), nn.BatchNorm2d(out), nn.ReLU(inplace=True))

    def forward(self, x):
        return self.double_conv(x)


class Down(nn.Module):
    def __init__(self, channels, out):
        super().__init__()
        self.maxpool_conv = nn.Sequential(nn.MaxPool2d(2), DoubleConv(channels, out))

    def forward(self, x):
        return self.maxpool_conv(x)


class Up(nn.Module):
    def __init__(self, channels, out):
        super().__init__()
        self.up = nn.Upsample(scale_factor=2, mode="bilinear", align_corners=True)
        self.conv = DoubleConv(channels, out, channels // 2)

    def forward(self, below, skipped):
        below = self.up(below)
        dy, dx = skipped.size(2) - below.size(2), skipped.size(3) - below.size(3)
        below = F.pad(below, [dx // 2, dx - dx // 2, dy // 2, dy - dy // 2])
        return self.conv(torch.cat([skipped, below], 1))


class OutConv(nn.Module):
    def __init__(self, channels, out):
        super().__init__()
        self.conv = nn.Conv2d(channels, out, 1)

    def forward(self, x):
        return self.conv(x)


class UNet(nn.Module):
    """Of Ronneberger et al. 2015, padded, with batch norm and bilinear upsampling."""

    def __init__(self, channels, classes):
        super().__init__()
        self.inc = DoubleConv(channels, 64)
        self.down1 = Down(64, 128)
        self.down2 = Down(128, 256)
        self.down3 = Down(256, 512)
        self.down4 = Down(512, 512)
        self.up1 = Up(1024, 256)
        self.up2 = Up(512, 128)
        self.up3 = Up(256, 64)
        self.up4 = Up(128, 64)
        self.outc = OutConv(64, classes)

    def forward(self, x):
        x1 = self.inc(x)
        x2 = self.down1(x1)
        x3 = self.down2(x2)
        x4 = self.down3(x3)
        x = self.up1(self.down4(x4), x4)
        return self.outc(self.up4(self.up3(self.up2(x, x3), x2), x1))


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
