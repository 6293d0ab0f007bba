"""Runs real PyTorch's Adadelta, which the guide's chapter on one's own optimizers writes in Java, and prints where it gets.

Made with torch 2.10.0+cu128 on the CPU; nothing random, so no seed. From the root of the repository:
    python goldens/optim/own.py
It writes jtorch-examples/src/test/resources/golden/optim/adadelta.txt. The Java side is OwnOptimizerTest.

The parameter starts from eighths, and its gradient at step t is half of the parameter plus a pattern in quarters. Each line is a
step: its number and the parameter's elements. The last two are the optimizer as it prints and its state.
"""
import pathlib

import torch

OUT = pathlib.Path(__file__).parents[2] / "jtorch-examples/src/test/resources/golden/optim/adadelta.txt"
STEPS = 50


def pattern(t, modulus):
    i = torch.arange(6, dtype=torch.float64)
    return ((7 * i + 13 * t) % modulus - modulus // 2).reshape(2, 3)


def main():
    lines = [f"# by goldens/optim/own.py: torch {torch.__version__}"]
    param = (pattern(0, 13) / 8).requires_grad_()
    optimizer = torch.optim.Adadelta([param], weight_decay=0.1)
    for t in range(1, STEPS + 1):
        param.grad = param.detach() * 0.5 + pattern(t, 11) / 4
        optimizer.step()
        lines.append(f"{t} " + " ".join("%.17g" % v for v in param.detach().flatten().tolist()))
    OUT.parent.mkdir(parents=True, exist_ok=True)
    lines.append(" ".join(f"{name}={tuple(value.shape)}" for name, value in optimizer.state_dict()["state"][0].items()))
    OUT.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
