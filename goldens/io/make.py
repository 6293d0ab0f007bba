"""Saves files with real PyTorch for dev.jtorch.io.pickle, and says in text what each of them holds.

Made with torch 2.10.0+cu128 and Python 3.11.7. From the root of the repository:
    python goldens/io/make.py
It writes jtorch-core/src/test/resources/golden/io/*.pt and, for each, what `describe` says of it as .txt (each below 50 kB).
The Java tests describe what they read in the same words.
"""
import collections
import io
import pathlib
import struct
import tarfile
import zipfile

import numpy
import torch
from torch import nn

OUT = pathlib.Path(__file__).parents[2] / "jtorch-core/src/test/resources/golden/io"
REFUSED = OUT / "refused"
LEGACY = {"legacy_module": {"_use_new_zipfile_serialization": False}}
Point = collections.namedtuple("Point", "x y")


def describe(value, storages=None):
    """One line that tells everything a file keeps of a value; frozenset, bytearray and defaultdict as their kin."""
    storages = {} if storages is None else storages
    inner = lambda v: describe(v, storages)
    items = lambda vs: ", ".join(inner(v) for v in vs)
    pairs = lambda d: ", ".join(f"{inner(k)}: {inner(v)}" for k, v in d.items())
    if isinstance(value, torch.Tensor):
        return describe_tensor(value, storages)
    if isinstance(value, torch.Size):
        return f"size({items(value)})"
    if isinstance(value, collections.OrderedDict):
        return f"O{{{pairs(value)}}}" + (f"!{{{pairs(vars(value))}}}" if vars(value) else "")
    if isinstance(value, collections.Counter):
        return f"C{{{pairs(value)}}}"
    if isinstance(value, dict):
        return f"{{{pairs(value)}}}"
    if isinstance(value, (set, frozenset)):
        return f"set({items(value)})"
    if isinstance(value, list):
        return f"[{items(value)}]"
    if isinstance(value, tuple):
        return f"({items(value)})"
    if isinstance(value, float):
        return f"f:{struct.pack('>d', value).hex()}"
    if isinstance(value, complex):
        return f"complex({inner(value.real)}, {inner(value.imag)})"
    if isinstance(value, (bytes, bytearray)):
        return f"b:{bytes(value).hex()}"
    if isinstance(value, str):
        return f"'{value}'"
    if isinstance(value, torch.dtype):
        return f"dtype({str(value)[6:]})"
    if isinstance(value, torch.device):
        return f"device({value.type}, {value.index})"
    assert value is None or isinstance(value, (bool, int)), type(value)
    return str(value)


def describe_tensor(tensor, storages):
    storage = tensor.untyped_storage()
    number = storages.setdefault(storage._cdata, len(storages))
    kind = "parameter" if isinstance(tensor, nn.Parameter) else "tensor"
    grad = " grad" if tensor.requires_grad else ""
    return (f"{kind}({str(tensor.dtype)[6:]} s{number}+{tensor.storage_offset()} {list(tensor.shape)} "
            f"{list(tensor.stride())}{grad} {bytes(storage).hex()})")


def save(name, value, **options):
    """Saves to a stream, as Java does: then PyTorch calls the archive's folder `archive`."""
    stream = io.BytesIO()
    torch.save(value, stream, **options)
    write(name, value, stream.getvalue())


def write(name, value, data):
    assert len(data) < 50_000, name
    (OUT / f"{name}.pt").write_bytes(data)
    (OUT / f"{name}.txt").write_text(describe(value) + "\n")


def records(name):
    with zipfile.ZipFile(OUT / f"{name}.pt") as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def state_dict():
    torch.manual_seed(5)
    return nn.Sequential(nn.Linear(3, 2), nn.BatchNorm1d(2)).state_dict()


def dtypes():
    names = ("float64 float32 float16 bfloat16 int64 int32 int16 int8 uint8 bool complex64 complex128 uint16 uint32 "
             "uint64 float8_e4m3fn float8_e5m2 float8_e4m3fnuz float8_e5m2fnuz float8_e8m0fnu complex32").split()
    return {name: torch.tensor([1, 0, 2]).to(getattr(torch, name)) for name in names}


def views():
    base = torch.arange(12.0).reshape(3, 4)
    return {"base": base, "transposed": base.t(), "slice": base[1:, 1:3], "step": base[::2], "expanded": base[0].expand(5, 4),
            "scalar": torch.tensor(7), "empty": torch.empty(0), "empty2": torch.empty(0, 3), "last": base[2, 3],
            "rank5": torch.ones(1, 1, 2, 1, 1)}


def parameters():
    shared = nn.Parameter(torch.ones(2))
    return [shared, nn.Parameter(torch.zeros(1), requires_grad=False), torch.ones(2, requires_grad=True), shared]


def attributes():
    tensor, parameter = torch.ones(2), nn.Parameter(torch.zeros(2))
    tensor.note = "t"
    parameter.note = "p"
    return {"tensor": tensor, "parameter": parameter}


def plain():
    return {"ints": [0, -1, 255, 256, 65535, 65536, -2**31, 2**31, 2**63 - 1, -2**63, 2**63, -2**100, 2**100],
            "floats": [0.0, -0.0, 1.5, float("inf"), float("nan"), 5e-324], "flags": (True, False, None),
            "tuples": [(), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4)], "texts": ["", "é", "日本", "😀", "two\nlines"],
            "bytes": [b"ab\xff\x00"], "sets": [set(), {1}, {3, 5, 7}], "complex": 1 - 2j,
            "size": torch.Size([2, 3]), "devices": [torch.device("cpu"), torch.device("cuda:1")],
            "dtypes": [torch.float32, torch.qint8], "counter": collections.Counter({"x": 2, "y": 1}), "keys": {1: 2, None: 3, (1, "a"): 4},
            "ordered": collections.OrderedDict(b=1, a=2), "deep": [[[[]]]]}


