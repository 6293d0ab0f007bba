"""The modules of the scenarios."""
import torch
from torch import nn


class Scale(nn.Module):
    def __init__(self, factor, log=None):
        super().__init__()
        self.weight = nn.Parameter(torch.tensor(float(factor)))
        self.log = log

    def forward(self, x):
        if self.log:
            self.log("forward")
        return x * self.weight


class Outer(nn.Module):
    def __init__(self):
        super().__init__()
        self.inner = Scale(2)

    def forward(self, x):
        return self.inner(x) * 3


class Pair(nn.Module):
    """Two tensors in, two out; the second output is the second input, tripled."""

    def forward(self, a, b):
        return a * 2, b * 3
