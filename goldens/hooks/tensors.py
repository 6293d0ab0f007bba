"""Hooks on tensors."""
import torch
from scenarios import ones, scenario, text, trial


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
