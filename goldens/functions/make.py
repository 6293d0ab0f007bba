"""What real PyTorch's custom autograd functions do and say, scenario by scenario, as texts.

Made with torch 2.10.0+cu128 and safetensors 0.8.0. From the root of the repository:
    python goldens/functions/make.py
It writes jtorch-core/src/test/resources/golden/functions/functions.safetensors, one text for each scenario
below and in channel_norm.py: its log.
"""
import pathlib
import sys

import torch
from torch.autograd import Function, grad
from torch.autograd.function import once_differentiable

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import channel_norm  # noqa: F401 - registers its scenario
from scenarios import ones, save, scenario, text, trial


def function(forward, backward, name="Custom"):
    return type(name, (Function,), {"forward": staticmethod(forward), "backward": staticmethod(backward)})


class Cube(Function):
    """Its gradient needs the input."""

    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x ** 3

    @staticmethod
    def backward(ctx, g):
        x, = ctx.saved_tensors
        return g * 3 * x * x


class Exp(Function):
    """Its gradient needs the output."""

    @staticmethod
    def forward(ctx, x):
        y = x.exp()
        ctx.save_for_backward(y)
        return y

    @staticmethod
    def backward(ctx, g):
        y, = ctx.saved_tensors
        return g * y


class Between(Function):
    """Its gradient needs what is neither, and saves nothing at all in between."""

    @staticmethod
    def forward(ctx, x):
        t = x * x
        ctx.save_for_backward(t, None)
        return t * x

    @staticmethod
    def backward(ctx, g):
        t, nothing = ctx.saved_tensors
        return g * 3 * t


class Two(Function):
    @staticmethod
    def forward(ctx, a, b):
        ctx.save_for_backward(a, b)
        return a * b, a + b

    @staticmethod
    def backward(ctx, g, h):
        a, b = ctx.saved_tensors
        return g * b + h, g * a + h


@scenario
def two_in_two_out(log):
    a, b = torch.full((2,), 2.0, requires_grad=True), torch.full((2,), 3.0, requires_grad=True)
    p, q = Two.apply(a, b)
    log(p.grad_fn.name() + " " + q.grad_fn.name() + " " + str(p.is_leaf))
    (p * 5 + q * 7).sum().backward()
    log(text(a.grad) + " " + text(b.grad))
    p, q = Two.apply(a, b.detach())
    a.grad = None
    q.sum().backward()
    log(text(a.grad))
    p, q = Two.apply(a, a)
    a.grad = None
    (p + q).sum().backward()
    log(text(a.grad))
    with torch.no_grad():
        log(str(Two.apply(a, b)[0].grad_fn))
    log(str(Two.apply(a.detach(), b.detach())[0].grad_fn))


@scenario
def needs_input_grad(log):
    def forward(ctx, a, n, b, c):
        log(text(ctx.needs_input_grad))
        ctx.n = n
        return a * n + b

    def backward(ctx, g):
        log(text(ctx.needs_input_grad) + " " + str(ctx.n))
        return g * ctx.n, None, g, None

    f = function(forward, backward)
    a, b = ones(), ones(grad=False)
    f.apply(a, 4, b, None).sum().backward()
    log(text(a.grad) + " " + text(b.grad))


@scenario
def gradient_of_gradient(log):
    for f in (Cube, Exp, Between):
        x = torch.tensor([0.5, 2.0], requires_grad=True, dtype=torch.float64)
        y = f.apply(x)
        g, = grad(y.sum(), x, create_graph=True)
        log(f.__name__ + " " + str(g.grad_fn is not None) + " " + text((g * 64).round()))
        if f is Between:  # what it saved knows nothing of the input
            continue
        h, = grad(g.sum(), x, create_graph=True)
        log(text((h * 64).round()))
        k, = grad(h.sum(), x)
        log(text((k * 64).round()))


@scenario
def gradient_of_gradient_by_seed(log):
    x, v = ones(), torch.full((2,), 4.0, requires_grad=True)
    for f in (Cube, Exp):
        g, = grad(f.apply(x * 2), x, v, create_graph=True)
        a, b = grad((g * g).sum(), (x, v))
        log(text((a / 16).round()) + " " + text((b / 16).round()))


