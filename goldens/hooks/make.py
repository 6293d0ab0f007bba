"""What real PyTorch's hooks see and say, scenario by scenario, as texts.

Made with torch 2.10.0+cu128 and safetensors 0.8.0. From the root of the repository:
    python goldens/hooks/make.py
It writes jtorch-core/src/test/resources/golden/hooks/hooks.safetensors, one text for each scenario below: its log, a line an entry.
"""
import pathlib
import sys

import torch
from torch import nn

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
from scenarios import ones, save, scenario, text, trial


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


@scenario
def forward_order(log):
    m = Scale(2, log)
    m.register_forward_pre_hook(lambda mod, i: log("pre1 " + text(i[0])))
    m.register_forward_pre_hook(lambda mod, i: log("pre2 " + text(i[0])))
    m.register_forward_pre_hook(lambda mod, i: log("pre0 " + text(i[0])), prepend=True)
    m.register_forward_hook(lambda mod, i, o: log("post1 " + text(i[0]) + " " + text(o)))
    m.register_forward_hook(lambda mod, i, o: log("post2"))
    m.register_forward_hook(lambda mod, i, o: log("post0"), prepend=True)
    m(ones())
    m.forward(ones())


@scenario
def forward_nested(log):
    m = Outer()
    for name, mod in (("parent", m), ("child", m.inner)):
        mod.register_forward_pre_hook(lambda mod, i, n=name: log(n + "-pre"))
        mod.register_forward_hook(lambda mod, i, o, n=name: log(n + "-post"))
    m(ones())


@scenario
def forward_replaced(log):
    m = Scale(2)
    m.register_forward_pre_hook(lambda mod, i: i[0] * 10)
    m.register_forward_hook(lambda mod, i, o: o + 1)
    m.register_forward_hook(lambda mod, i, o: log(text(i[0]) + " " + text(o)))
    log(text(m(ones())))


@scenario
def forward_always(log):
    class Failing(nn.Module):
        def forward(self, x):
            raise ValueError("forward failed")

    m = Failing()
    m.register_forward_hook(lambda mod, i, o: log("plain"))
    m.register_forward_hook(lambda mod, i, o: log("always " + text(o)), always_call=True)
    trial(log, lambda: m(ones()))
    n = Scale(2)

    def fail(mod, i, o):
        log("first")
        raise ValueError("hook failed")

    n.register_forward_hook(fail, always_call=True)
    n.register_forward_hook(lambda mod, i, o: log("plain"))
    n.register_forward_hook(lambda mod, i, o: log("always " + text(o)), always_call=True)
    trial(log, lambda: n(ones()))


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
def hook_removed_in_hook(log):
    m = Scale(2)
    handles = []
    handles.append(m.register_forward_hook(lambda mod, i, o: (log("first"), handles[0].remove(), handles[1].remove())[0]))
    handles.append(m.register_forward_hook(lambda mod, i, o: log("second")))
    m.register_forward_hook(lambda mod, i, o: log("third"))
    m(ones())
    m(ones())


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
def conv_example(log):
    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.conv1 = nn.Conv2d(1, 2, 3)
            self.pool = nn.MaxPool2d(2, 2)

        def forward(self, x):
            return self.pool(self.conv1(x))

    net = Net()
    with torch.no_grad():
        net.conv1.weight[0].fill_(1)
        net.conv1.weight[1].fill_(2)
        net.conv1.bias.fill_(0)
    net.conv1.register_forward_hook(lambda m, i, o: log("feature map " + str(o.shape) + " " + text(o.flatten())
                                                        + " of " + str(i[0].shape) + " " + str(len(i))))
    net.conv1.register_full_backward_hook(lambda m, gi, go: log("gradients " + text(gi) + " " + str(go[0].shape)
                                                                + " " + text(go[0].flatten())))
    y = net(torch.ones(1, 1, 4, 4))
    log(str(y.shape) + " " + text(y.flatten()))
    y.sum().backward()
    double = net.conv1.register_forward_pre_hook(lambda m, i: i[0] * 2)
    log(text(net(torch.ones(1, 1, 4, 4)).flatten()))
    double.remove()
    net.conv1.register_forward_hook(lambda m, i, o: o * 0)
    log(text(net(torch.ones(1, 1, 4, 4)).flatten()))


