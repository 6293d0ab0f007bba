"""Trains with real PyTorch, saves model, optimizer and scheduler in the middle, and where the training ends.

Made with torch 2.10.0+cu128 and Python 3.11.7; seeds inside. From the root of the repository:
    python goldens/training/make.py
It writes jtorch-core/src/test/resources/golden/training/*.pt. The Java side is dev.jtorch.io.PythonTrainingTest, which goes on
from them, and writes checkpoints that check_written.py goes on from.
"""
import pathlib

import torch
from torch import nn
from torch.optim import SGD, Adam, AdamW, lr_scheduler

OUT = pathlib.Path(__file__).parents[2] / "jtorch-core/src/test/resources/golden/training"
BEFORE, AFTER = 3, 4


def cases():
    groups = lambda net: [{"params": [net.weight]}, {"params": [net.bias], "lr": 0.05, "weight_decay": 0.1}]
    return {
        "sgd": (lambda net: SGD(groups(net), lr=0.1), lambda o: lr_scheduler.StepLR(o, 2, gamma=0.5)),
        "sgd_momentum": (lambda net: SGD(groups(net), lr=0.1, momentum=0.9, nesterov=True),
                         lambda o: lr_scheduler.MultiStepLR(o, [2, 5], gamma=0.5)),
        "adam": (lambda net: Adam(groups(net), lr=0.1), lambda o: lr_scheduler.ExponentialLR(o, 0.9)),
        "adam_amsgrad": (lambda net: Adam(groups(net), lr=0.1, amsgrad=True),
                         lambda o: lr_scheduler.CosineAnnealingLR(o, 10)),
        "adamw": (lambda net: AdamW(groups(net), lr=0.1), lambda o: lr_scheduler.LinearLR(o, total_iters=5)),
    }


def network():
    net = nn.Linear(3, 2)
    with torch.no_grad():
        for p in net.parameters():
            p.copy_(torch.arange(p.numel()).reshape(p.shape) / 8 - 0.25)
    return net


def step(net, optimizer, scheduler, number):
    x = torch.arange(12).reshape(4, 3) / 8 - number / 4
    optimizer.zero_grad()
    nn.functional.mse_loss(net(x), x[:, :2] ** 2).backward()
    optimizer.step()
    scheduler.step()


def train(name, until):
    """Training until a step, from the beginning."""
    make_optimizer, make_scheduler = cases()[name]
    net = network()
    optimizer = make_optimizer(net)
    scheduler = make_scheduler(optimizer)
    for number in range(until):
        step(net, optimizer, scheduler, number)
    return net, optimizer, scheduler


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    for name in cases():
        net, optimizer, scheduler = train(name, BEFORE)
        end, _, end_scheduler = train(name, BEFORE + AFTER)
        torch.save({"model": net.state_dict(), "optimizer": optimizer.state_dict(), "scheduler": scheduler.state_dict(),
                    "end": end.state_dict(), "end_lr": end_scheduler.get_last_lr()}, OUT / f"{name}.pt")


if __name__ == "__main__":
    main()