@scenario
def saved_gone(log):
    x = ones()
    y = Cube.apply(x)
    y.sum().backward(retain_graph=True)
    y.sum().backward()
    log(text(x.grad))
    trial(log, lambda: y.sum().backward())


@scenario
def saved_changed(log):
    w = ones() * 1
    y = Cube.apply(w)
    w.add_(1)
    trial(log, lambda: y.sum().backward())
    x = ones()
    y = Exp.apply(x)
    y.add_(1)
    trial(log, lambda: y.sum().backward())
    y = Cube.apply(x)
    with torch.no_grad():
        x.add_(1)
    trial(log, lambda: y.sum().backward())


@scenario
def dirty(log):
    def forward(ctx, x):
        x.mul_(2)
        ctx.mark_dirty(x)
        return x

    f = function(forward, lambda ctx, g: g * 2)
    a = ones()
    trial(log, lambda: f.apply(a))
    z = ones() * 3
    y = f.apply(z)
    log(str(y is z) + " " + z.grad_fn.name() + " " + str(z._version) + " " + text(z))
    x = ones(4)
    base = x * 1
    view = base[:2]
    y = f.apply(view)
    log(str(y is view) + " " + text(base))
    (base * torch.arange(1.0, 5.0)).sum().backward()
    log(text(x.grad))
    lost = function(lambda ctx, x: (x.mul_(2), ctx.mark_dirty(x), x * 1)[2], lambda ctx, g: g)
    trial(log, lambda: lost.apply(ones() * 1))
    plain = torch.ones(2)
    y = f.apply(plain)
    log(str(y is plain) + " " + str(y.requires_grad))


@scenario
def not_differentiable(log):
    def forward(ctx, x):
        r, s, m = x * 2, x > 0, x * 3
        ctx.mark_non_differentiable(m)
        return r, s, m

    def backward(ctx, *g):
        log(text([v.dtype for v in g]) + " " + text(g))
        return g[0]

    r, s, m = function(forward, backward).apply(ones())
    log(text([r.requires_grad, s.requires_grad, m.requires_grad]))
    r.sum().backward()


@scenario
def not_materialized(log):
    def forward(ctx, x):
        ctx.set_materialize_grads(False)
        return x * 2, x * 3

    def backward(ctx, *g):
        log(text(g))
        return g[0]

    x = ones()
    y = function(forward, backward).apply(x)
    y[0].sum().backward(retain_graph=True)
    log(text(x.grad))
    y[1].sum().backward()
    log(text(x.grad))


@scenario
def once(log):
    class Once(Cube):
        @staticmethod
        @once_differentiable
        def backward(ctx, g):
            log(str(torch.is_grad_enabled()))
            x, = ctx.saved_tensors
            return g * 3 * x * x

    a = ones()
    Once.apply(a).sum().backward()
    log(text(a.grad))
    g, = grad(Once.apply(a).sum(), a, create_graph=True)
    log(str(g.requires_grad))
    seed = ones()
    g, = grad(Once.apply(a), a, seed, create_graph=True)
    log(str(g.requires_grad) + " " + text(g))
    trial(log, lambda: g.sum().backward())
    g, = grad(Once.apply(a), a, seed, create_graph=True)
    trial(log, lambda: grad(g.sum(), a))


@scenario
def wrong_gradients(log):
    def returning(result, shape=(2,)):
        f = function(lambda ctx, x: x * 2, lambda ctx, g: result(g), "BadBackward".removesuffix("Backward"))
        x = torch.ones(shape, requires_grad=True)
        trial(log, lambda: f.apply(x).sum().backward())
        log(text(x.grad))

    returning(lambda g: (g, g))
    returning(lambda g: (g, None, None))
    returning(lambda g: torch.ones(7), (1, 2, 1, 1))
    returning(lambda g: torch.ones(3, 2))
    returning(lambda g: torch.ones(1))
    returning(lambda g: torch.ones(5, 1, 2))
    returning(lambda g: torch.ones(()))
    returning(lambda g: None)
    returning(lambda g: g.double() * 3)
    returning(lambda g: torch.ones(2, dtype=torch.int64))
    returning(lambda g: torch.ones(2, dtype=torch.complex64) * 5)
    returning(lambda g: g.to("meta"))
    pair = function(lambda ctx, a, b: a * b, lambda ctx, g: g, "Bad")
    trial(log, lambda: pair.apply(ones(), ones()).sum().backward())
    a, b = ones(), ones(grad=False)
    function(lambda ctx, a, b: a * b, lambda ctx, g: (g, torch.ones(9)), "Bad").apply(a, b).sum().backward()
    log(text(a.grad) + " " + text(b.grad))


