"""What the scripts share that log what PyTorch does, scenario by scenario: each log becomes a text of one golden file."""
import pathlib

import torch
from safetensors.torch import save_file

GOLDEN = pathlib.Path(__file__).parents[1] / "jtorch-core/src/test/resources/golden"
SCENARIOS = {}


def scenario(f):
    SCENARIOS[f.__name__] = f
    return f


def text(value):
    """Tensors as nested lists, tuples in brackets, None as null: what Java's side prints easily."""
    if value is None:
        return "null"
    if isinstance(value, torch.Tensor):
        return str(value.tolist())
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(text(v) for v in value) + "]"
    return str(value)


def trial(log, action):
    try:
        action()
    except Exception as e:
        log(str(e).split("\n")[0])


def ones(n=2, grad=True):
    return torch.ones(n, requires_grad=grad)


def save(name):
    """Runs all scenarios and writes their logs to golden/NAME.safetensors."""
    texts = {"versions": f"torch {torch.__version__}"}
    for scene, run in SCENARIOS.items():
        lines = []
        run(lambda line, lines=lines: lines.append(line))
        texts[scene] = "\n".join(lines)
        print(f"== {scene}\n{texts[scene]}")
    out = GOLDEN / (name + ".safetensors")
    out.parent.mkdir(parents=True, exist_ok=True)
    save_file({"none": torch.zeros(0)}, out, metadata=texts)
