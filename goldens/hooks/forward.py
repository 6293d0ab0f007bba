"""Forward hooks."""
from nets import Outer, Scale
from scenarios import ones, scenario, text, trial
from torch import nn


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
def hook_removed_in_hook(log):
    m = Scale(2)
    handles = []
    handles.append(m.register_forward_hook(lambda mod, i, o: (log("first"), handles[0].remove(), handles[1].remove())[0]))
    handles.append(m.register_forward_hook(lambda mod, i, o: log("second")))
    m.register_forward_hook(lambda mod, i, o: log("third"))
    m(ones())
    m(ones())


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
