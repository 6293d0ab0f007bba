"""Runs real PyTorch's optimizers and schedulers and writes down where they get.

Made with torch 2.10.0+cu128 on the CPU; nothing random, so no seed. From the root of the repository:
    python goldens/optim/make.py
It writes jtorch-core/src/test/resources/golden/optim/*.txt and named.pt, each below 50 kB. The Java side is dev.jtorch.optim.Trajectory.

Parameter k of 3 starts from small eighths, and its gradient at step t is half of the parameter plus a pattern in quarters,
so that both sides compute the same gradients without a file. Adam's first step is about the learning rate, whatever the gradient's
size; so no gradient may be so near 0 that rounding decides which way it goes (with maximize, 0.5 + 0.1 of 5/8 would be 3/8 - 3/8).
"""
import copy
import pathlib

import torch
from torch.optim import SGD, Adam, AdamW, lr_scheduler

OUT = pathlib.Path(__file__).parents[2] / "jtorch-core/src/test/resources/golden/optim"
HEADER = f"# by goldens/optim/make.py: torch {torch.__version__}\n"
SHAPES = [(3, 4), (4,), (2, 3, 1, 2)]
STEPS = 60
SHOWN = (1, 7, 60)

TRAJECTORIES = {
    "sgd": [
        ("plain", SGD, dict(lr=0.1)),
        ("momentum", SGD, dict(lr=0.05, momentum=0.9)),
        ("dampening", SGD, dict(lr=0.05, momentum=0.8, dampening=0.3)),
        ("nesterov", SGD, dict(lr=0.05, momentum=0.9, nesterov=True)),
        ("decay", SGD, dict(lr=0.05, momentum=0.9, weight_decay=0.1)),
        ("maximize", SGD, dict(lr=0.01, momentum=0.5, weight_decay=0.1, maximize=True)),
        ("groups", SGD, dict(lr=0.05, momentum=0.9, second=dict(lr=0.02, momentum=0.0, weight_decay=0.01))),
        ("absent", SGD, dict(lr=0.05, momentum=0.9, weight_decay=0.1, absent=True)),
        ("rates", SGD, dict(lr=0.1, momentum=0.9, rates=True)),
    ],
    "adam": [
        ("plain", Adam, dict(lr=0.01)),
        ("amsgrad", Adam, dict(lr=0.01, amsgrad=True)),
        ("decay", Adam, dict(lr=0.01, weight_decay=0.1)),
        ("betas", Adam, dict(lr=0.02, betas=(0.8, 0.95), eps=1e-4)),
        ("maximize", Adam, dict(lr=0.01, weight_decay=0.15, maximize=True)),
        ("groups", Adam, dict(lr=0.01, second=dict(lr=0.002, weight_decay=0.01))),
        ("absent", Adam, dict(lr=0.01, weight_decay=0.1, absent=True)),
        ("rates", Adam, dict(lr=0.02, amsgrad=True, rates=True)),
    ],
    "adamw": [
        ("plain", AdamW, dict(lr=0.01)),
        ("amsgrad", AdamW, dict(lr=0.01, weight_decay=0.2, amsgrad=True, maximize=True)),
        ("absent", AdamW, dict(lr=0.01, absent=True)),
    ],
}
DTYPES = {"float32": torch.float32, "float64": torch.float64}
OTHER_DTYPES = {"float16": torch.float16, "bfloat16": torch.bfloat16, "complex64": torch.complex64}