@scenario
def grad_cam(log):
    conv, fc = nn.Conv2d(1, 2, 1, bias=False), nn.Linear(2, 2, bias=False)
    with torch.no_grad():
        conv.weight.copy_(torch.tensor([1.0, -1.0]).reshape(2, 1, 1, 1))
        fc.weight.copy_(torch.tensor([[2.0, 0.0], [0.0, 1.0]]))
    kept = {}
    conv.register_forward_hook(lambda m, i, o: kept.update(a=o.detach()))
    conv.register_full_backward_hook(lambda m, gi, go: kept.update(g=go[0]))
    x = torch.arange(1.0, 5.0).reshape(1, 1, 2, 2)
    fc(conv(x).mean((2, 3)))[0, 0].backward()
    weights = kept["g"].mean((2, 3), keepdim=True)
    cam = torch.relu((weights * kept["a"]).sum(1))
    log(text(weights.flatten()) + " " + text(cam.flatten()))
    low, high = cam.min(), cam.max()
    log(text(((cam - low) / (high - low) * 3).flatten().round()))


@scenario
def tensor_hooks(log):
    x = torch.full((4,), 2.0, requires_grad=True)
    h = x.register_hook(lambda g: (g.mul_(2), None)[1])
    (x ** 2).mean().backward()
    log(str(x.grad))
    h.remove()
    h.remove()
    x.grad = None
    (x ** 2).mean().backward()
    log(str(x.grad))
    x.grad = None
    seen = []
    y = x ** 2
    y.register_hook(seen.append)
    y.mean().backward()
    log(str(y.is_leaf) + " " + str(seen[0]))
    y = x * 1
    y.register_hook(lambda g: g * 3)
    y.retain_grad()
    y.register_hook(lambda g: g + 1)
    y.sum().backward()
    log(str(y.grad))
    trial(log, lambda: torch.ones(2).register_hook(lambda g: g))
    trial(log, lambda: torch.ones(2).retain_grad())
    trial(log, lambda: (x * 1).register_post_accumulate_grad_hook(lambda p: None))
    trial(log, lambda: torch.ones(2).register_post_accumulate_grad_hook(lambda p: None))


@scenario
def tensor_hook_order_with_grad(log):
    x = torch.ones(2, requires_grad=True)
    x.register_hook(lambda g: (log("leaf " + text(g)), g * 2)[1])
    x.register_post_accumulate_grad_hook(lambda p: log("accumulated " + text(p.grad)))
    y = x * 3
    y.register_hook(lambda g: (log("inner " + text(g)), g * 5)[1])
    log(text(torch.autograd.grad(y.sum(), x, retain_graph=True)[0]))
    y.sum().backward()
    (x * 1).sum().backward()


@scenario
def forward_called_twice(log):
    class Shared(nn.Module):
        def __init__(self):
            super().__init__()
            self.relu = nn.ReLU()

        def forward(self, x):
            return self.relu(self.relu(x) - 1)

    m = Shared()
    m.relu.register_forward_hook(lambda mod, i, o: log(text(i)))
    m(ones())
    m(ones() * 3)


@scenario
def forward_re_entered(log):
    """A hook that calls its module again, once."""
    m = Scale(2)
    depth = []

    def again(mod, i, o):
        log("in " + str(len(depth)) + " " + text(o))
        if len(depth) < 2:
            depth.append(1)
            inner = mod(o)
            depth.pop()
            log("out " + str(len(depth)) + " " + text(inner))
            return inner + 1

    m.register_forward_hook(again)
    log(text(m(ones())))


@scenario
def fill_row_of_leaf(log):
    conv = nn.Conv2d(1, 2, 3)
    trial(log, lambda: conv.weight[0].fill_(1))
    conv.weight[0].detach().fill_(1)
    with torch.no_grad():
        conv.weight[1].fill_(2)
    log(text(conv.weight.sum((1, 2, 3))))


