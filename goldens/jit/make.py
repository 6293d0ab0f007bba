"""TorchScript archives and what real PyTorch computes with them.

Run with torch 2.10.0 and safetensors; writes to jtorch-core/src/test/resources/golden/jit.
"""
import pathlib
import zipfile
from typing import Dict, List, Optional, Tuple

import torch
from safetensors.torch import save_file
from torch import nn

OUT = pathlib.Path(__file__).parents[2] / "jtorch-core/src/test/resources/golden/jit"


class Loops(nn.Module):
    """Branches and loops that depend on the data; a buffer that counts calls; one linear layer under two names."""

    def __init__(self):
        super().__init__()
        self.first = nn.Linear(3, 3)
        self.again = self.first
        self.drop = nn.Dropout(0.5)
        self.scale = nn.Parameter(torch.tensor(2.0))
        self.frozen = nn.Parameter(torch.ones(3), requires_grad=False)
        self.register_buffer("calls", torch.zeros((), dtype=torch.int64))

    def forward(self, x):
        self.calls += 1
        n = 0
        while bool(x.abs().sum() > 1.0) and n < 5:
            x = x / 2
            n += 1
        if n % 2 == 0:
            x = self.first(x)
        else:
            x = self.again(x) * self.scale
        return self.drop(x) + self.frozen


class Cnn(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 3, padding=1)
        self.bn = nn.BatchNorm2d(4)
        self.fc = nn.Linear(16, 5)

    def forward(self, x):
        x = torch.max_pool2d(torch.relu(self.bn(self.conv(x))), 4)
        return self.fc(x.flatten(1))


class Methods(nn.Module):
    """Methods of many kinds of arguments and results."""

    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.tensor([1.0, 2.0]))
        self.classes = ["cat", "dog"]

    def forward(self, x, y: Optional[torch.Tensor] = None, times: int = 1):
        z = x * self.weight * times
        return z if y is None else z + y

    @torch.jit.export
    def pair(self, x) -> Tuple[torch.Tensor, int]:
        return x + 1, x.dim()

    @torch.jit.export
    def named(self, parts: List[torch.Tensor]) -> Dict[str, torch.Tensor]:
        return {"sum": parts[0] + parts[1], "count": torch.tensor(len(parts))}

    @torch.jit.export
    def look_up(self, table: Dict[str, torch.Tensor], key: str) -> Optional[torch.Tensor]:
        return table[key] if key in table else None

    @torch.jit.export
    def describe(self, number: float, on: bool, sizes: List[int]) -> str:
        return f"{number} {on} {sizes}"

    @torch.jit.export
    def labels(self) -> List[str]:
        return self.classes

    @torch.jit.export
    def nested(self, pair: Tuple[int, List[float]]) -> Dict[int, List[float]]:
        return {pair[0]: pair[1]}

    @torch.jit.export
    def numbers(self) -> Tuple[int, float, bool, None, complex]:
        return 1, 2.5, True, None, 1 + 2j

    @torch.jit.export
    def refuse(self, x):
        if x.dim() > 1:
            raise ValueError("one dimension, please")
        return x


def save(module, name):
    """Saves without the records that map code back to source files, whose paths are nobody's business."""
    path = OUT / name
    module.save(path)
    with zipfile.ZipFile(path) as archive:
        records = {r: archive.read(r) for r in archive.namelist() if not r.endswith(".debug_pkl")}
    with zipfile.ZipFile(path, "w") as archive:
        for record, data in records.items():
            archive.writestr(zipfile.ZipInfo(record), data)


def keys(module):
    return "\n".join(module.state_dict()), "\n".join(n for n, _ in module.named_parameters()), "\n".join(
        n for n, _ in module.named_buffers())


def texts(name, module):
    state, parameters, buffers = keys(module)
    return {f"{name}.state": state, f"{name}.parameters": parameters, f"{name}.buffers": buffers}


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(0)
    tensors, notes = {}, {"torch": torch.__version__, "seed": "0"}

    loops = torch.jit.script(Loops())
    save(loops, "loops.pt")
    loaded = torch.jit.load(OUT / "loops.pt").eval()
    notes |= texts("loops", loaded)
    for i, x in enumerate((torch.tensor([[0.1, 0.2, 0.3]]), torch.tensor([[1.0, -2.0, 3.0]]))):
        tensors[f"loops.x{i}"], tensors[f"loops.y{i}"] = x, loaded(x).detach()
    loaded(tensors["loops.x1"]).sum().backward()
    tensors["loops.grad"] = loaded.first.weight.grad

    cnn = Cnn()
    cnn(torch.randn(8, 3, 8, 8))  # running statistics of its own
    cnn.eval()
    x = torch.randn(2, 3, 8, 8)
    save(torch.jit.trace(cnn, x), "cnn.pt")
    loaded = torch.jit.load(OUT / "cnn.pt")
    notes |= texts("cnn", loaded)
    tensors["cnn.x"], tensors["cnn.y"] = x, loaded(x).detach()
    tensors["cnn.double"] = loaded.double()(x.double()).detach()

    methods = torch.jit.script(Methods())
    save(methods, "methods.pt")
    loaded = torch.jit.load(OUT / "methods.pt")
    notes["methods.describe"] = loaded.describe(1.5, True, [1, 2])
    notes |= {"loops.text": str(torch.jit.load(OUT / "loops.pt")), "methods.text": str(loaded)}

    torch.save(Cnn().state_dict(), OUT / "state.pt")
    save_file(tensors, OUT / "results.safetensors", notes)


if __name__ == "__main__":
    main()
