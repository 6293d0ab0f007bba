"""Tables that torchinfo and torchsummary print for the networks of dev.jtorch.summary.SummaryNets.

Made with torchinfo 1.8.0, torchsummary 1.5.1, torch 2.10.0 and Python 3.11 (older Pythons print "(M)" for
"(Units.MEGABYTES)"); the tables do not depend on a seed. From the root of the repository:
    python goldens/summary/make.py
It writes torchinfo.txt, options.txt and torchsummary.txt to jtorch-core/src/test/resources/golden/summary: a line
"== name" before each table.
"""
import contextlib
import importlib.metadata
import io
from pathlib import Path

import torch
import torchinfo
import torchsummary
from torch import nn

from nets import (AnEncoderWithAVeryLongNameThatNeedsAWiderFirstColumn, Deep, Detector, LeNet, Lists, Pair, Partly,
                  Recurrent, Residual, Scaled, Scales, Shared, Sum, Twice, UNet, Wide, heavy, pruned, stem)

OUT = Path(__file__).parents[2] / "jtorch-core/src/test/resources/golden/summary"
ALL = ("kernel_size", "input_size", "output_size", "num_params", "params_percent", "mult_adds", "trainable")

# name: (network, input size, torchinfo's other arguments)
TORCHINFO = {
    "lenet": (LeNet(), (1, 1, 8, 8), {}),
    "lenet_batch_64": (LeNet(), (64, 1, 8, 8), {}),
    "deep": (Deep(), (2, 3, 6, 6), {}),
    "shared": (Shared(), (5, 6), {}),
    "lists": (Lists(), (2, 4), {}),
    "partly": (Partly(), (3, 7), {}),
    "wide": (Wide(), (1, 8), {}),
    "heavy": (heavy(), (2, 3, 64, 64), {}),
    "leaf": (nn.Linear(1000, 1000), (500, 1000), {}),
    "nothing": (nn.ReLU(), (3,), {}),
    "residual": (Residual(), (2, 3, 16, 16), {}),
    "unet": (UNet(), (1, 3, 8, 12), {}),
    "pair": (Pair(), [(2, 3), (2, 5)], {}),
    "recurrent": (Recurrent(), (2, 6, 3), {}),
    "scales": (Scales(), (1, 2, 10), {}),
    "pruned": (pruned(), (5, 3), {}),
}

# the same with other options
OPTIONS = {
    # columns and rows
    "lenet_all_columns": (LeNet(), (2, 1, 8, 8), dict(col_names=ALL)),
    "residual_all_columns": (Residual(), (1, 3, 16, 16), dict(col_names=ALL, col_width=16)),
    "recurrent_all_columns": (Recurrent(), (2, 6, 3), dict(col_names=ALL, col_width=14)),
    "partly_all_columns": (Partly(), (3, 7), dict(col_names=ALL, col_width=12)),
    "nothing_all_columns": (nn.ReLU(), (3,), dict(col_names=ALL, col_width=12)),
    "deep_depth_0": (Deep(), (2, 3, 6, 6), dict(depth=0, col_names=ALL, col_width=14)),
    "deep_depth_1": (Deep(), (2, 3, 6, 6), dict(depth=1, col_names=ALL, col_width=14)),
    "deep_depth_9": (Deep(), (2, 3, 6, 6), dict(depth=9, col_names=ALL, col_width=14)),
    "deep_names_ascii": (Deep(), (2, 3, 6, 6), dict(depth=5, row_settings=("var_names", "ascii_only"))),
    "deep_depth_and_names": (Deep(), (2, 3, 6, 6), dict(row_settings=("depth", "var_names"))),
    "deep_no_settings": (Deep(), (2, 3, 6, 6), dict(row_settings=())),
    "shared_once": (Shared(), (5, 6), dict(row_settings=("depth", "hide_recursive_layers", "var_names"))),
    "one_column": (Shared(), (5, 6), dict(col_names=("params_percent",))),
    "no_columns": (Shared(), (5, 6), dict(col_names=())),
    # a row for each parameter
    "lenet_verbose": (LeNet(), (1, 1, 8, 8), dict(verbose=2, col_names=ALL, col_width=14)),
    "partly_verbose": (Partly(), (3, 7), dict(verbose=2)),
    "pruned_verbose": (pruned(), (5, 3), dict(verbose=2, col_names=ALL, col_width=14, row_settings=("ascii_only",))),
    "recurrent_verbose": (Recurrent(), (2, 6, 3), dict(verbose=2, col_names=("kernel_size", "num_params"))),
    # the pass
    "lenet_batch_dim": (LeNet(), (1, 8, 8), dict(batch_dim=0)),
    "scales_batch_dim": (Scales(), (2, 10), dict(batch_dim=0, col_names=ALL, col_width=14)),
    "wide_batch_dim_1": (Wide(), (3, 8), dict(batch_dim=1, col_names=ALL, col_width=14)),
    "pair_dtypes": (Pair(), [(2, 3), (2, 5)], dict(dtypes=[torch.float32, torch.int64], col_names=ALL, col_width=14)),
    "pair_batch_dim": (Pair(), [(3,), (5,)], dict(batch_dim=0)),
    "residual_train": (Residual(), (2, 3, 16, 16), dict(mode="train")),
    # no pass
    "deep_no_input": (Deep(), None, {}),
    "shared_no_input": (Shared(), None, dict(col_names=("kernel_size", "params_percent", "trainable", "num_params"))),
    "lists_no_input": (Lists(), None, dict(depth=2, verbose=2)),
}