@scenario
def hook_and_retained(log):
    """A hook sees what retain_grad keeps; without it a tensor that is no leaf has no gradient."""
    x = torch.full((4,), 2.0, requires_grad=True)
    seen = []
    y = x ** 2
    y.register_hook(seen.append)
    y.mean().backward()
    log(str(y.grad) + " " + text(seen[0]))
    y = x ** 2
    y.register_hook(seen.append)
    y.retain_grad()
    y.mean().backward()
    log(text(y.grad) + " " + text(seen[1]) + " " + str(torch.equal(y.grad, seen[1])))
    y = x * 1
    y.retain_grad()
    y.register_hook(lambda g: g * 3)
    y.register_hook(lambda g: g + 1)
    y.sum().backward()
    log(text(y.grad))


@scenario
def tensor_hook_registered_in_hook(log):
    x = ones()
    y = x * 2

    def first(g):
        log("first")
        y.register_hook(lambda g: log("late"))

    y.register_hook(first)
    y.sum().backward(retain_graph=True)
    y.sum().backward()


@scenario
def tensor_hook_removed_in_hook(log):
    x = ones()
    handles = []
    handles.append(x.register_hook(lambda g: (log("first"), handles[0].remove(), handles[1].remove())[0]))
    handles.append(x.register_hook(lambda g: log("second")))
    x.register_hook(lambda g: log("third"))
    x.sum().backward()
    x.sum().backward()


@scenario
def tensor_hook_changes_in_place(log):
    """Changes of a tensor between hooks: each hook stays with the value it was registered on."""
    x = ones()
    y = x * 2
    y.register_hook(lambda g: log("before " + text(g)))
    y.mul_(3)
    y.register_hook(lambda g: log("after " + text(g)))
    y.sum().backward()
    y = x * 2
    y.retain_grad()
    y.register_hook(lambda g: log("kept " + text(g)))
    y.mul_(5)
    y.sum().backward()
    log(text(y.grad))
    base = x * 2
    view = base[0]
    view.register_hook(lambda g: log("never called: the view has a new history now"))
    base.mul_(7)
    x.grad = None
    (base.sum() + view).backward()
    log(text(x.grad))


@scenario
def tensor_hook_then_detached(log):
    x = ones()
    y = x * 2
    y.register_hook(lambda g: log("hook " + text(g)))
    z = y * 3
    y.detach_()
    log(str(y.requires_grad) + " " + str(y.grad_fn))
    z.sum().backward()
    log(text(x.grad))
    x.register_hook(lambda g: log("leaf " + text(g)))
    x.requires_grad_(False)
    x.requires_grad_(True)
    (x * 2).sum().backward()
    with torch.no_grad():
        x.mul_(4)
    (x * 2).sum().backward()


@scenario
def tensor_hook_runs_backward(log):
    """A pass inside of a pass, over another graph and over the same leaf."""
    x, w = ones(), ones()

    def hook(g):
        log("outer " + text(g) + " " + str(torch.is_grad_enabled()))
        with torch.enable_grad():
            (w * g).sum().backward()
            (x * 10).sum().backward()
        log("inner " + text(w.grad) + " " + text(x.grad))

    y = x * 2
    y.register_hook(hook)
    y.sum().backward()
    log(text(x.grad))


@scenario
def tensor_hook_wrong_results(log):
    def hooked(result):
        def run():
            y = ones() * 1
            y.register_hook(lambda g: None)
            y.register_hook(result)
            y.sum().backward()

        trial(log, run)

    hooked(lambda g: torch.ones(1))
    hooked(lambda g: g.double())
    hooked(lambda g: g.long())
    hooked(lambda g: g.unsqueeze(0))
    hooked(lambda g: g.cfloat())
    hooked(lambda g: g.to("meta"))


@scenario
def tensor_hook_of_multiple_outputs(log):
    """The hook of a part that nobody used is called with nothing; only the order of the others is compared."""
    a, b = (ones() * 2).unbind(0)
    a.register_hook(lambda g: log("a " + text(g)))
    b.register_hook(lambda g: (log("b " + text(g)), g * 10)[1])
    (a * 3 + b * 4).backward()
    x = ones()
    p, q = (x * 2).unbind(0)
    p.register_hook(lambda g: g * 100)
    (p + p * 2).backward()
    log(text(x.grad))


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


if __name__ == "__main__":
    save("hooks/hooks")
