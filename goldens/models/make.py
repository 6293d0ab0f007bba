"""Builds torchvision's residual networks for dev.jtorch.vision.models.

Made with torch 2.10.0+cu128, torchvision 0.25.0+cu128 and safetensors 0.8.0, seeds below. From the root of the repository:
    python goldens/models/make.py
It writes, each below 50 kB, into jtorch-vision/src/test/resources/golden/models:
    resnet_keys.txt       keys and shapes of all builders, in order; neighbouring blocks that are alike stand once
    resnet_weights.txt    checksums of the state after manual_seed(0), for some builders and options
    resnet18.txt          print(resnet18())
    resnet18.safetensors, resnet50.safetensors
        logits and gradients after manual_seed(0), on images drawn after manual_seed(1); see `run`
"""
import itertools
import re
import zlib
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import nn
from torchvision import models
from torchvision.models import resnet

OUT = Path(__file__).parents[2] / "jtorch-vision/src/test/resources/golden/models"
LIMIT = 50_000
BUILDERS = [
    "resnet18", "resnet34", "resnet50", "resnet101", "resnet152", "resnext50_32x4d", "resnext101_32x8d",
    "resnext101_64x4d", "wide_resnet50_2", "wide_resnet101_2",
]
torch.use_deterministic_algorithms(True)
torch.set_num_threads(1)


def write(name, text):
    assert len(text) < LIMIT, (name, len(text))
    (OUT / name).write_text(text)


def groups(net):
    """What each block, and each layer outside of the stages, has: (stage, number, lines without the block's name)."""
    for key, tensor in net.state_dict().items():
        block = re.match(r"(layer\d)\.(\d+)\.(.*)", key)
        stage, number, rest = block.groups() if block else ("", key, key)
        yield stage, number, f"{rest} {'x'.join(map(str, tensor.shape)) or 'scalar'}"


def keys():
    lines = []
    for name in BUILDERS:
        with torch.device("meta"):
            net = getattr(models, name)()
        lines.append(f"== {name} {sum(p.numel() for p in net.parameters())} {len(net.state_dict())}")
        blocks = [(stage, int(number) if stage else 0, [line for *_, line in found])
                  for (stage, number), found in itertools.groupby(groups(net), lambda g: g[:2])]
        for (stage, own), alike in itertools.groupby(blocks, lambda b: (b[0], b[2])):
            numbers = [number for _, number, _ in alike]
            if stage:
                lines.append(f"{stage} {numbers[0]} {numbers[-1]}")
            lines += [" " + line if stage else line for line in own]
    write("resnet_keys.txt", "\n".join(lines) + "\n")


def checksum(tensor):
    return f"{zlib.crc32(tensor.detach().contiguous().numpy().tobytes()):08x}"


def weights():
    cases = {
        "resnet18": models.resnet18,
        "resnet50": models.resnet50,
        "resnext50_32x4d": models.resnext50_32x4d,
        "zero_init_residual": lambda: models.resnet18(zero_init_residual=True, num_classes=10),
        "zero_init_bottleneck": lambda: models.resnet50(zero_init_residual=True, num_classes=10),
        "dilation": lambda: models.resnet50(replace_stride_with_dilation=[False, True, True], num_classes=3),
        "norm_layer": lambda: models.resnet18(norm_layer=lambda c: nn.BatchNorm2d(c, affine=True, eps=1e-3)),
        "own_layers": lambda: resnet.ResNet(resnet.Bottleneck, [1, 2, 1, 1], groups=2, width_per_group=32),
    }
    lines = []
    for name, make in cases.items():
        torch.manual_seed(0)
        state = make().state_dict()
        lines.append(f"== {name}")
        lines += [f"{key} {checksum(tensor)}" for key, tensor in state.items() if not key.endswith("batches_tracked")]
    write("resnet_weights.txt", "\n".join(lines) + "\n")


def ramp(t):
    """Factors without symmetry: -0.75, -0.5 .. 0.75, and again."""
    return ((torch.arange(t.numel()) % 7 - 3) / 4).reshape(t.shape).to(t.dtype)


def run(name):
    """First in training, which changes the running statistics, then in evaluation.

    MODE.logits: of the first two images, in float32. The rest is in float64, because in float32 some activations are on the
    other side of a ReLU's kink with another order of summation, and then gradients differ by per cents.
    MODE.norms and MODE.products: of each parameter's gradient, in order, the length and the scalar product with `ramp`;
    MODE.image: the gradient of the first image, every fourth pixel.
    """
    tensors = {}
    for dtype in torch.float32, torch.float64:
        torch.manual_seed(0)
        net = getattr(models, name)().to(dtype)
        torch.manual_seed(1)
        images = torch.randn(4, 3, 64, 64).to(dtype).requires_grad_()
        for mode in "train", "eval":
            net.train(mode == "train")
            net.zero_grad()
            images.grad = None
            logits = net(images)
            if dtype == torch.float32:
                tensors[f"{mode}.logits"] = logits.detach()[:2]
                continue
            nn.functional.cross_entropy(logits, torch.arange(4) * 100).backward()
            grads = [p.grad for p in net.parameters()]
            tensors[f"{mode}.norms"] = torch.stack([g.norm() for g in grads])
            tensors[f"{mode}.products"] = torch.stack([(g * ramp(g)).sum() for g in grads])
            tensors[f"{mode}.image"] = images.grad[0, :, ::4, ::4].contiguous()
    file = OUT / f"{name}.safetensors"
    save_file(tensors, file, metadata={"versions": f"torch {torch.__version__}"})
    assert file.stat().st_size < LIMIT, (name, file.stat().st_size)


OUT.mkdir(parents=True, exist_ok=True)
keys()
weights()
write("resnet18.txt", str(models.resnet18()) + "\n")
run("resnet18")
run("resnet50")
