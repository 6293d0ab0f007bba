"""Runs torchvision's operators, for dev.jtorch.vision.ops.

Made with torch 2.10.0+cu128, torchvision 0.25.0+cu128 and safetensors 0.8.0. From the root of the repository:
    python goldens/ops/make.py
It writes jtorch-vision/src/test/resources/golden/ops/feature_pyramid_*.safetensors, one for each pyramid. Each holds
    state.KEY      its state as built after manual_seed(0), in order (see also the text `keys`)
    input.LEVEL    the maps that it is called with, drawn after manual_seed(1)
    output.LEVEL   the maps that come out in training
    grad.LEVEL     the gradients of the maps that go in, where those of the outputs are `ramp`
and the texts `repr` and `levels`.
"""
from collections import OrderedDict
from pathlib import Path
import sys

import torch
from safetensors.torch import save_file
from torch import nn
from torchvision.ops import FeaturePyramidNetwork
from torchvision.ops.feature_pyramid_network import LastLevelMaxPool, LastLevelP6P7

sys.path.insert(0, str(Path(__file__).parents[1] / "models"))
from nets import LIMIT, ramp

OUT = Path(__file__).parents[2] / "jtorch-vision/src/test/resources/golden/ops"
SIZES = [("feat0", 3, (9, 12)), ("feat2", 4, (5, 6)), ("feat3", 6, (2, 3))]
PYRAMIDS = {
    "plain": lambda channels: FeaturePyramidNetwork(channels, 4),
    "pool": lambda channels: FeaturePyramidNetwork(channels, 4, LastLevelMaxPool()),
    "p6p7": lambda channels: FeaturePyramidNetwork(channels, 4, LastLevelP6P7(4, 4)),
    "p6p7_inputs": lambda channels: FeaturePyramidNetwork(channels, 4, LastLevelP6P7(6, 4)),
    "norm": lambda channels: FeaturePyramidNetwork(channels, 4, norm_layer=nn.BatchNorm2d),
}
OUT.mkdir(parents=True, exist_ok=True)

for name, make in PYRAMIDS.items():
    torch.manual_seed(0)
    net = make([channels for _, channels, _ in SIZES])
    found = {f"state.{k}": t.clone() for k, t in net.state_dict().items()}
    torch.manual_seed(1)
    maps = OrderedDict((level, torch.randn(1, c, *size).requires_grad_()) for level, c, size in SIZES)
    out = net(maps)
    torch.autograd.backward(list(out.values()), [ramp(t) for t in out.values()])
    found |= {f"output.{k}": t for k, t in out.items()}
    found |= {f"grad.{k}": t.grad for k, t in maps.items()}
    found |= {f"input.{k}": t for k, t in maps.items()}
    texts = {"versions": f"torch {torch.__version__}", "repr": str(net), "keys": " ".join(net.state_dict()),
             "levels": " ".join(out)}
    file = OUT / f"feature_pyramid_{name}.safetensors"
    save_file({k: t.detach().contiguous().clone() for k, t in found.items()}, file, metadata=texts)
    assert file.stat().st_size < LIMIT, (name, file.stat().st_size)
