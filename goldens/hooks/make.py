"""What real PyTorch's hooks see and say, scenario by scenario, as texts.

Made with torch 2.10.0+cu128 and safetensors 0.8.0. From the root of the repository:
    python goldens/hooks/make.py
It writes jtorch-core/src/test/resources/golden/hooks/hooks.safetensors, one text for each scenario of the files beside
this one: its log, a line an entry.
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import backward, forward, recipes, tensors  # noqa: E401, F401 - each registers its scenarios
from scenarios import save

if __name__ == "__main__":
    save("hooks/hooks")
