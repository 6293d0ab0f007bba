"""Derivatives of functions by real PyTorch, for dev.jtorch.autograd.

Made with torch 2.10.0+cu128 and safetensors 0.8.0; random numbers are seeded below. From the root of the repository:
    python goldens/autograd/make.py
It writes jtorch-core/src/test/resources/golden/autograd/derivatives.safetensors, below 50 kB, with

    x, y, vx, vy, vo, vp     points, and vectors in their shapes and in those of the outputs
    NAME.one                 the derivative NAME of a function of x: `curve`, or `energy` where a scalar is needed
    NAME.several.I.J         of functions of x and y: `pair`, or `bond`
    NAME.output..            what the functions themselves give
    NAME.third               the gradient by x of the sum of NAME.one, which create_graph makes possible
"""
import pathlib

import torch
from safetensors.torch import save_file
from torch.autograd import functional as AF

OUT = pathlib.Path(__file__).parents[2] / "jtorch-core/src/test/resources/golden/autograd"
LIMIT = 50_000
torch.set_num_threads(1)
generator = torch.Generator().manual_seed(7)


def rand(*shape):
    return torch.randn(*shape, generator=generator, dtype=torch.float64)


def curve(x):
    return (x.exp() * x.sin()).sum(1)


def energy(x):
    return (x.pow(3) * x.sin()).sum()


def pair(x, y):
    return x * y.exp(), x.pow(2).sum() + 3 * y.sum()


def bond(x, y):
    return (x.pow(2) * y.exp()).sum()


tensors = {"x": rand(2, 3), "y": rand(3), "vx": rand(2, 3), "vy": rand(3), "vo": rand(2), "vp": rand(2, 3)}
x, y, vx, vy, vo, vp = tensors.values()


def put(name, value):
    if isinstance(value, tuple):
        for i, v in enumerate(value):
            put(f"{name}.{i}", v)
    else:
        tensors[name] = value


for name in ["vjp", "jvp", "vhp", "hvp"]:
    product = getattr(AF, name)
    scalar = name in ("vhp", "hvp")
    one, several = (energy, bond) if scalar else (curve, pair)
    output, result = product(one, x, vo if name == "vjp" else vx)
    put(f"{name}.output", output)
    put(f"{name}.one", result)
    output, result = product(several, (x, y), (vp, torch.tensor(2.0, dtype=torch.float64)) if name == "vjp" else (vx, vy))
    put(f"{name}.outputs", output)
    put(f"{name}.several", result)
    leaf = x.clone().requires_grad_()
    product(one, leaf, vo if name == "vjp" else vx, create_graph=True)[1].sum().backward()
    put(f"{name}.third", leaf.grad)

for name, one, several in [("jacobian", curve, pair), ("hessian", energy, bond)]:
    derivative = getattr(AF, name)
    put(f"{name}.one", derivative(one, x))
    put(f"{name}.several", derivative(several, (x, y)))
    leaf = x.clone().requires_grad_()
    derivative(one, leaf, create_graph=True).sum().backward()
    put(f"{name}.third", leaf.grad)
    assert torch.allclose(derivative(one, x, vectorize=True), tensors[f"{name}.one"])

file = OUT / "derivatives.safetensors"
file.parent.mkdir(parents=True, exist_ok=True)
save_file({k: v.detach().contiguous().clone() for k, v in tensors.items()}, file,
          metadata={"versions": f"torch {torch.__version__}"})
assert file.stat().st_size < LIMIT, file.stat().st_size
