"""Orders in which PyTorch's samplers and loaders read data, for each seed.

Run with torch 2.10.0: python goldens/data/make.py
Writes jtorch-core/src/test/resources/golden/data/orders.txt: one case a line, its name, a tab, and JSON.
"""
import json
from pathlib import Path

import torch
from torch.utils.data import (DataLoader, Dataset, RandomSampler, SubsetRandomSampler, WeightedRandomSampler,
                              random_split)

OUT = Path(__file__).parents[2] / "jtorch-core/src/test/resources/golden/data/orders.txt"
TEN = range(10)


def seeded(seed):
    return torch.Generator().manual_seed(seed)


class Chance(Dataset):
    """Six samples, each a random number."""

    def __len__(self):
        return 6

    def __getitem__(self, index):
        return torch.randint(0, 1000, ())


def passes(loader, count):
    return [[batch.tolist() for batch in loader] for _ in range(count)]


def sampler_cases():
    continuing = RandomSampler(TEN, generator=seeded(0))
    yield "random_seed_0", [list(continuing), list(continuing), list(continuing)]
    torch.manual_seed(0)
    yield "random_default_0", list(RandomSampler(TEN))
    yield "random_25_of_10", list(RandomSampler(TEN, num_samples=25, generator=seeded(3)))
    yield "random_replacement_40", list(RandomSampler(TEN, replacement=True, num_samples=40, generator=seeded(3)))
    torch.manual_seed(1)
    yield "subset_default_1", list(SubsetRandomSampler([3, 1, 4, 15, 9, 2, 6]))
    torch.manual_seed(1)
    yield "weighted_default_1", list(WeightedRandomSampler([0.1, 0.9, 0.4, 0.7, 3.0, 0.6], 8))
    yield "weighted_distinct_1", list(
        WeightedRandomSampler([0.9, 0.4, 0.05, 0.2, 0.3, 0.1], 5, replacement=False, generator=seeded(1)))


def split_cases():
    yield "split_3_7", [s.indices for s in random_split(TEN, [3, 7], generator=seeded(42))]
    yield "split_fractions", [s.indices for s in random_split(range(31), [0.3, 0.3, 0.4], generator=seeded(42))]
    torch.manual_seed(5)
    yield "split_default_5", [s.indices for s in random_split(range(8), [5, 3])]


def loader_cases():
    torch.manual_seed(0)
    yield "loader_default_0", passes(DataLoader(TEN, batch_size=4, shuffle=True), 2)
    yield "loader_seed_7", passes(DataLoader(TEN, batch_size=4, shuffle=True, generator=seeded(7)), 3)
    torch.manual_seed(0)
    yield "workers_chance_0", passes(DataLoader(Chance(), batch_size=2, num_workers=2), 2)
    torch.manual_seed(0)
    yield "serial_chance_0", passes(DataLoader(Chance(), batch_size=2), 1)


if __name__ == "__main__":
    cases = [*sampler_cases(), *split_cases(), *loader_cases()]
    lines = [f"# torch {torch.__version__}"] + [f"{name}\t{json.dumps(value)}" for name, value in cases]
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text("\n".join(lines) + "\n")
