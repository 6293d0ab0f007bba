"""The networks of dev.jtorch.summary.SummaryNets."""
import torch
import torch.nn.functional as F
from torch import nn


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


class Bottleneck(nn.Module):
    """A residual block with a projection where the channels change."""

    def __init__(self, channels, out, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, out, 3, stride=stride, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(out)
        self.conv2 = nn.Conv2d(out, out, 3, padding=1, groups=2, bias=False)
        self.bn2 = nn.BatchNorm2d(out)
        self.relu = nn.ReLU(inplace=True)
        self.downsample = None
        if stride != 1:
            self.downsample = nn.Sequential(nn.Conv2d(channels, out, 1, stride=stride, bias=False), nn.BatchNorm2d(out))

    def forward(self, x):
        y = self.bn2(self.conv2(self.relu(self.bn1(self.conv1(x)))))
        return self.relu(y + (x if self.downsample is None else self.downsample(x)))


class Residual(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(3, 4, (7, 5), stride=2, padding=(3, 2)), nn.MaxPool2d(3, 2, 1))
        self.layer1 = nn.Sequential(Bottleneck(4, 4, 1), Bottleneck(4, 4, 1))
        self.layer2 = nn.Sequential(Bottleneck(4, 8, 2), Bottleneck(8, 8, 1))
        self.pool = nn.AvgPool2d((2, 2))
        self.fc = nn.Linear(8, 5)

    def forward(self, x):
        return self.fc(self.pool(self.layer2(self.layer1(self.stem(x)))).flatten(1))


class DoubleConv(nn.Module):
    def __init__(self, channels, out):
        super().__init__()
        self.double_conv = nn.Sequential(nn.Conv2d(channels, out, 3, padding=1), nn.ReLU(inplace=True),
                                         nn.Conv2d(out, out, 3, padding=1), nn.ReLU(inplace=True))

    def forward(self, x):
        return self.double_conv(x)


class Up(nn.Module):
    """Two inputs: the map from below, and the one that skips the bottom."""

    def __init__(self, channels, out):
        super().__init__()
        self.up = nn.Upsample(scale_factor=2, mode="bilinear", align_corners=True)
        self.conv = DoubleConv(channels, out)

    def forward(self, below, skipped):
        return self.conv(torch.cat([skipped, self.up(below)], 1))


class UNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.inc = DoubleConv(3, 4)
        self.down1 = nn.Sequential(nn.MaxPool2d(2), DoubleConv(4, 8))
        self.down2 = nn.Sequential(nn.MaxPool2d(2), DoubleConv(8, 8))
        self.up1 = Up(16, 4)
        self.up2 = Up(8, 4)
        self.outc = nn.Conv2d(4, 2, 1)

    def forward(self, x):
        x1 = self.inc(x)
        x2 = self.down1(x1)
        return self.outc(self.up2(self.up1(self.down2(x2), x2), x1))


class Pair(nn.Module):
    """Two inputs of different sizes."""

    def __init__(self):
        super().__init__()
        self.left = nn.Linear(3, 4)
        self.right = nn.Linear(5, 4)
        self.out = nn.Linear(4, 2)

    def forward(self, left, right):
        return self.out(self.left(left) + self.right(right.float()))


class Cell(nn.Module):
    """Parameters under a recurrent layer's names, and a nested result."""

    def __init__(self):
        super().__init__()
        self.weight_ih_l0 = nn.Parameter(torch.ones(4, 3))
        self.weight_hh_l0 = nn.Parameter(torch.ones(4, 4))
        self.bias_l0 = nn.Parameter(torch.ones(4))
        self.start = nn.Parameter(torch.ones(4), requires_grad=False)

    def forward(self, x):
        h = self.start.expand(x.size(0), 4)
        steps = []
        for step in x.unbind(1):
            h = torch.tanh(step @ self.weight_ih_l0.t() + h @ self.weight_hh_l0.t() + self.bias_l0)
            steps.append(h)
        return torch.stack(steps, 1), (h, h * 2)


class Recurrent(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = Cell()
        self.head = nn.Linear(4, 2)

    def forward(self, x):
        _, (h, _) = self.cell(x)
        return self.head(h)


class Scales(nn.Module):
    """Nested tuples and maps as results."""

    def __init__(self):
        super().__init__()
        self.body = Body()
        self.head = Head()

    def forward(self, x):
        return self.head(self.body(x))["small"]


class Body(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv1d(2, 3, 3)
        self.pool = nn.AvgPool1d(2)
        self.max = nn.MaxPool1d(2)

    def forward(self, x):
        y = self.conv(x)
        return [(self.pool(y), y)], self.max(y)


class Head(nn.Module):
    """Takes a tuple as its one input."""

    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 2)

    def forward(self, levels):
        return {"large": levels[1], "small": self.fc(levels[1])}


def pruned():
    """A linear layer of which a mask keeps four weights, and one whose bias is frozen."""
    layer = nn.Linear(3, 2)
    layer.register_parameter("weight_orig", layer._parameters.pop("weight"))
    layer.register_buffer("weight_mask", torch.tensor([[1., 0, 1], [0, 1, 1]]))
    layer.weight = layer.weight_orig * layer.weight_mask
    half = nn.Linear(2, 2)
    half.bias.requires_grad_(False)
    return nn.Sequential(layer, half)


def stem():
    """The first layers of a residual network, as the one child."""
    return Stem(nn.Sequential(nn.Conv2d(3, 64, 7, stride=2, padding=3, bias=False), nn.BatchNorm2d(64), nn.ReLU()))


class Stem(nn.Module):
    def __init__(self, layer0):
        super().__init__()
        self.layer0 = layer0

    def forward(self, x):
        return self.layer0(x)


class Twice(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 4)

    def forward(self, x):
        return self.fc(self.fc(x))


class Scale(nn.Module):
    """A parameter under a name of its own."""

    def __init__(self):
        super().__init__()
        self.scale = nn.Parameter(torch.ones(5))

    def forward(self, x):
        return x * self.scale


class Scaled(nn.Module):
    def __init__(self):
        super().__init__()
        self.scale = Scale()
        self.norm = nn.BatchNorm1d(5)

    def forward(self, x):
        return self.norm(self.scale(x))


class Heads(nn.Module):
    """Returns a tuple of maps."""

    def __init__(self):
        super().__init__()
        self.box = nn.Conv2d(3, 2, 1)
        self.score = nn.Conv2d(3, 1, 1)

    def forward(self, x):
        return self.box(x), self.score(x)


class Detector(nn.Module):
    def __init__(self):
        super().__init__()
        self.heads = Heads()

    def forward(self, x):
        return self.heads(x)


class Sum(nn.Module):
    """Two inputs of one size."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 1, 1)

    def forward(self, left, right):
        return self.conv(left + right)
