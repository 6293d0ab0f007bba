"""Saves the file that a machine with a GPU would: the device of each storage is only a tag in the file.

Made with torch 2.10.0. From the root of the repository:
    python goldens/io/saved_on_gpu.py
"""
from pathlib import Path

import torch

OUT = Path(__file__).parents[2] / "jtorch-cli/src/test/resources/golden/files/saved_on_gpu.pt"

if __name__ == "__main__":
    torch.serialization.register_package(0, lambda storage: "cuda:0", lambda storage, location: None)
    OUT.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"weight": torch.arange(6.0).reshape(2, 3), "steps": torch.tensor(7)}, OUT)
    try:
        torch.load(OUT)
    except RuntimeError as e:
        print(e)
    print(torch.load(OUT, map_location="cpu"), OUT.stat().st_size)
