"""The workloads of dev.jtorch.benchmarks in PyTorch; prints name TAB nanoseconds, as its Main does."""
import atexit
import re
import shutil
import sys
import tempfile
import time

import torch
import torch.nn.functional as F
from torch import nn


def block(bottleneck, cin, planes, stride):
    def conv(i, o, k, s):
        return nn.Conv2d(i, o, k, stride=s, padding=k // 2, bias=False)

    class Residual(nn.Module):
        def __init__(self):
            super().__init__()
            out = planes * 4 if bottleneck else planes
            relu = lambda: nn.ReLU(inplace=True)
            if bottleneck:
                self.body = nn.Sequential(conv(cin, planes, 1, 1), nn.BatchNorm2d(planes), relu(),
                                          conv(planes, planes, 3, stride), nn.BatchNorm2d(planes), relu(),
                                          conv(planes, out, 1, 1), nn.BatchNorm2d(out))
            else:
                self.body = nn.Sequential(conv(cin, planes, 3, stride), nn.BatchNorm2d(planes), relu(),
                                          conv(planes, out, 3, 1), nn.BatchNorm2d(out))
            self.relu = relu()
            self.downsample = nn.Sequential() if stride == 1 and cin == out else nn.Sequential(
                conv(cin, out, 1, stride), nn.BatchNorm2d(out))

        def forward(self, x):
            shortcut = self.downsample(x)
            return self.relu(self.body(x).add_(shortcut))

    return Residual()


def resnet(bottleneck, *depths):
    e = 4 if bottleneck else 1

    def stage(cin, planes, depth, stride):
        return nn.Sequential(*[block(bottleneck, cin if i == 0 else planes * e, planes, stride if i == 0 else 1)
                               for i in range(depth)])

    class ResNetShape(nn.Module):
        def __init__(self):
            super().__init__()
            self.conv1 = nn.Conv2d(3, 64, 7, stride=2, padding=3, bias=False)
            self.bn1 = nn.BatchNorm2d(64)
            self.relu = nn.ReLU(inplace=True)
            self.maxpool = nn.MaxPool2d(3, stride=2, padding=1)
            self.layer1 = stage(64, 64, depths[0], 1)
            self.layer2 = stage(64 * e, 128, depths[1], 2)
            self.layer3 = stage(128 * e, 256, depths[2], 2)
            self.layer4 = stage(256 * e, 512, depths[3], 2)
            self.avgpool = nn.AdaptiveAvgPool2d(1)
            self.fc = nn.Linear(512 * e, 1000)

        def forward(self, x):
            x = self.maxpool(self.relu(self.bn1(self.conv1(x))))
            x = self.layer4(self.layer3(self.layer2(self.layer1(x))))
            return self.fc(self.avgpool(x).flatten(1))

    return ResNetShape()


def small_ops():
    x, y = torch.ones(2, 2), torch.ones(2, 2)
    return {"opAdd": lambda: x.add(y), "opAddNumber": lambda: x.add(2.0), "opMulInPlace": lambda: x.mul_(y),
            "opRelu": lambda: x.relu(), "opSum": lambda: x.sum(), "opMatmul": lambda: x.matmul(y),
            "opReshape": lambda: x.reshape(4), "opSelect": lambda: x[0]}


def mlps():
    deep = nn.Sequential(*[nn.Linear(64, 64) if i % 2 == 0 else nn.ReLU() for i in range(20)])
    one = torch.randn(1, 64)
    net = nn.Sequential(nn.Linear(64, 256), nn.ReLU(), nn.Linear(256, 256), nn.ReLU(), nn.Linear(256, 10))
    adam = torch.optim.Adam(net.parameters(), lr=1e-3)
    batch, target = torch.randn(64, 64), torch.randint(0, 10, (64,))

    def forward():
        with torch.no_grad():
            deep(one)

    def step():
        adam.zero_grad()
        F.cross_entropy(net(batch), target).backward()
        adam.step()

    return {"mlpForward20": forward, "mlpAdamStep": step}


def products():
    a, b = torch.randn(1024, 1024), torch.randn(1024, 1024)
    return {"matmul1024": lambda: a.matmul(b)}


def resnets():
    net18, net50 = resnet(False, 2, 2, 2, 2), resnet(True, 3, 4, 6, 3)
    sgd = torch.optim.SGD(net18.parameters(), lr=0.01, momentum=0.9)
    images, labels = torch.randn(8, 3, 224, 224), torch.randint(0, 1000, (8,))

    def forward():
        net18.eval()
        with torch.no_grad():
            net18(images)

    def step():
        net18.train()
        sgd.zero_grad()
        F.cross_entropy(net18(images), labels).backward()
        sgd.step()

    def walk():
        return len(dict(net50.named_parameters())) + len(list(net50.modules())) + len(net50.state_dict())

    return {"resnet18Forward": forward, "resnet18TrainStep": step, "treeWalkResnet50": walk}


def state_files():
    state, folder = resnet(True, 3, 4, 6, 3).state_dict(), tempfile.mkdtemp()
    file, copy = f"{folder}/resnet50.pth", f"{folder}/copy.pth"
    torch.save(state, file)
    atexit.register(shutil.rmtree, folder)
    return {"loadResnet50": lambda: torch.load(file, weights_only=True),
            "mapResnet50": lambda: torch.load(file, weights_only=True, mmap=True),
            "saveResnet50": lambda: torch.save(state, copy)}


def measure(f, warmup=3 * 0.7, iterations=7, seconds=0.4):
    """The median of iterations that last about 0.4 s each, after the same warm-up as on the Java side."""
    end = time.perf_counter() + warmup
    calls = 0
    start = time.perf_counter()
    while time.perf_counter() < end:
        f()
        calls += 1
    each = max(1, int(calls * seconds / (time.perf_counter() - start)))
    times = []
    for _ in range(iterations):
        start = time.perf_counter()
        for _ in range(each):
            f()
        times.append((time.perf_counter() - start) / each)
    return sorted(times)[iterations // 2] * 1e9


if __name__ == "__main__":
    pattern = re.compile(sys.argv[1] if len(sys.argv) > 1 else ".*")
    for family in (small_ops, mlps, products, resnets, state_files):
        for name, f in family().items():
            if pattern.search(name):
                print(f"{name}\t{measure(f):.0f}", flush=True)
