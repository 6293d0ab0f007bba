"""Prints what real Python gives for the expressions that the tests of dev.jtorch's tensor families evaluate.

Made with torch 2.10.0+cu128, seed 0 before every case. From the root of the repository:
    python goldens/tensors/make.py
It writes jtorch-core/src/test/resources/golden/tensors/*.txt (each below 50 kB), from the cases in goldens/tensors/*.txt: lines
of `name | Python expression`; lines before the first case that start with `>` are statements for all cases of the file.
"""
import pathlib

import torch

HERE = pathlib.Path(__file__).parent
NAMES = {}  # what the expressions of a file may use
OUT = HERE.parents[1] / "jtorch-core/src/test/resources/golden/tensors"


def gradient(function, x):
    """The gradient by x of the function's result, weighted by 1, 2, 3, .."""
    leaf = x.detach().clone().requires_grad_()
    result = function(leaf)
    result.backward(torch.arange(1, result.numel() + 1).to(result).reshape(result.shape))
    return leaf.grad


def do(*steps):
    """The last of several steps."""
    return steps[-1]


def change(y, *statements, own=False, **names):
    """The tensor y, or its copy unless it is the case's own, after statements about y."""
    names.update(NAMES, y=y if own or y.grad_fn is not None else y.clone())
    for statement in statements:
        exec(statement, names)
    return names["y"]


def text(value):
    if isinstance(value, torch.Size):
        return str(value)
    if isinstance(value, (tuple, list)) and (not value or isinstance(value[0], torch.Tensor)):
        return "\n".join(text(v) for v in value)
    return str(value)


def outcome(expression, names):
    torch.manual_seed(0)
    try:
        return text(eval(expression, names))
    except (RuntimeError, IndexError, ValueError, TypeError) as e:
        return "error: " + " ".join(line.strip() for line in str(e).split("\nException raised from")[0].splitlines()).strip()


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    for source in sorted(HERE.glob("*.txt")):
        blocks = [f"# by goldens/tensors/make.py: torch {torch.__version__}, seed 0\n"]
        names = NAMES
        names.clear()
        names.update(torch=torch, T=torch.tensor, gradient=gradient, do=do, change=change, F=torch.nn.functional)
        for line in source.read_text().splitlines():
            if line.startswith(">"):
                exec(line[1:].strip(), names)
            elif line.strip():
                name, expression = (part.strip() for part in line.split("|", 1))
                blocks.append(f"== {name}\n{outcome(expression, names)}\n")
        out = OUT / source.name
        out.write_text("\n".join(blocks))
        assert out.stat().st_size < 50_000, out


if __name__ == "__main__":
    main()
