"""Tables that torchinfo prints for the networks of dev.jtorch.summary.SummaryTest.

Made with torchinfo 1.8.0, torch 2.10.0 and Python 3.11 (older Pythons print "(M)" for "(Units.MEGABYTES)"); the tables do
not depend on a seed. From the root of the repository:
    python goldens/summary/make.py
It writes jtorch-core/src/test/resources/golden/summary/tables.txt: a line "== name" before each table.
"""
from pathlib import Path

import torch
import torch.nn.functional as F
import torchinfo
from torch import nn

OUT = Path(__file__).parents[2] / "jtorch-core/src/test/resources/golden/summary/tables.txt"


class LeNet(nn.Module):
    """Layers beside functions."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 16, 3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(16)
        self.conv2 = nn.Conv2d(16, 32, 3, padding=1)
        self.fc = nn.Linear(32 * 2 * 2, 10)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.bn1(self.conv1(x))), 2)
        x = F.max_pool2d(F.relu(self.conv2(x)), 2)
        return self.fc(x.flatten(1))


class Block(nn.Module):
    """Calls its ReLU twice, and an empty container."""

    def __init__(self, channels):
        super().__init__()
        self.conv = nn.Conv2d(channels, channels, 3, padding=1)
        self.bn = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU()
        self.shortcut = nn.Sequential()

    def forward(self, x):
        return self.relu(self.relu(self.bn(self.conv(x))) + self.shortcut(x))


class Deep(nn.Module):
    """Five levels, of which three are shown."""

    def __init__(self):
        super().__init__()
        stage = nn.Sequential(nn.Sequential(Block(4), Block(4)), nn.MaxPool2d(2))
        self.features = nn.Sequential(nn.Conv2d(3, 4, 1), stage)
        self.head = nn.Linear(4, 5)

    def forward(self, x):
        return self.head(self.features(x).mean((2, 3)))


class Shared(nn.Module):
    """One linear layer three times, once under a second name."""

    def __init__(self):
        super().__init__()
        self.first = nn.Linear(6, 6)
        self.again = self.first
        self.last = nn.Linear(6, 2, bias=False)

    def forward(self, x):
        return self.last(self.again(self.first(self.first(x))))


class Lists(nn.Module):
    """Lists of modules, which are never called, one inside the other, and one of them left and entered again."""

    def __init__(self):
        super().__init__()
        self.stem = nn.Linear(4, 4)
        self.stages = nn.ModuleList([nn.ModuleList([nn.Linear(4, 4), nn.ReLU()]), nn.ModuleList([nn.Linear(4, 3)])])
        self.norm = nn.BatchNorm1d(4)

    def forward(self, x):
        x = self.stages[0][1](self.stages[0][0](self.stem(x)))
        return self.stages[1][0](self.norm(x))


class Partly(nn.Module):
    """Parameters of its own, frozen ones, and a layer that is not called."""

    def __init__(self):
        super().__init__()
        self.scale = nn.Parameter(torch.ones(7))
        self.frozen = nn.Linear(7, 7).requires_grad_(False)
        self.unused = nn.Linear(7, 3)
        self.out = nn.Linear(7, 2)

    def forward(self, x):
        return self.out(self.frozen(x) * self.scale)


class AnEncoderWithAVeryLongNameThatNeedsAWiderFirstColumn(nn.Module):
    """Two results."""

    def __init__(self):
        super().__init__()
        self.mean = nn.Linear(8, 3)
        self.deviation = nn.Linear(8, 3)

    def forward(self, x):
        return self.mean(x), self.deviation(x)


class Wide(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = AnEncoderWithAVeryLongNameThatNeedsAWiderFirstColumn()
        self.decoder = nn.Linear(3, 8)

    def forward(self, x):
        mean, deviation = self.encoder(x)
        return self.decoder(mean + deviation)


def heavy():
    return nn.Sequential(nn.Conv2d(3, 256, 7, padding=3), nn.ReLU(), nn.Conv2d(256, 512, 3, padding=1),
                         nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(512, 1000))


NETS = {
    "lenet": (LeNet(), (1, 1, 8, 8)),
    "lenet_batch_64": (LeNet(), (64, 1, 8, 8)),
    "deep": (Deep(), (2, 3, 6, 6)),
    "shared": (Shared(), (5, 6)),
    "lists": (Lists(), (2, 4)),
    "partly": (Partly(), (3, 7)),
    "wide": (Wide(), (1, 8)),
    "heavy": (heavy(), (2, 3, 64, 64)),
    "leaf": (nn.Linear(1000, 1000), (500, 1000)),
    "nothing": (nn.ReLU(), (3,)),
}

if __name__ == "__main__":
    lines = [f"# by goldens/summary/make.py: torchinfo {torchinfo.__version__}, torch {torch.__version__}"]
    for name, (net, size) in NETS.items():
        lines += [f"== {name}", str(torchinfo.summary(net, size, verbose=0))]
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text("\n".join(lines) + "\n")
