"""Goes on with real PyTorch from the checkpoints that Java wrote, and compares where both get.

Needs torch 2.10 (used: 2.10.0+cu128, Python 3.11.7). From the root of the repository:
    mvn -q -pl :jtorch test -Dtest=PythonTrainingTest && python goldens/training/check_written.py
"""
import pathlib

import torch

from make import AFTER, BEFORE, cases, network, step, train

WRITTEN = pathlib.Path(__file__).parents[2] / "jtorch-core/target/written/training"


def same(a, b):
    if isinstance(a, torch.Tensor):
        torch.testing.assert_close(a, b)
    elif isinstance(a, dict):
        assert set(a) == set(b), (list(a), list(b))  # the order in a group is that in which its maker named them
        for key in a:
            same(a[key], b[key])
    elif isinstance(a, (list, tuple)):
        assert type(a) is type(b) and len(a) == len(b), (a, b)
        for x, y in zip(a, b):
            same(x, y)
    else:
        assert type(a) is type(b) and (a == b or abs(a - b) < 1e-12), (a, b)


def main():
    assert sorted(path.stem for path in WRITTEN.glob("*.pt")) == sorted(cases())
    for name in cases():
        saved = torch.load(WRITTEN / f"{name}.pt", weights_only=True)
        net, optimizer, scheduler = train(name, BEFORE)
        same(optimizer.state_dict(), saved["optimizer"])
        same(scheduler.state_dict(), saved["scheduler"])
        make_optimizer, make_scheduler = cases()[name]
        net = network()
        optimizer = make_optimizer(net)
        scheduler = make_scheduler(optimizer)
        net.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        scheduler.load_state_dict(saved["scheduler"])
        for number in range(BEFORE, BEFORE + AFTER):
            step(net, optimizer, scheduler, number)
        end, _, _ = train(name, BEFORE + AFTER)
        same(dict(end.state_dict()), dict(net.state_dict()))
        torch.set_rng_state(saved["rng"]["cpu"])
        print(f"OK {name}: {list(saved)}")


if __name__ == "__main__":
    main()
