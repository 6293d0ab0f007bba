"""Full backward hooks, and hooks on all modules."""
import torch
from nets import Outer, Pair, Scale
from scenarios import ones, scenario, text, trial
from torch import nn


@scenario
def global_order(log):
    m = Outer()
    mods = nn.modules.module
    handles = [
        mods.register_module_forward_pre_hook(lambda mod, i: log("all-pre " + type(mod).__name__)),
        mods.register_module_forward_hook(lambda mod, i, o: log("all-post " + type(mod).__name__)),
        mods.register_module_full_backward_pre_hook(lambda mod, go: log("all-backward-pre " + type(mod).__name__)),
        mods.register_module_full_backward_hook(lambda mod, gi, go: log("all-backward " + type(mod).__name__)),
    ]
    m.inner.register_forward_pre_hook(lambda mod, i: log("own-pre"))
    m.inner.register_forward_hook(lambda mod, i, o: log("own-post"))
    m.inner.register_full_backward_pre_hook(lambda mod, go: log("own-backward-pre"))
    m.inner.register_full_backward_hook(lambda mod, gi, go: log("own-backward"))
    m(ones()).sum().backward()
    for h in handles:
        h.remove()
    m(ones()).sum().backward()


@scenario
def backward_order(log):
    m = Outer()
    for name, mod in (("parent", m), ("child", m.inner)):
        mod.register_full_backward_pre_hook(lambda mod, go, n=name: log(n + " pre " + text(go)))
        mod.register_full_backward_hook(lambda mod, gi, go, n=name: log(n + " " + text(gi) + " " + text(go)))
    m.register_full_backward_hook(lambda mod, gi, go: log("parent second"))
    m.register_full_backward_hook(lambda mod, gi, go: log("parent zeroth"), prepend=True)
    x = ones()
    y = m(x)
    log(y.grad_fn.name())
    y.sum().backward()
    log(text(x.grad) + " " + text(m.inner.weight.grad))


@scenario
def backward_replaced(log):
    m = Scale(2)
    m.register_full_backward_pre_hook(lambda mod, go: (go[0] * 10,))
    m.register_full_backward_hook(lambda mod, gi, go: (gi[0] + 1,))
    m.register_full_backward_hook(lambda mod, gi, go: log(text(gi) + " " + text(go)))
    x = ones()
    m(x).sum().backward()
    log(text(x.grad) + " " + text(m.weight.grad))


@scenario
def backward_pair(log):
    m = Pair()
    m.register_full_backward_pre_hook(lambda mod, go: log("pre " + text(go)))
    m.register_full_backward_hook(lambda mod, gi, go: log(text(gi) + " " + text(go)))
    a, b = ones(), ones()
    p, q = m(a, b)
    (p + q).sum().backward()
    p, q = m(a, b)
    p.sum().backward()
    log(text(a.grad) + " " + text(b.grad))
    p, q = m(a, b.detach())
    (p + q).sum().backward()
    log(text(a.grad))


@scenario
def backward_unused_output(log):
    """What only an unused output depends on has no gradient, not zeros."""
    class Branches(nn.Module):
        def __init__(self):
            super().__init__()
            self.a, self.b = Scale(2), Scale(3)

        def forward(self, x):
            return self.a(x), self.b(x)

    m = Branches()
    m.register_full_backward_pre_hook(lambda mod, go: log("pre " + text(go)))
    m.register_full_backward_hook(lambda mod, gi, go: log(text(gi) + " " + text(go)))
    x = ones()
    m(x)[0].sum().backward()
    log(text(x.grad) + " " + text(m.a.weight.grad) + " " + text(m.b.weight.grad))
    m.a.weight.grad = None
    m.register_full_backward_pre_hook(lambda mod, go: (None, go[1]))
    p, q = m(x)
    (p + q).sum().backward()
    log(text(x.grad) + " " + text(m.a.weight.grad) + " " + text(m.b.weight.grad))
    n = Scale(2)
    n.register_full_backward_pre_hook(lambda mod, go: (None,))
    n.register_full_backward_hook(lambda mod, gi, go: log(text(gi) + " " + text(go)))
    x = ones()
    n(x).sum().backward()
    log(text(x.grad) + " " + text(n.weight.grad))


@scenario
def backward_without_input_gradients(log):
    m = Scale(2)
    m.register_full_backward_hook(lambda mod, gi, go: log(text(gi) + " " + text(go)))
    m(ones(grad=False)).sum().backward()
    log(text(m.weight.grad))
    m.register_full_backward_hook(lambda mod, gi, go: (torch.ones(2),))
    trial(log, lambda: m(ones(grad=False)).sum().backward())


@scenario
def backward_wrong_lengths(log):
    m = Scale(2)
    h = m.register_full_backward_hook(lambda mod, gi, go: (gi[0], gi[0]))
    trial(log, lambda: m(ones()).sum().backward())
    h.remove()
    m.register_full_backward_pre_hook(lambda mod, go: ())
    trial(log, lambda: m(ones()).sum().backward())


@scenario
def backward_twice_through_one_module(log):
    m = Scale(2)
    m.register_full_backward_hook(lambda mod, gi, go: log(text(gi) + " " + text(go)))
    m(m(ones())).sum().backward()


@scenario
def backward_with_create_graph(log):
    """Gradients of gradients go through the hooks of tensors and modules again."""
    m = Scale(2)
    m.register_full_backward_hook(lambda mod, gi, go: log("module " + text(gi) + " " + text(go)))
    x = ones()
    x.register_hook(lambda g: log("tensor " + text(g)))
    g, = torch.autograd.grad((m(x) ** 3).sum(), x, create_graph=True)
    log(text(g))
    g.sum().backward()
    log(text(x.grad) + " " + text(m.weight.grad))


@scenario
def backward_after_in_place(log):
    """Changing in place what went in or came out while there are backward hooks."""
    class InPlace(nn.Module):
        def forward(self, x):
            return x.mul_(2)

    m = Scale(2)
    m.register_full_backward_hook(lambda mod, gi, go: log(text(gi)))
    trial(log, lambda: m(ones()).add_(1).sum().backward())
    n = InPlace()
    n.register_full_backward_hook(lambda mod, gi, go: log(text(gi)))
    trial(log, lambda: n(ones() * 1).sum().backward())


@scenario
def backward_of_nested_output(log):
    class Parts(nn.Module):
        def forward(self, x):
            return x * 2, x * 3, x > 0

    m = Parts()
    m.register_full_backward_pre_hook(lambda mod, go: log("pre " + text(go)))
    m.register_full_backward_hook(lambda mod, gi, go: log(text(gi) + " " + text(go)))
    a, b, c = m(ones())
    (a * b).sum().backward()
    log(str(c.requires_grad))


@scenario
def backward_hook_fails(log):
    m = Scale(2)

    def fail(mod, gi, go):
        raise ValueError("hook failed")

    h = m.register_full_backward_hook(fail)
    x = ones()
    y = m(x)
    trial(log, lambda: y.sum().backward(retain_graph=True))
    log(text(x.grad) + " " + text(m.weight.grad))
    h.remove()
    m(x).sum().backward()
    log(text(x.grad) + " " + text(m.weight.grad))
