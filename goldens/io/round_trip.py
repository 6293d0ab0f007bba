"""Takes every golden both ways: real PyTorch saved it, Java read and rewrote it, and real PyTorch reads that and compares.

Needs torch 2.10 (used: 2.10.0+cu128, Python 3.11.7). From the root of the repository:
    mvn -q -pl :jtorch test -Dtest=PickleFileTest,RewrittenFileTest && python goldens/io/round_trip.py
Java rewrites each file twice: as plain data (io), and through tensors (tensors), where a Parameter becomes a tensor. Every
file is loaded with weights_only=True, plainly and through a memory map; PyTorch's own check that the storages lie where it
computes them (TORCH_SERIALIZATION_DEBUG) is on.
"""
import os
import pathlib
import subprocess
import sys

os.environ["TORCH_SERIALIZATION_DEBUG"] = "1"

import torch  # noqa: E402
from torch.utils.serialization import config  # noqa: E402

from make import OUT, describe  # noqa: E402

WRITTEN = pathlib.Path(__file__).parents[2] / "jtorch-core/target/written"


def main():
    config.load.calculate_storage_offsets = True
    goldens = sorted(OUT.glob("*.txt"))
    for golden in goldens:
        check(golden.stem, "io", golden.read_text().rstrip("\n"))
        check(golden.stem, "tensors", golden.read_text().rstrip("\n").replace("parameter(", "tensor("))
        print(f"OK {golden.stem}")
    check_states()
    print(f"OK: {len(goldens)} files, each rewritten twice and read twice, with torch {torch.__version__}")


def check(name, folder, expected):
    path = WRITTEN / folder / f"{name}.pt"
    subprocess.run(["unzip", "-tqq", path], check=True)
    for mmap in (False, True):
        said = describe(torch.load(path, weights_only=True, mmap=mmap, map_location="cpu"))
        if said != expected:
            sys.exit(f"{folder}/{name}: PyTorch reads\n{said}\nexpected\n{expected}")


def check_states():
    """Optimizers, schedulers and modules accept the states that Java wrote."""
    for folder in ("io", "tensors"):
        for prefix in ("", "legacy_"):
            saved = torch.load(WRITTEN / folder / f"{prefix}optimizers.pt", weights_only=True)
            model = torch.nn.Linear(2, 2)
            torch.optim.AdamW(model.parameters()).load_state_dict(saved["adam"])
            sgd = torch.optim.SGD(model.parameters(), momentum=0.9)
            sgd.load_state_dict(saved["sgd"])
            torch.optim.lr_scheduler.MultiStepLR(sgd, [7]).load_state_dict(saved["scheduler"])
            net = torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.BatchNorm1d(2))
            net.load_state_dict(torch.load(WRITTEN / folder / f"{prefix}state_dict.pt", weights_only=True))
    print("OK: optimizers, a scheduler and a module load what Java wrote")


if __name__ == "__main__":
    main()
