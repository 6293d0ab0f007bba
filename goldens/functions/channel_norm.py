"""A function with a gradient by hand, as a book shows it."""
import torch
from scenarios import scenario, text, trial
from torch.autograd import Function


class ChannelNorm(Function):
    """The book's, with its gradient where the norm is 2; elsewhere the derivative of the p-norm with the same small divisor."""

    @staticmethod
    def forward(ctx, x, norm_deg=2):
        assert x.is_contiguous(), "ChannelNorm: input is not contiguous"
        out = x.abs().pow(norm_deg).sum(1, keepdim=True).pow(1 / norm_deg)
        ctx.save_for_backward(x, out)
        ctx.norm_deg = norm_deg
        return out

    @staticmethod
    def backward(ctx, g):
        x, out = ctx.saved_tensors
        p = ctx.norm_deg
        return g * x * x.abs().pow(p - 2) / (out.pow(p - 1) + 1e-9), None


@scenario
def channel_norm(log):
    x = torch.tensor([3.0, 4.0]).reshape(1, 2, 1, 1).requires_grad_()
    y = ChannelNorm.apply(x)
    log(y.grad_fn.name() + " " + str(y.shape) + " " + text(y))
    y.sum().backward()
    log(text(x.grad.flatten()))
    x = torch.zeros(1, 2, 1, 1, requires_grad=True)
    y = ChannelNorm.apply(x, 2)
    y.sum().backward()
    log(text(y) + " " + text(x.grad))
    trial(log, lambda: ChannelNorm.apply(torch.ones(1, 2, 3, 4).transpose(2, 3)))
    torch.manual_seed(0)
    x = torch.rand(2, 3, 2, 2, dtype=torch.float64) + 0.5
    log(str(torch.autograd.gradcheck(ChannelNorm.apply, (x.requires_grad_(), 2))))
