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
    """Fills the state with whole numbers times powers of two, which are the same to the last bit on every processor.

    Initial values are not; and in training a normalisation over a handful of values makes much of little, even in float64.
    """
    torch.manual_seed(1)
    for key, tensor in net.state_dict().items():
        if not tensor.is_floating_point():
            continue
        tensor.random_(-127, 128)
        if key.endswith("running_var") or key.endswith("weight") and tensor.dim() == 1:
            tensor.div_(256).add_(1)
        elif tensor.dim() < 2:
            tensor.div_(1024)
        else:
            tensor.mul_(scale(tensor.numel() // tensor.shape[0]) / 128)


def scale(fan_in):
    """The power of two that is nearest to the bound of He's initial values."""
    power = 1.0
    while power * power * fan_in > 12:
        power /= 2
    return power


def images(*sizes):
    """Images like `randomize`'s numbers."""
    torch.manual_seed(2)
    return torch.empty(sizes).random_(-127, 128) / 64


def ramp(t):
    """Factors without symmetry: -0.75, -0.5 .. 0.75, and again."""
    return ((torch.arange(t.numel()) % 7 - 3) / 4).reshape(t.shape).to(t.dtype)