def pattern(k, shape, t, modulus):
    i = torch.arange(torch.Size(shape).numel(), dtype=torch.float64)
    return ((7 * i + 13 * t + 5 * k) % modulus - modulus // 2).reshape(shape)


def start(k, dtype):
    data = (pattern(k, SHAPES[k], 0, 13) / 8).to(dtype)
    if dtype.is_complex:
        data = torch.complex(data.real, -data.real / 2)
    if k == 2:
        data = data.contiguous(memory_format=torch.channels_last)
    return data.requires_grad_()


def gradient(param, k, t):
    part = (pattern(k, param.shape, t, 11) / 4).to(param.dtype)
    return param.detach() * 0.5 + part


def has_gradient(k, t, absent):
    return not absent or (t + k) % (k + 1) == 0


def build(maker, params, options):
    options = dict(options)
    second = options.pop("second", None)
    if second is None:
        return maker(params, **options)
    return maker([dict(params=params[:1]), dict(params=params[1:], **second)], **options)


def numbers(param):
    flat = torch.view_as_real(param.detach()) if param.is_complex() else param.detach()
    form = "%.17g" if param.dtype == torch.float64 else "%.9g"
    return " ".join(form % v for v in flat.flatten().tolist())


def trajectory(maker, options, dtype):
    options = dict(options)
    absent, rates = options.pop("absent", False), options.pop("rates", False)
    params = [start(k, dtype) for k in range(len(SHAPES))]
    optimizer = build(maker, params, options)
    lines = []
    for t in range(1, STEPS + 1):
        for k, param in enumerate(params):
            param.grad = gradient(param, k, t) if has_gradient(k, t, absent) else None
        if rates and t % 20 == 0:
            for group in optimizer.param_groups:
                group["lr"] *= 0.5
        optimizer.step()
        if t in SHOWN:
            lines += [f"{t} {k}: {numbers(param)}" for k, param in enumerate(params)]
    return "\n".join(lines)


def trajectories():
    for file, cases in TRAJECTORIES.items():
        blocks = [HEADER]
        for name, maker, options in cases:
            dtypes = DTYPES | (OTHER_DTYPES if name in ("plain", "momentum", "amsgrad") else {})
            for dtype_name, dtype in dtypes.items():
                blocks.append(f"== {name} {dtype_name}\n{trajectory(maker, options, dtype)}\n")
        write(file + ".txt", blocks)


def state_texts():
    blocks = [HEADER]
    cases = [("sgd", SGD, {}), ("sgd momentum", SGD, dict(lr=1.0, momentum=0.9, weight_decay=1e-4)), ("adam", Adam, {}),
             ("adam amsgrad", Adam, dict(lr=0.01, amsgrad=True)), ("adamw", AdamW, {})]
    for name, maker, options in cases:
        params = [torch.ones(2, requires_grad=True), torch.ones(3, requires_grad=True), torch.ones(1, requires_grad=True)]
        optimizer = maker([dict(params=params[:2]), dict(params=params[2:])], **options)
        blocks.append(f"== {name} print\n{optimizer}\n")
        blocks.append(f"== {name} fresh\n{optimizer.state_dict()}\n")
        params[0].grad, params[2].grad = torch.ones(2), torch.ones(1)
        optimizer.step()
        blocks.append(f"== {name} stepped\n{optimizer.state_dict()}\n")
    write("states.txt", blocks)


MIXED = {
    "sgd momentum": lambda p: SGD(p, lr=0.05, momentum=0.9),
    "sgd nesterov": lambda p: SGD(p, lr=0.05, momentum=0.9, dampening=0, nesterov=True, weight_decay=0.1),
    "adam": lambda p: Adam(p, lr=0.01),
    "adamw": lambda p: AdamW(p, lr=0.01, amsgrad=True),
}


def mixed():
    """What becomes of a network that is converted after step 3, as Module.double() does it, and back after step 6."""
    blocks = [HEADER]
    for name, maker in MIXED.items():
        params = [start(k, torch.float32) for k in range(len(SHAPES))]
        optimizer = maker(params)
        lines = []
        for t in range(1, 9):
            if t in (4, 7):
                for param in params:
                    param.grad = None
                    param.data = param.data.to(torch.float64 if t == 4 else torch.float32)
            for k, param in enumerate(params):
                param.grad = gradient(param, k, t)
            try:
                optimizer.step()
            except RuntimeError as e:
                lines.append(f"error at {t}: {e}")
                break
            if t in (3, 4, 6, 8):
                lines += [f"{t} {k}: {numbers(param)}" for k, param in enumerate(params)]
                lines.append(f"{t} state: {optimizer.state[params[0]]['momentum_buffer'].dtype}" if "sgd" in name else "")
        blocks.append(f"== {name}\n" + "\n".join(filter(None, lines)) + "\n")
    write("mixed.txt", blocks)


def named():
    """State with the names of the parameters: its text, a file after three steps, and where the parameters are after five."""
    blocks, states = [HEADER], {}
    names = ["conv.weight", "conv.bias", "fc.weight"]
    for name, maker, options in [("sgd", SGD, dict(lr=0.05, momentum=0.9)), ("adam", Adam, dict(lr=0.01))]:
        params = [start(k, torch.float32) for k in range(len(SHAPES))]
        pairs = list(zip(names, params))
        optimizer = maker([dict(params=pairs[:2]), dict(params=pairs[2:])], **options)
        blocks.append(f"== {name} print\n{optimizer}\n")
        blocks.append(f"== {name} fresh\n{optimizer.state_dict()}\n")
        lines = []
        for t in range(1, 6):
            for k, param in enumerate(params):
                param.grad = gradient(param, k, t)
            optimizer.step()
            if t == 3:
                states[name] = copy.deepcopy(optimizer.state_dict())
            if t in (3, 5):
                lines += [f"{t} {k}: {numbers(param)}" for k, param in enumerate(params)]
        blocks.append(f"== {name} steps\n" + "\n".join(lines) + "\n")
    write("named.txt", blocks)
    torch.save(states, OUT / "named.pt")


SCHEDULERS = {
    "step": lambda o: lr_scheduler.StepLR(o, 7),
    "step gamma": lambda o: lr_scheduler.StepLR(o, 3, gamma=0.7),
    "multi step": lambda o: lr_scheduler.MultiStepLR(o, [4, 9, 9, 20], gamma=0.5),
    "exponential": lambda o: lr_scheduler.ExponentialLR(o, 0.9),
    "cosine": lambda o: lr_scheduler.CosineAnnealingLR(o, 10),
    "cosine minimum": lambda o: lr_scheduler.CosineAnnealingLR(o, 8, eta_min=0.01),
    "linear": lambda o: lr_scheduler.LinearLR(o),
    "linear down": lambda o: lr_scheduler.LinearLR(o, start_factor=1.0, end_factor=0.2, total_iters=12),
}


def schedules():
    blocks = [HEADER]
    for name, maker in SCHEDULERS.items():
        params = [torch.ones(1, requires_grad=True), torch.ones(1, requires_grad=True)]
        optimizer = SGD([dict(params=params[:1]), dict(params=params[1:], lr=0.05)], lr=0.1)
        scheduler = maker(optimizer)
        lines = [f"first: {scheduler.state_dict()}"]
        for _ in range(25):
            lines.append(" ".join(map(repr, scheduler.get_last_lr())))
            optimizer.step()
            scheduler.step()
        lines.append(f"last: {scheduler.state_dict()}")
        lines.append(f"group: {optimizer.state_dict()['param_groups'][1]}")
        blocks.append(f"== {name}\n" + "\n".join(lines) + "\n")
    write("schedulers.txt", blocks)


def write(name, blocks):
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / name).write_text("\n".join(blocks))
    assert (OUT / name).stat().st_size < 50_000, name


if __name__ == "__main__":
    trajectories()
    state_texts()
    mixed()
    named()
    schedules()
