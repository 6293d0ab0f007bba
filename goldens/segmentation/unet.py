"""U-Net in PyTorch, for comparison."""
import torch
from torch import nn
from torch.nn import functional as F


class DoubleConv(nn.Module):
    def __init__(self, i, o, mid=None):
        super().__init__()
        layers = []
        for a, b in (i, mid or o), (mid or o, o):
            layers += [nn.Conv2d(a, b, 3, padding=1, bias=False), nn.BatchNorm2d(b), nn.ReLU(inplace=True)]
        self.double_conv = nn.Sequential(*layers)

    def forward(self, x):
        return self.double_conv(x)


class Down(nn.Module):
    def __init__(self, i, o):
        super().__init__()
        self.maxpool_conv = nn.Sequential(nn.MaxPool2d(2), DoubleConv(i, o))

    def forward(self, x):
        return self.maxpool_conv(x)


class Up(nn.Module):
    def __init__(self, i, o, bilinear=True):
        super().__init__()
        if bilinear:
            self.up = nn.Upsample(scale_factor=2, mode="bilinear", align_corners=True)
        else:
            self.up = nn.ConvTranspose2d(i, i // 2, kernel_size=2, stride=2)
        self.conv = DoubleConv(i, o, i // 2 if bilinear else None)

    def forward(self, deep, skip):
        deep = self.up(deep)
        pad = []
        for dim in 3, 2:
            missing = skip.shape[dim] - deep.shape[dim]
            pad += [missing // 2, missing - missing // 2]
        # without a copy where there is nothing to pad
        return self.conv(torch.cat([skip, F.pad(deep, pad) if any(pad) else deep], 1))


class OutConv(nn.Module):
    def __init__(self, i, o):
        super().__init__()
        self.conv = nn.Conv2d(i, o, 1)

    def forward(self, x):
        return self.conv(x)


class UNet(nn.Module):
    def __init__(self, channels, classes, bilinear=True):
        super().__init__()
        f = 2 if bilinear else 1
        self.inc = DoubleConv(channels, 64)
        for n, (i, o) in enumerate([(64, 128), (128, 256), (256, 512), (512, 1024 // f)], 1):
            setattr(self, f"down{n}", Down(i, o))
        for n, (i, o) in enumerate([(1024, 512 // f), (512, 256 // f), (256, 128 // f), (128, 64)], 1):
            setattr(self, f"up{n}", Up(i, o, bilinear))
        self.outc = OutConv(64, classes)

    def forward(self, x):
        maps = [self.inc(x)]
        for n in range(1, 5):
            maps.append(getattr(self, f"down{n}")(maps[-1]))
        up = maps.pop()
        for n in range(1, 5):
            up = getattr(self, f"up{n}")(up, maps.pop())
        return self.outc(up)