@scenario
def backward_missing(log):
    class NoBackward(Function):
        @staticmethod
        def forward(ctx, x):
            return x * 2

    y = NoBackward.apply(ones())
    log(y.grad_fn.name())
    trial(log, lambda: y.sum().backward())
    trial(log, lambda: NoBackward()(ones()))


@scenario
def input_returned(log):
    same = function(lambda ctx, x: x, lambda ctx, g: g * 5)
    a = ones()
    y = same.apply(a)
    log(str(y is a) + " " + str(y.data_ptr() == a.data_ptr()) + " " + y.grad_fn.name())
    y.sum().backward()
    log(text(a.grad))
    plain = torch.ones(2)
    z = same.apply(plain)
    log(str(z.data_ptr() == plain.data_ptr()) + " " + str(z.requires_grad))
    view = function(lambda ctx, x: x[0], lambda ctx, g: torch.stack((g * 3, g * 0)))
    a.grad = None
    y = view.apply(a)
    log(str(y.data_ptr() == a.data_ptr()) + " " + text(y))
    y.backward()
    log(text(a.grad))


@scenario
def nested(log):
    """A function in another one's forward and backward."""
    def backward(ctx, g):
        x, = ctx.saved_tensors
        return g * Cube.apply(x)

    def forward(ctx, x):
        ctx.save_for_backward(x)
        log(str(torch.is_grad_enabled()) + " " + str(Cube.apply(x).requires_grad))
        return x * 2

    f = function(forward, backward)
    x = torch.tensor([2.0, 3.0], requires_grad=True)
    y = f.apply(x)
    g, = grad(y.sum(), x, create_graph=True)
    log(text(g))
    log(text(grad(g.sum(), x)[0]))


@scenario
def hooked(log):
    """Hooks on what a function returns."""
    a, b = ones() * 2, ones() * 3
    p, q = Two.apply(a, b)
    p.register_hook(lambda g: (log("p " + text(g)), g * 10)[1])
    q.register_hook(lambda g: log("q " + text(g)))
    p.retain_grad()
    (p + q * 2).sum().backward()
    log(text(p.grad))
    x = ones()
    x.register_hook(lambda g: (log("x " + text(g)), g * 2)[1])
    log(text(grad(Cube.apply(x).sum(), x)[0]))


@scenario
def complex_and_double(log):
    f = function(lambda ctx, z: (ctx.save_for_backward(z), z * z)[1], lambda ctx, g: g * 2 * ctx.saved_tensors[0].conj())
    z = torch.tensor([1 + 2j, 3 - 1j], requires_grad=True)
    f.apply(z).abs().pow(2).sum().backward()
    log(text(torch.view_as_real(z.grad)))
    x = torch.tensor([0.1, 0.2], dtype=torch.float64, requires_grad=True)
    Cube.apply(x).sum().backward()
    log(str(x.grad.dtype) + " " + text((x.grad * 1e12).round()))
    log(str(torch.autograd.gradcheck(Cube.apply, (x,))) + " " + str(torch.autograd.gradgradcheck(Exp.apply, (x,))))


@scenario
def leaf_errors(log):
    def forward(ctx, x):
        raise ValueError("forward failed")

    trial(log, lambda: function(forward, None).apply(ones()))

    def backward(ctx, g):
        raise ValueError("backward failed")

    x = ones()
    y = function(lambda ctx, x: x * 2, backward).apply(x)
    trial(log, lambda: y.sum().backward(retain_graph=True))
    trial(log, lambda: grad(y.sum(), x))
    log(text(x.grad))


if __name__ == "__main__":
    save("functions/functions")
