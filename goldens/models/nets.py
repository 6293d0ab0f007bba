"""What the scripts share that run torchvision's networks beside JTorch's."""
import zlib
from pathlib import Path

import torch
from safetensors.torch import save_file

OUT = Path(__file__).parents[2] / "jtorch-vision/src/test/resources/golden/models"
LIMIT = 50_000
torch.use_deterministic_algorithms(True)
torch.set_num_threads(1)


def write(name, text):
    assert len(text) < LIMIT, (name, len(text))
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / name).write_text(text)


def write_tensors(name, tensors):
    file = OUT / f"{name}.safetensors"
    save_file(tensors, file, metadata={"versions": f"torch {torch.__version__}"})
    assert file.stat().st_size < LIMIT, (name, file.stat().st_size)


def crc(chunks):
    value = 0
    for chunk in chunks:
        value = zlib.crc32(chunk, value)
    return f"{value:08x}"


def digest(tensors):
    """The length of all elements, and their scalar product with a ramp: rounding on another processor hardly changes them."""
    at, squares, product = 0, 0.0, 0.0
    for tensor in tensors:
        flat = tensor.detach().reshape(-1).double()
        squares += flat.dot(flat).item()
        product += flat.dot((torch.arange(at, at + flat.numel()) % 7 - 3).double() / 4).item()
        at += flat.numel()
    return f"{squares ** 0.5:.9g} {product:.9g}"


def shape(tensor):
    return "x".join(map(str, tensor.shape)) or "scalar"


def seeded(make):
    torch.manual_seed(0)
    return make()


def randomize(net):
    """Draws what a new network has the same everywhere, in the order of the state: shifts, scales and running statistics."""
    torch.manual_seed(1)
    for key, tensor in net.state_dict().items():
        if key.endswith("running_var") or key.endswith("weight") and tensor.dim() == 1:
            tensor.uniform_(0.5, 1.5)
        elif key.endswith("running_mean") or key.endswith("bias"):
            tensor.normal_(0, 0.1)


def ramp(t):
    """Factors without symmetry: -0.75, -0.5 .. 0.75, and again."""
    return ((torch.arange(t.numel()) % 7 - 3) / 4).reshape(t.shape).to(t.dtype)
