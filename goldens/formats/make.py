"""Saves tensors with real safetensors and numpy, and the same tensors with torch.save, for dev.jtorch.io.

Made with torch 2.10.0+cu128, safetensors 0.8.0, huggingface_hub 0.34.4, numpy 2.4.6 and Python 3.11.7. From the root of the repository:
    python goldens/formats/make.py
It writes jtorch-core/src/test/resources/golden/formats/*; for each file or set NAME.* there is what it holds as NAME.pt.
The Java tests compare the two, and write the files again with the same bytes.
"""
import io
import pathlib
import zipfile

import numpy
import torch
from huggingface_hub import save_torch_state_dict
from safetensors.torch import save_file

OUT = pathlib.Path(__file__).parents[2] / "jtorch-core/src/test/resources/golden/formats"

DTYPES = [torch.float64, torch.float32, torch.float16, torch.bfloat16, torch.int64, torch.int32, torch.int16, torch.int8,
          torch.uint8, torch.uint64, torch.uint32, torch.uint16, torch.bool, torch.complex64, torch.float8_e4m3fn,
          torch.float8_e4m3fnuz, torch.float8_e5m2, torch.float8_e5m2fnuz, torch.float8_e8m0fnu]


def values(dtype):
    if dtype == torch.float8_e8m0fnu:  # powers of two, nothing else
        return torch.tensor([[0.5, 1, 2], [4, 8, 16]]).to(dtype)
    x = torch.arange(6, dtype=torch.float64).reshape(2, 3)
    return (x * (1 + 2j)).to(dtype) if dtype.is_complex else x.to(dtype)


def dtypes():
    tensors = {f"x.{str(dtype)[6:]}": values(dtype) for dtype in DTYPES}
    tensors |= {"scalar": torch.tensor(2.5), "empty": torch.zeros(0, 3, dtype=torch.int16), "\u00e9\U0001f600\"\n\x1f": torch.ones(1)}
    save_file(tensors, OUT / "dtypes.safetensors", metadata={"format": "pt"})
    torch.save(tensors, OUT / "dtypes.pt")


def sharded():
    """Shards of at most 32 bytes."""
    tensors = {f"layer{i}.weight": torch.full((n,), float(i)) for i, n in enumerate([4, 30, 2, 5, 1])}
    save_torch_state_dict(tensors, OUT, max_shard_size=32, filename_pattern="sharded{suffix}.safetensors")
    torch.save(tensors, OUT / "sharded.pt")


def arrays():
    """Every numeric dtype; C and Fortran order; scalars and empty arrays."""
    made = {}
    for code in ["b1", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8", "c8", "c16"]:
        a = numpy.arange(24).reshape(2, 3, 4)
        made[code] = (a * (1 + 2j) if code[0] == "c" else a % 2 if code == "b1" else a).astype(code)
    made["fortran"] = numpy.asfortranarray(made["f4"])
    made["fortran.i2"] = numpy.asfortranarray(made["i2"][:, :, 1])
    made["scalar"] = numpy.array(7, "i8")
    made["one"] = numpy.array([1.5], "f4")
    made["empty"] = numpy.zeros((0, 3), "f8")
    made["deep/er.name"] = numpy.zeros((1, 1, 5), "f2")
    return made


def pt(arrays, name):
    torch.save({key: torch.from_numpy(a) for key, a in arrays.items()}, OUT / f"{name}.pt")


def npz():
    made = arrays()
    numpy.savez(OUT / "arrays.npz", **made)
    pt(made, "arrays")
    numpy.savez_compressed(OUT / "compressed.npz", **made)
    pt(made, "compressed")
    numpy.savez(OUT / "big_endian.npz", **{key: a.astype(a.dtype.newbyteorder(">")) for key, a in made.items()})
    pt(made, "big_endian")


def versions():
    a = arrays()["fortran"]
    with zipfile.ZipFile(OUT / "versions.npz", "w") as out:
        for version in (1, 2, 3):
            file = io.BytesIO()
            numpy.lib.format.write_array(file, a, version=(version, 0))
            out.writestr(f"v{version}.npy", file.getvalue())
    pt({f"v{version}": a for version in (1, 2, 3)}, "versions")


def npy():
    numpy.save(OUT / "array.npy", arrays()["f4"])
    torch.save(torch.from_numpy(arrays()["f4"]), OUT / "array.pt")
    for name, a in {"object": numpy.array([None]), "structure": numpy.zeros(2, [("a", "f4"), ("b", "i4")]),
                    "text": numpy.array(["abc"]), "date": numpy.array(["2020-01-01"], "M8[D]"),
                    "long_double": numpy.zeros(1, numpy.longdouble)}.items():
        numpy.save(OUT / f"refused_{name}.npy", a)


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    for make in (dtypes, sharded, npz, versions, npy):
        make()


if __name__ == "__main__":
    main()
