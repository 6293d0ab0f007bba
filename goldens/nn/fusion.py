"""Fuses layers with the batch normalisations behind them, by torch.nn.utils.fusion.

Made with torch 2.10.0+cu128 and safetensors 0.8.0, seeds below. From the root of the repository:
    python goldens/nn/fusion.py
It writes jtorch-core/src/test/resources/golden/nn/fusion.safetensors. Each case holds, behind its name,
    layer.KEY, bn.KEY   the states
    input               what the fused layer is called with
    weight, bias        the fused parameters
    output              the fused layer's output
"""
import pathlib

import torch
from safetensors.torch import save_file
from torch import nn
from torch.nn.utils import fusion

OUT = pathlib.Path(__file__).parents[2] / "jtorch-core/src/test/resources/golden/nn"
torch.use_deterministic_algorithms(True)
torch.set_num_threads(1)
tensors = {}


def randomized(bn):
    for tensor in (bn.running_mean, bn.running_var, bn.weight, bn.bias):
        if tensor is not None:
            nn.init.uniform_(tensor, 0.5, 1.5)
    return bn.eval()


def case(name, fuse, layer, bn, *shape):
    torch.manual_seed(0)
    layer = layer().eval()
    bn = randomized(bn)
    fused = fuse(layer, bn)
    x = torch.randn(*shape)
    found = {f"layer.{k}": v for k, v in layer.state_dict().items()}
    found |= {f"bn.{k}": v for k, v in bn.state_dict().items()}
    found |= {"input": x, "weight": fused.weight, "bias": fused.bias, "output": fused(x)}
    torch.testing.assert_close(fused(x), bn(layer(x)))
    tensors.update({f"{name}.{k}": v.detach().contiguous().clone() for k, v in found.items()})
    print(name, fused, fused.weight.requires_grad, fused.bias.requires_grad)


def transposed(conv, bn):
    return fusion.fuse_conv_bn_eval(conv, bn, transpose=True)


case("conv1d", fusion.fuse_conv_bn_eval, lambda: nn.Conv1d(2, 3, 3), nn.BatchNorm1d(3), 2, 2, 7)
case("conv2d", fusion.fuse_conv_bn_eval, lambda: nn.Conv2d(4, 6, 3, stride=2, groups=2, bias=False),
     nn.BatchNorm2d(6, eps=1e-2), 2, 4, 7, 8)
case("conv3d_plain", fusion.fuse_conv_bn_eval, lambda: nn.Conv3d(1, 2, 2), nn.BatchNorm3d(2, affine=False), 1, 1, 3, 3, 4)
case("transposed", transposed, lambda: nn.ConvTranspose2d(3, 2, 2, stride=2), nn.BatchNorm2d(2), 2, 3, 4, 5)
case("linear", fusion.fuse_linear_bn_eval, lambda: nn.Linear(3, 4), nn.BatchNorm1d(4), 5, 3)
save_file(tensors, OUT / "fusion.safetensors", metadata={"versions": f"torch {torch.__version__}"})