def kin():
    return {"frozenset": frozenset([2]), "bytearray": bytearray(b"xy"), "empty": b"", "empty2": bytearray(),
            "default": collections.defaultdict(list, a=[1]), "default2": collections.defaultdict(int), "long": "x" * 300}


def optimizers():
    torch.manual_seed(6)
    model = nn.Linear(2, 2)
    model(torch.ones(1, 2)).sum().backward()
    adam = torch.optim.AdamW(model.parameters(), lr=1e-3)
    sgd = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
    scheduler = torch.optim.lr_scheduler.MultiStepLR(sgd, [1, 3])
    adam.step(), sgd.step(), scheduler.step()
    return {"adam": adam.state_dict(), "sgd": sgd.state_dict(), "scheduler": scheduler.state_dict(), "epoch": 1}


def batches():
    return {"list": list(range(2500)), "dict": {i: f"value {i}" for i in range(1500)}}


def rezipped(name, change=lambda record, data: data):
    """The records of another golden, compressed, below an own folder, with entries for the folders."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for folder in ("my model/", "my model/data/"):
            archive.writestr(zipfile.ZipInfo(folder), b"")
        for record, data in records(name).items():
            info = zipfile.ZipInfo(record.replace("archive", "my model"))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, change(record, data))
    return stream.getvalue()


def big_endian(record, data):
    """What a big-endian machine writes; the numbers of `dtypes` have the sizes that their records tell."""
    if record.endswith("byteorder"):
        return b"big"
    if "/data/" not in record or "/.data/" in record:
        return data
    halves = 2 if record.split("/")[-1] in COMPLEX_RECORDS else 1
    size = len(data) // 3 // halves
    return b"".join(data[i:i + size][::-1] for i in range(0, len(data), size))


COMPLEX_RECORDS = [str(i) for i, t in enumerate(dtypes().values()) if t.is_complex()]


def zip64(name):
    """Another golden with every directory value moved into the zip64 parts, as in files of more than 4 GiB."""
    data = (OUT / f"{name}.pt").read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos, start = archive.infolist(), archive.start_dir
    directory = b"".join(
        struct.pack("<IHHHHHHIIIHHHHHII", 0x02014b50, 45, 45, info.flag_bits, 0, 0, 0, info.CRC, 2**32 - 1, 2**32 - 1,
                    len(info.filename), 28, 0, 0, 0, 0, 2**32 - 1) + info.filename.encode()
        + struct.pack("<HHQQQ", 1, 24, info.file_size, info.file_size, info.header_offset) for info in infos)
    end = struct.pack("<IQHHIIQQQQ", 0x06064b50, 44, 45, 45, 0, 0, len(infos), len(infos), len(directory), start)
    locator = struct.pack("<IIQI", 0x07064b50, 0, start + len(directory), 1)
    return data[:start] + directory + end + locator + struct.pack(
        "<IHHHHIIH", 0x06054b50, 0, 0, 2**16 - 1, 2**16 - 1, 2**32 - 1, 2**32 - 1, 0)


def located():
    """What a machine with two GPUs writes: the devices of the three storages are only tags in the file."""
    tags = iter(["cpu", "cuda:1", "cuda:3"])
    real, torch.serialization.location_tag = torch.serialization.location_tag, lambda storage: next(tags)
    try:
        save("located", {"here": torch.ones(1), "one": torch.full((2,), 2.0), "three": torch.full((3,), 3.0)})
    finally:
        torch.serialization.location_tag = real


def refused():
    """What torch.load(weights_only=True) or JTorch does not read."""
    quantized = torch.quantize_per_tensor(torch.ones(2), 0.1, 0, torch.qint8)
    return {"sparse": {"a": [torch.eye(2).to_sparse()]}, "quantized": {"a": quantized}, "module": nn.Linear(2, 1),
            "legacy_module": nn.Linear(2, 1), "numpy_array": {"a": numpy.ones(2)}, "numpy_scalar": {"a": numpy.float64(1)},
            "namedtuple": Point(1, 2), "conjugated": torch.ones(2, dtype=torch.complex64).conj(),
            "meta": torch.ones(2, device="meta"), "layout": torch.strided}


def tar():
    """The members of a file of PyTorch before 0.1.10, without the content."""
    with tarfile.open(REFUSED / "tar.pt", "w", format=tarfile.PAX_FORMAT) as archive:
        for member in ("sys_info", "pickle", "tensors", "storages"):
            archive.addfile(tarfile.TarInfo(member))


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    for make in (state_dict, dtypes, views, parameters, attributes, plain, kin, optimizers, batches):
        save(make.__name__, make())
    for protocol in (3, 4, 5):
        save(f"protocol{protocol}", {"plain": plain(), "kin": kin(), "state": state_dict()}, pickle_protocol=protocol)
    torch.serialization.set_crc32_options(False)
    save("no_crc", state_dict())
    write("deflated", views(), rezipped("views"))
    write("big_endian", dtypes(), rezipped("dtypes", big_endian))
    write("zip64", views(), zip64("views"))
    for make in (state_dict, dtypes, views, parameters, plain, kin, optimizers):
        save(f"legacy_{make.__name__}", make(), _use_new_zipfile_serialization=False)
    save("legacy_protocol4", views(), _use_new_zipfile_serialization=False, pickle_protocol=4)
    located()
    REFUSED.mkdir(exist_ok=True)
    for name, value in refused().items():
        torch.save(value, REFUSED / f"{name}.pt", **LEGACY.get(name, {}))
    torch.jit.script(nn.Linear(2, 1)).save(REFUSED / "torchscript.pt")
    tar()


if __name__ == "__main__":
    main()
