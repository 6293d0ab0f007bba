"""The workloads of dev.jtorch.benchmarks in PyTorch; prints name TAB median TAB fastest, as its Main does."""
import atexit
import functools
import pathlib
import re
import resource
import shutil
import sys
import tempfile
import time

import torch
import torch.nn.functional as F
from torch import nn
from torchvision import models

sys.path.append(str(pathlib.Path(__file__).parents[2] / "goldens/segmentation"))
from unet import UNet


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


def tree_walk():
    def workload():
        net = models.resnet50()
        return lambda: len(dict(net.named_parameters())) + len(list(net.modules())) + len(net.state_dict())

    return {"treeWalkResnet50": workload}


def forwards():
    formats = {"CONTIGUOUS": torch.contiguous_format, "CHANNELS_LAST": torch.channels_last}

    def workload(model, batch, memory_format):
        net = models.get_model(model).eval().to(memory_format=memory_format)
        images = torch.randn(batch, 3, 224, 224).contiguous(memory_format=memory_format)

        def forward():
            with torch.no_grad():
                net(images)

        return forward

    return {f"forward {model} {batch} {name}": functools.partial(workload, model, batch, memory_format)
            for model in ("resnet18", "resnet50", "mobilenet_v2") for batch in (1, 8)
            for name, memory_format in formats.items()}


def train_steps():
    def workload(net, loss):
        sgd = torch.optim.SGD(net.parameters(), lr=0.01, momentum=0.9)

        def step():
            sgd.zero_grad()
            loss(net).backward()
            sgd.step()

        return step

    images, labels = torch.randn(8, 3, 224, 224), torch.randint(0, 1000, (8,))
    scenes, masks = torch.randn(2, 3, 128, 128), torch.randint(0, 2, (2, 128, 128))
    return {"train resnet18": lambda: workload(models.resnet18(), lambda net: F.cross_entropy(net(images), labels)),
            "train unet": lambda: workload(UNet(3, 2), lambda net: F.cross_entropy(net(scenes), masks))}


@functools.cache
def saved_resnet50():
    """A state and its file, in a folder that goes with the process."""
    state, folder = models.resnet50().state_dict(), tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder)
    torch.save(state, f"{folder}/resnet50.pth")
    return state, f"{folder}/resnet50.pth"


def state_files():
    def loading(**options):
        return functools.partial(torch.load, saved_resnet50()[1], weights_only=True, **options)

    def saving():
        state, file = saved_resnet50()
        return lambda: torch.save(state, file + ".copy")

    return {"loadResnet50": loading, "mapResnet50": lambda: loading(mmap=True), "saveResnet50": saving}


def measure(f, warmup=3 * 0.7, iterations=7, seconds=0.4):
    """Median and fastest of iterations that last about 0.4 s each, in nanoseconds a call, after the Java side's warm-up."""
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
    return sorted(times)[iterations // 2] * 1e9, min(times) * 1e9


READY = (small_ops, mlps, products)
BUILT_WHEN_NEEDED = (tree_walk, state_files, forwards, train_steps)


def peak(label):
    """The most memory that this process has had after a few runs of one workload, in bytes."""
    workload = {**forwards(), **train_steps()}[label]()
    for _ in range(5):
        workload()
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def main(wanted):
    pattern = re.compile(wanted)
    for family in READY + BUILT_WHEN_NEEDED:
        for name, f in family().items():
            if pattern.search(name):
                median, fastest = measure(f() if family in BUILT_WHEN_NEEDED else f)
                print(f"{name}\t{median:.0f}\t{fastest:.0f}", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--peak"]:
        print(f"peak {sys.argv[2]}\t{peak(sys.argv[2])}")
    else:
        main(sys.argv[1] if len(sys.argv) > 1 else ".*")
