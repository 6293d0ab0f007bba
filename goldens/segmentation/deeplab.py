"""DeepLabV3+ in PyTorch, for comparison: its structure as known from the public implementation with these keys."""
import math

import torch
from torch import nn
from torch.nn import functional as F
from torchvision.models.resnet import Bottleneck


def resize(x, like):
    return F.interpolate(x, size=like.shape[2:], mode="bilinear", align_corners=True)


def plain(module):
    if isinstance(module, nn.BatchNorm2d):
        nn.init.ones_(module.weight)
        nn.init.zeros_(module.bias)


def draw(module):
    for m in module.modules():
        if isinstance(m, nn.Conv2d):
            nn.init.kaiming_normal_(m.weight)
        plain(m)


class ResNet(nn.Module):
    def __init__(self, blocks, stride=16):
        super().__init__()
        third = 16 // stride
        self.conv1 = nn.Conv2d(3, 64, 7, stride=2, padding=3, bias=False)
        self.bn1 = nn.BatchNorm2d(64)
        self.relu = nn.ReLU(inplace=True)
        self.maxpool = nn.MaxPool2d(3, stride=2, padding=1)
        self.layer1 = self.stage(64, 64, 1, [1] * blocks[0])
        self.layer2 = self.stage(256, 128, 2, [1] * blocks[1])
        self.layer3 = self.stage(512, 256, 2 // third, [third] * blocks[2])
        self.layer4 = self.stage(1024, 512, 1, [2 * third * grid for grid in (1, 2, 4)])
        for m in self.modules():
            if isinstance(m, nn.Conv2d):
                n = m.kernel_size[0] * m.kernel_size[1] * m.out_channels
                m.weight.data.normal_(0, math.sqrt(2.0 / n))
            plain(m)

    @staticmethod
    def stage(i, planes, stride, dilations):
        shortcut = nn.Sequential(nn.Conv2d(i, planes * 4, 1, stride=stride, bias=False), nn.BatchNorm2d(planes * 4))
        stage = [Bottleneck(i, planes, stride, shortcut, dilation=dilations[0])]
        stage += [Bottleneck(planes * 4, planes, dilation=d) for d in dilations[1:]]
        return nn.Sequential(*stage)

    def forward(self, x):
        low = self.layer1(self.maxpool(self.relu(self.bn1(self.conv1(x)))))
        return self.layer4(self.layer3(self.layer2(low))), low


class InvertedResidual(nn.Module):
    def __init__(self, i, o, stride, dilation, expansion):
        super().__init__()
        hidden = i * expansion
        self.adds = stride == 1 and i == o
        self.border = dilation
        layers = []
        if expansion != 1:
            layers += [nn.Conv2d(i, hidden, 1, bias=False), nn.BatchNorm2d(hidden), nn.ReLU6(inplace=True)]
        layers += [nn.Conv2d(hidden, hidden, 3, stride=stride, dilation=dilation, groups=hidden, bias=False),
                   nn.BatchNorm2d(hidden), nn.ReLU6(inplace=True),
                   nn.Conv2d(hidden, o, 1, bias=False), nn.BatchNorm2d(o)]
        self.conv = nn.Sequential(*layers)

    def forward(self, x):
        out = self.conv(F.pad(x, [self.border] * 4))
        return x + out if self.adds else out


class MobileNetV2(nn.Module):
    STAGES = [[1, 16, 1, 1], [6, 24, 2, 2], [6, 32, 3, 2], [6, 64, 4, 2], [6, 96, 3, 1], [6, 160, 3, 2], [6, 320, 1, 1]]

    def __init__(self, stride=8):
        super().__init__()
        layers = [nn.Sequential(nn.Conv2d(3, 32, 3, stride=2, padding=1, bias=False), nn.BatchNorm2d(32),
                                nn.ReLU6(inplace=True))]
        channels, reached, rate = 32, 2, 1
        for t, c, n, s in self.STAGES:
            if reached == stride:
                step, dilation, rate = 1, rate, rate * s
            else:
                step, dilation, reached = s, 1, reached * s
            for k in range(n):
                layers.append(InvertedResidual(channels, c, step if k == 0 else 1, dilation, t))
                channels = c
        self.features = nn.Sequential(*layers)
        draw(self)
        self.low_level_features = self.features[:4]
        self.high_level_features = self.features[4:]

    def forward(self, x):
        low = self.low_level_features(x)
        return self.high_level_features(low), low


class Branch(nn.Module):
    def __init__(self, i, kernel, dilation):
        super().__init__()
        self.atrous_conv = nn.Conv2d(i, 256, kernel, padding=dilation * (kernel // 2), dilation=dilation, bias=False)
        self.bn = nn.BatchNorm2d(256)
        self.relu = nn.ReLU()

    def forward(self, x):
        return self.relu(self.bn(self.atrous_conv(x)))


class ASPP(nn.Module):
    def __init__(self, i, stride):
        super().__init__()
        for n, spread in enumerate([1, 6, 12, 18] if stride == 16 else [1, 12, 24, 36], 1):
            setattr(self, f"aspp{n}", Branch(i, 1 if n == 1 else 3, spread))
        self.global_avg_pool = nn.Sequential(nn.AdaptiveAvgPool2d((1, 1)), nn.Conv2d(i, 256, 1, bias=False),
                                             nn.BatchNorm2d(256), nn.ReLU())
        self.conv1 = nn.Conv2d(1280, 256, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(256)
        self.relu = nn.ReLU()
        self.dropout = nn.Dropout(0.5)
        draw(self)

    def forward(self, x):
        seen = [getattr(self, f"aspp{n}")(x) for n in range(1, 5)]
        seen.append(resize(self.global_avg_pool(x), x))
        return self.dropout(self.relu(self.bn1(self.conv1(torch.cat(seen, 1)))))


class Decoder(nn.Module):
    def __init__(self, classes, low):
        super().__init__()
        self.conv1 = nn.Conv2d(low, 48, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(48)
        self.relu = nn.ReLU()
        self.last_conv = nn.Sequential(
            nn.Conv2d(304, 256, 3, padding=1, bias=False), nn.BatchNorm2d(256), nn.ReLU(), nn.Dropout(0.5),
            nn.Conv2d(256, 256, 3, padding=1, bias=False), nn.BatchNorm2d(256), nn.ReLU(), nn.Dropout(0.1),
            nn.Conv2d(256, classes, 1))
        draw(self)

    def forward(self, high, low):
        low = self.relu(self.bn1(self.conv1(low)))
        return self.last_conv(torch.cat([resize(high, low), low], 1))


class DeepLab(nn.Module):
    def __init__(self, backbone="resnet", stride=16, classes=21):
        super().__init__()
        resnet = backbone == "resnet"
        self.backbone = ResNet([3, 4, 23], stride) if resnet else MobileNetV2(stride)
        self.aspp = ASPP(2048 if resnet else 320, stride)
        self.decoder = Decoder(classes, 256 if resnet else 24)

    def forward(self, x):
        high, low = self.backbone(x)
        return resize(self.decoder(self.aspp(high), low), x)


class MobileNetV2Segmentation(nn.Module):
    def __init__(self, classes=2, stride=8):
        super().__init__()
        self.backbone = MobileNetV2(stride)
        self.feat_conv = nn.Sequential(nn.Conv2d(320, 256, 3, padding=1, bias=False), nn.BatchNorm2d(256), nn.ReLU())
        self.prob_conv = nn.Sequential(nn.Dropout(0.1), nn.Conv2d(256, classes, 1))
        draw(self.feat_conv)
        draw(self.prob_conv)

    def forward(self, x):
        return resize(self.prob_conv(self.feat_conv(self.backbone(x)[0])), x)
