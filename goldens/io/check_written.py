"""Loads the files that Java wrote with real PyTorch and compares them with the goldens they were written from.

Needs torch 2.10 (used: 2.10.0+cu128, Python 3.11.7). From the root of the repository:
    mvn -q -pl jtorch test -Dtest=PickleFileTest && python goldens/io/check_written.py
Every file is loaded with weights_only=True, plainly and through a memory map; PyTorch's own check that the storages lie
where it computes them (TORCH_SERIALIZATION_DEBUG) is on.
"""
import os
import pathlib
import subprocess
import sys

os.environ["TORCH_SERIALIZATION_DEBUG"] = "1"

import torch  # noqa: E402
from torch.utils.serialization import config  # noqa: E402

from make import OUT, describe  # noqa: E402

WRITTEN = pathlib.Path(__file__).parents[2] / "jtorch-core/target/written/io"


def main():
    goldens = sorted(OUT.glob("*.txt"))
    assert sorted(path.stem for path in WRITTEN.glob("*.pt")) == [path.stem for path in goldens]
    config.load.calculate_storage_offsets = True
    for golden in goldens:
        path = WRITTEN / f"{golden.stem}.pt"
        subprocess.run(["unzip", "-tqq", path], check=True)
        for mmap in (False, True):
            said = describe(torch.load(path, weights_only=True, mmap=mmap))
            expected = golden.read_text().rstrip("\n")
            if said != expected:
                sys.exit(f"{golden.stem}: PyTorch reads\n{said}\nexpected\n{expected}")
        print(f"OK {golden.stem}")
    check_optimizers()
    print(f"OK: {len(goldens)} files with torch {torch.__version__}")


def check_optimizers():
    """The optimizers accept the state that Java wrote."""
    saved = torch.load(WRITTEN / "optimizers.pt", weights_only=True)
    model = torch.nn.Linear(2, 2)
    torch.optim.AdamW(model.parameters()).load_state_dict(saved["adam"])
    sgd = torch.optim.SGD(model.parameters(), momentum=0.9)
    sgd.load_state_dict(saved["sgd"])
    torch.optim.lr_scheduler.MultiStepLR(sgd, [7]).load_state_dict(saved["scheduler"])
    torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.BatchNorm1d(2)).load_state_dict(
        torch.load(WRITTEN / "state_dict.pt", weights_only=True))


if __name__ == "__main__":
    main()