def frozen(net):
    net.layer0[0].requires_grad_(False)
    return net


# name: (network, input sizes without the batch, torchsummary's batch size)
TORCHSUMMARY = {
    "lenet": (LeNet(), (1, 8, 8), -1),
    "lenet_batch_64": (LeNet(), (1, 8, 8), 64),
    "deep": (Deep(), (3, 6, 6), -1),
    "shared": (Shared(), (6,), -1),
    "lists": (Lists(), (4,), -1),
    "partly": (Partly(), (7,), 3),
    "wide": (Wide(), (8,), -1),
    "wide_batch_5": (Wide(), (8,), 5),
    "heavy": (heavy(), (3, 64, 64), -1),
    "residual": (Residual(), (3, 16, 16), -1),
    "unet": (UNet(), (3, 8, 12), 7),
    "pair": (Pair(), [(3,), (5,)], -1),
    "stem": (stem(), (3, 224, 224), -1),
    "stem_batch_4": (stem(), (3, 224, 224), 4),
    "stem_frozen": (frozen(stem()), (3, 224, 224), -1),
    "twice": (Twice(), (4,), -1),
    "scaled": (Scaled(), (5,), -1),
    "detector_batch_4": (Detector(), (3, 4, 4), 4),
    "sum": (Sum(), [(3, 4, 4), (3, 4, 4)], 1),
    "eighth": (nn.Sequential(nn.Linear(32768, 1)), (32768,), 1),
    "encoder": (AnEncoderWithAVeryLongNameThatNeedsAWiderFirstColumn(), (8,), -1),
}


def torchinfos(net, size, options):
    with contextlib.redirect_stdout(io.StringIO()):
        return str(torchinfo.summary(net, size, **{"verbose": 0, **options}))


def torchsummarys(net, size, batch_size):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        torchsummary.summary(net, size, batch_size, "cpu")
    return out.getvalue().rstrip()


def write(name, package, tables):
    version = importlib.metadata.version(package)
    lines = [f"# by goldens/summary/make.py: {package} {version}, torch {torch.__version__}"]
    for case, table in tables.items():
        lines += [f"== {case}", table]
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / name).write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    write("torchinfo.txt", "torchinfo", {name: torchinfos(*case) for name, case in TORCHINFO.items()})
    write("options.txt", "torchinfo", {name: torchinfos(*case) for name, case in OPTIONS.items()})
    write("torchsummary.txt", "torchsummary", {name: torchsummarys(*case) for name, case in TORCHSUMMARY.items()})
