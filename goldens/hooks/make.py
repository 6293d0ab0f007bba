"""What real PyTorch's hooks and custom functions see and say, scenario by scenario, as texts.

Made with torch 2.10.0+cu128 and safetensors 0.8.0. From the root of the repository:
    python goldens/hooks/make.py
It writes jtorch-core/src/test/resources/golden/hooks/hooks.safetensors, one text for each scenario below: its log, a line an entry.
"""
import pathlib

import torch
from safetensors.torch import save_file
from torch import nn

OUT = pathlib.Path(__file__).parents[2] / "jtorch-core/src/test/resources/golden/hooks/hooks.safetensors"
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


def ones(n=2, grad=True):
    return torch.ones(n, requires_grad=grad)


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
    net.conv1.register_forward_hook(lambda m, i, o: log("feature map " + str(tuple(o.shape)) + " " + text(o.flatten())
                                                        + " of " + str(tuple(i[0].shape)) + " " + str(len(i))))
    net.conv1.register_full_backward_hook(lambda m, gi, go: log("gradients " + text(gi) + " " + str(tuple(go[0].shape))
                                                                + " " + text(go[0].flatten())))
    y = net(torch.ones(1, 1, 4, 4))
    log(str(tuple(y.shape)) + " " + text(y.flatten()))
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


if __name__ == "__main__":
    texts = {"versions": f"torch {torch.__version__}"}
    for name, run in SCENARIOS.items():
        lines = []
        run(lambda line, lines=lines: lines.append(line))
        texts[name] = "\n".join(lines)
        print(f"== {name}\n{texts[name]}")
    OUT.parent.mkdir(parents=True, exist_ok=True)
    save_file({"none": torch.zeros(0)}, OUT, metadata=texts)
