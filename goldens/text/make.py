"""Prints tensors and numbers with real Python for dev.jtorch.internal.text.

Made with torch 2.10.0+cu128 and Python 3.11.7, seed 20. From the root of the repository:
    python goldens/text/make.py
It writes jtorch-core/src/test/resources/golden/text/*.txt (each below 50 kB).

A case is a block of `key: value` lines and, behind a bar each, the lines of the expected text; a blank line ends it.
Keys with PyTorch's default are left out. `values` are Python floats or integers (complex: real and imaginary part in
turn); `ramp: mul mod sub div` stands for ((i * mul) % mod - sub) / div of every row-major position i.
"""
import math
import pathlib
import random
import struct

import torch

SEED = 20
OUT = pathlib.Path(__file__).parents[2] / "jtorch-core/src/test/resources/golden/text"
HEAD = f"# by goldens/text/make.py: torch {torch.__version__}, seed {SEED}\n\n"
DEFAULTS = dict(precision=4, threshold=1000, edgeitems=3, linewidth=80, sci_mode=None)
INTEGERS = [torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64]
FLOATS = [torch.float32, torch.float64, torch.float16, torch.bfloat16]
COMPLEXES = [torch.complex64, torch.complex128]
inf, nan = math.inf, math.nan
NAMES = set()


class MyTensor(torch.Tensor):
    pass


def short(dtype):
    return str(dtype).removeprefix("torch.")


def flat(t):
    """The elements as text."""
    items = t.detach().as_subclass(torch.Tensor).reshape(-1).tolist()
    if t.dtype.is_complex:
        items = [part for item in items for part in (item.real, item.imag)]
    return " ".join(repr(int(i) if isinstance(i, bool) else i) for i in items)


def ramp(shape, mul, mod, sub, div, dtype=torch.float32):
    i = torch.arange(math.prod(shape), dtype=torch.int64)
    exact = ((i * mul) % mod - sub).double() / div
    t = exact.to(dtype).reshape(shape)
    assert torch.equal(t.double().reshape(-1), exact), "the dtype must hold the ramp exactly"
    return t, f"ramp: {mul} {mod} {sub} {div}"


def case(name, t, values=None, device=None, default=None, **options):
    assert name not in NAMES, name
    NAMES.add(name)
    lines = [f"case: {name}", f"dtype: {short(t.dtype)}", f"shape: {' '.join(map(str, t.shape))}".rstrip()]
    settings = {**DEFAULTS, **options}
    lines += [f"{k}: {v}" for k, v in settings.items() if v != DEFAULTS[k]]
    if default:
        lines.append(f"default: {short(default)}")
    if device or t.is_meta:
        lines.append(f"device: {device or 'meta'}")
    if type(t) is torch.nn.Parameter:
        lines.append("heading: Parameter containing:")
    elif type(t) is not torch.Tensor:
        lines.append(f"type: {type(t).__name__}")
    if t.requires_grad:
        lines.append("requires_grad: true")
    if t.grad_fn is not None:
        lines.append(f"grad_fn: {type(t.grad_fn).__name__}")
    if not t.is_meta:
        lines.append(values or f"values: {flat(t)}".rstrip())
    return "\n".join(lines + ["|" + line for line in printed(t, device, default, settings)]) + "\n\n"


def printed(t, device, default, settings):
    native = torch._C._get_default_device
    torch.set_printoptions(**settings)
    torch.set_default_dtype(default or torch.float32)
    if device:  # without a GPU: what Python does when another device is the default one
        torch._C._get_default_device = lambda: "cuda"
    text = str(t)
    torch._C._get_default_device = native
    torch.set_default_dtype(torch.float32)
    return text.split("\n")


def random_values(shape, dtype):
    if dtype == torch.bool:
        return torch.rand(shape) > 0.5
    if dtype in INTEGERS:
        top = random.choice([10, 100, min(30000, torch.iinfo(dtype).max)])
        return torch.randint(0 if dtype == torch.uint8 else -top, top, shape).clamp(max=torch.iinfo(dtype).max).to(dtype)
    return (torch.randn(shape, dtype=torch.complex128 if dtype.is_complex else torch.float64)
            * random.choice([1, 1, 3, 20, 1e-2])).to(dtype)


def sweep(dtypes):
    """Every dtype in every rank from 0 to 5."""
    shapes = [(), (5,), (2, 3), (2, 1, 3), (2, 2, 1, 2), (1, 2, 1, 2, 2)]
    for dtype in dtypes:
        for shape in shapes:
            yield case(f"random {short(dtype)} of rank {len(shape)}", random_values(shape, dtype))


def specials():
    lists = dict(
        whole=[1.0, 2.0, 3.0], whole_negative=[1.0, -20.0, 3.0], negative=[-1.5, 2.25, 100.125],
        zero=[0.0], zeros=[0.0] * 30, negative_zero=[-0.0], zeros_of_both_signs=[0.0, -0.0],
        negative_zero_among_whole=[-0.0, 1.0], negative_zero_among_fixed=[-0.0, 1.5],
        negative_zero_scientific=[-0.0, 1e-9], inf=[inf], nan=[nan], nonfinite=[inf, -inf, nan],
        nonfinite_whole=[inf, 1.0, nan, -inf], nonfinite_fixed=[inf, 1.5, nan, -inf],
        nonfinite_scientific=[inf, 1e10, nan, -inf], nonfinite_and_zero=[nan, 0.0, -0.0, inf],
        wide_ratio=[1.0, 1001.0], ratio_at_limit=[1.0, 1000.0], fixed_ratio_at_limit=[0.5, 500.0],
        fixed_wide_ratio=[0.5, 500.5], ten_to_8=[1e8], above_ten_to_8=[1e8 + 8, 1e8], ten_to_minus_4=[1e-4, 2e-4],
        above_ten_to_minus_4=[1.01e-4], tiny=[1e-5, 1.5], subnormal=[1e-45], smallest_normal=[1.17549435e-38],
        largest=[3.4028234663852886e38], tie_even=[0.00005, 0.03125, 0.09375, 2.00003],
        half_ways=[0.15625, 0.21875, 1.03125], rounds_to_zero=[1e-4, -1e-4, 3e-4],
        three_digit_exponents_are_float64=[1e30, 1e-30], wrapped=[i / 8 for i in range(25)],
        wrapped_whole=[float(i) for i in range(40)], wrapped_zeros_with_inf=[0.0] * 26 + [inf])
    for name, values in lists.items():
        yield case(name.replace("_", " "), torch.tensor(values))
    for name, value in dict(whole=2.0, fixed=2.5, inf=-inf, nan=nan, zero=-0.0, tiny=-1e-7, huge=1e20).items():
        yield case(f"scalar {name}", torch.tensor(value))
    double = torch.float64
    yield case("float64 large and tiny", torch.tensor([1e300, -1e-300], dtype=double))
    yield case("float64 extremes", torch.tensor([5e-324, 1.7976931348623157e308], dtype=double))
    yield case("float64 ratio overflows", torch.tensor([1e-320, 1e308, 0.0], dtype=double))
    yield case("float64 half ways", torch.tensor([0.00005, 0.00015, 1.00005, 2.67545, 0.12345], dtype=double))
    yield case("float16 extremes", torch.tensor([65504, 6e-8, inf], dtype=torch.float16))
    yield case("float16 whole", torch.tensor([65504.0, 2048.0], dtype=torch.float16))
    yield case("bfloat16 extremes", torch.tensor([3.38e38, 1e-40], dtype=torch.bfloat16))
    yield case("bfloat16 thirds", torch.tensor([1 / 3, 2 / 3, 100 / 3], dtype=torch.bfloat16))
    yield case("float8_e4m3fn", torch.tensor([1.5, 448, 0.0625], dtype=torch.float8_e4m3fn))
    yield case("float8_e5m2", torch.tensor([1.5, 57344, 0.0625], dtype=torch.float8_e5m2))


def whole_numbers():
    yield case("uint8 range", torch.tensor([0, 255], dtype=torch.uint8))
    yield case("int8 range", torch.tensor([-128, 0, 127], dtype=torch.int8))
    yield case("int64 range", torch.tensor([-2**63, 0, 2**63 - 1]))
    yield case("uint64 range", torch.tensor([0, 2**64 - 1], dtype=torch.uint64))
    yield case("uint32 range", torch.tensor([0, 2**32 - 1], dtype=torch.uint32))
    yield case("int64 wrapped", torch.arange(100) * 37 - 500)
    yield case("bool all true", torch.tensor([True, True]))
    yield case("bool wrapped", torch.arange(30) % 3 == 0)
    yield case("bool wrapped matrix", (torch.arange(60) % 7 == 0).reshape(3, 20))


def complex_numbers():
    def c(name, items, dtype=torch.complex64, **options):
        return case(f"complex {name}", torch.tensor(items, dtype=dtype), **options)

    yield c("whole", [1 + 2j, -3 - 4j])
    yield c("mixed widths", [1.5 + 20.25j, -30.125 - 4j, 0j])
    yield c("zeros of both signs", [complex(-0.0, -0.0), complex(0.0, 0.0), complex(1.5, -0.0)])
    yield c("nonfinite", [complex(inf, -inf), complex(nan, inf), complex(1, nan)])
    yield c("scientific parts", [1e-6 + 1e9j, 1 - 1j])
    yield c("one part whole", [1 + 0.5j, 2 - 0.25j])
    yield c("wrapped", [complex(i / 4, -i) for i in range(20)])
    yield c("scalar", 1.5 - 2j)
    yield c("matrix", [[1 + 1j, 2.5 - 1j], [0j, -1j]])
    yield c("forced scientific", [1 + 1j, 2j], sci_mode=True)
    yield c("precision", [1 / 3 + 1j / 7, 2j], precision=7)
    yield c("half", [1.5 + 2j, 1 / 3 - 1j], dtype=torch.complex32)
    yield c("is default of float64", [1 + 2j], dtype=torch.complex128, default=torch.float64)
    yield c("complex64 under float64", [1 + 2j], default=torch.float64)
    yield c("summarised", [complex(i, -i) for i in range(12)], threshold=5)
    yield c("summarised narrow", [complex(i / 3, -i) for i in range(12)], threshold=5, linewidth=40)


def summaries():
    def big(name, shape, *spec, dtype=torch.float32, **options):
        t, values = ramp(shape, *spec, dtype=dtype)
        return case(f"summarised {name}", t, values, **options)

    yield big("vector", (1001,), 1, 1001, 0, 1)
    yield big("vector at the threshold", (1000,), 1, 1000, 0, 1, linewidth=2000)
    yield big("fixed vector", (5000,), 7, 4096, 2048, 16)
    yield big("the middle does not choose the notation", (2000,), 1, 1000, 500, 1)
    yield big("matrix", (40, 40), 3, 1600, 800, 8)
    yield big("tall matrix", (1000, 2), 1, 64, 32, 4)
    yield big("wide matrix", (2, 1000), 1, 64, 32, 4)
    yield big("six wide", (200, 6), 1, 64, 0, 4)
    yield big("seven wide", (200, 7), 1, 64, 0, 4)
    yield big("rank 3", (12, 11, 10), 5, 512, 256, 2)
    yield big("rank 3 short first", (2, 30, 30), 5, 512, 256, 2)
    yield big("rank 4", (8, 2, 9, 10), 11, 512, 100, 1)
    yield big("rank 5", (3, 2, 7, 7, 7), 1, 100, 50, 1)
    yield big("int64", (100, 100), 13, 10007, 5000, 1, dtype=torch.int64)
    yield big("uint8", (60, 60), 7, 256, 0, 1, dtype=torch.uint8)
    yield big("float16", (2000,), 3, 128, 64, 8, dtype=torch.float16)
    yield big("bfloat16", (2000,), 3, 128, 64, 8, dtype=torch.bfloat16)
    yield big("float64", (2000,), 3, 128, 64, 8, dtype=torch.float64)
    yield big("scientific", (2000,), 1, 2000, 0, 1024)
    yield big("narrow lines", (3000,), 7, 4096, 2048, 16, linewidth=30)
    yield big("one edge item", (50, 50), 7, 4096, 2048, 16, edgeitems=1)
    yield big("ten edge items", (2000,), 7, 4096, 2048, 16, edgeitems=10)
    yield big("low threshold", (3, 8), 1, 24, 0, 1, threshold=5)
    yield big("threshold 0 of a short vector", (4,), 1, 24, 0, 1, threshold=0)
    yield big("edge items 0 of a vector", (20,), 1, 24, 0, 1, threshold=5, edgeitems=0)
    yield big("edge items 0 of a matrix", (20, 2), 1, 24, 0, 2, threshold=5, edgeitems=0)
    yield big("edge items 0 of int64", (20, 2, 2), 1, 24, 0, 1, dtype=torch.int64, threshold=5, edgeitems=0)
    yield big("never", (30, 40), 1, 8, 0, 1, threshold=inf, linewidth=200)
    yield big("short profile", (20, 60), 7, 4096, 2048, 16, precision=2, edgeitems=2)
    yield case("summarised bool", torch.arange(1200).reshape(3, 400) % 2 == 0)
    yield case("summarised zeros", torch.zeros(30, 40), "ramp: 0 1 0 1")


def settings():
    t = torch.tensor([[0.5, 1 / 3, 100.125], [-2.0, 0.0, 7.75]])
    for precision in (0, 1, 2, 8, 20):
        yield case(f"precision {precision}", t, precision=precision)
        yield case(f"precision {precision} scientific", t, precision=precision, sci_mode=True)
    whole = torch.tensor([1.0, -20.0, inf, nan, 0.0])
    yield case("forced scientific whole", whole, sci_mode=True)
    yield case("forced scientific zeros", torch.zeros(3), sci_mode=True)
    yield case("forbidden scientific huge", torch.tensor([1e30, 1.0, 2**70]), sci_mode=False)
    yield case("forbidden scientific tiny", torch.tensor([1e-9, -1e-9, 1.0]), sci_mode=False)
    yield case("forbidden scientific float64", torch.tensor([1e22, 0.1], dtype=torch.float64), sci_mode=False)
    yield case("forced scientific half", torch.tensor([1.5, 1 / 3], dtype=torch.float16), sci_mode=True)
    yield case("scientific does not change integers", torch.tensor([1, 100]), sci_mode=True)
    for width in (0, 1, 20, 33, 40, 79, 81, 120):
        yield case(f"line width {width}", torch.arange(48.).reshape(2, 24) / 4, linewidth=width)
    yield case("edge items 0 not summarised", t, edgeitems=0)
    yield case("edge items 0 of a scalar", torch.tensor(1.5), edgeitems=0)
    yield case("deep and narrow", torch.arange(24.).reshape(1, 2, 3, 1, 4) / 8, linewidth=24)


def suffixes():
    leaf = torch.tensor([1.5, 2.5], requires_grad=True)
    yield case("requires grad", leaf)
    yield case("grad_fn add", leaf + 1)
    yield case("grad_fn of a scalar", (leaf * 2).sum())
    yield case("grad_fn and dtype", leaf.double() * 2)
    yield case("parameter", torch.nn.Parameter(torch.tensor([[1.0, 2.0], [3.0, 4.5]])))
    yield case("parameter scalar", torch.nn.Parameter(torch.tensor(0.25)))
    yield case("parameter frozen", torch.nn.Parameter(torch.tensor([1.0]), requires_grad=False))
    yield case("parameter bfloat16", torch.nn.Parameter(torch.tensor([0.1], dtype=torch.bfloat16)))
    yield case("subclass", (torch.arange(30.).reshape(2, 15) / 7).as_subclass(MyTensor))
    yield case("device", torch.tensor([1.0, 2.5]), device="cpu")
    yield case("device and more", torch.tensor([1.0], dtype=torch.float64, requires_grad=True), device="cpu")
    yield case("device of an empty one", torch.empty(0, 2, dtype=torch.int32), device="cpu")
    wide = torch.arange(20.).reshape(2, 10) + 0.5
    for count in range(9, 16):  # the suffix moves to the next line somewhere here
        yield case(f"suffix behind {count}", torch.arange(float(count)), device="cpu")
        yield case(f"suffixes behind {count}", (torch.arange(count, dtype=torch.float64).requires_grad_() * 2))
    yield case("suffix behind a matrix", (wide.requires_grad_() + 1))
    yield case("suffixes on narrow lines", torch.arange(3, dtype=torch.float64).requires_grad_(), device="cpu",
               linewidth=25)
    yield case("suffix of exactly the width", torch.tensor([1, 2, 3], dtype=torch.int32), linewidth=31)
    yield case("suffix one short of the width", torch.tensor([1, 2, 3], dtype=torch.int32), linewidth=34)
    yield case("suffix two more", torch.tensor([1, 2, 3], dtype=torch.int32), linewidth=36)
    for shape in ((0,), (0, 3), (2, 0), (2, 0, 4), (0, 0, 0, 0, 0)):
        yield case(f"empty {shape}", torch.empty(shape))
    for dtype in (torch.int64, torch.bool, torch.complex64, torch.float64, torch.uint8):
        yield case(f"empty {short(dtype)}", torch.empty(0, 2, dtype=dtype))
    yield case("empty int64 vector", torch.empty(0, dtype=torch.int64))
    yield case("empty requires grad", torch.empty(0, 2, requires_grad=True))
    yield case("empty with edge items 0", torch.empty(0), edgeitems=0)
    yield case("meta", torch.empty(2, 3, device="meta"))
    yield case("meta scalar int64", torch.empty((), dtype=torch.int64, device="meta"))
    yield case("meta empty with edge items 0", torch.empty(0, device="meta", requires_grad=True), edgeitems=0)
    yield case("float64 is the default", torch.tensor([1.5], dtype=torch.float64), default=torch.float64)
    yield case("float32 under float64", torch.tensor([1.5]), default=torch.float64)
    yield case("float16 is the default", torch.tensor([1.5], dtype=torch.float16), default=torch.float16)
    yield case("complex64 under float16", torch.tensor([1j], dtype=torch.complex64), default=torch.float16)


def doubles(count):
    """Random doubles of every kind that printing meets: any bits, everyday numbers, powers, float32, integers."""
    kinds = [
        lambda: struct.unpack("<d", random.randbytes(8))[0],
        lambda: random.uniform(-1000, 1000),
        lambda: round(random.uniform(0, 100), random.randrange(6)),
        lambda: math.ldexp(1.0, random.randrange(-1074, 1024)),
        lambda: float(f"{random.randrange(1, 1000)}e{random.randrange(-25, 25)}"),
        lambda: struct.unpack("<f", struct.pack("<f", random.gauss(0, 1)))[0],
        lambda: float(random.randrange(2**random.randrange(1, 90))),
        lambda: math.ldexp(random.randrange(2**53), random.randrange(-80, 20)),
    ]
    fixed = [0.0, -0.0, inf, -inf, nan, 1e-5, 1e-4, 1e15, 1e16, 1e17, 2.0**-44, 2e-3, 2.2e-322, 5e-324,
             9007199254740993.0, 1.7976931348623157e308, 2.2250738585072014e-308, 2.0**60, 1e22, 1e23, 2e23, 123456789.0]
    return fixed + [random.choice(kinds)() for _ in range(count - len(fixed))]


def write(name, text):
    data = HEAD + text
    assert len(data) < 50_000, (name, len(data))
    (OUT / name).write_text(data)


def main():
    random.seed(SEED)
    torch.manual_seed(SEED)
    OUT.mkdir(parents=True, exist_ok=True)
    write("floats.txt", "".join([*sweep(FLOATS), *specials()]))
    write("integers.txt", "".join([*sweep(INTEGERS + [torch.bool]), *whole_numbers()]))
    write("complex.txt", "".join([*sweep(COMPLEXES), *complex_numbers()]))
    write("summaries.txt", "".join(summaries()))
    write("settings.txt", "".join(settings()))
    write("suffixes.txt", "".join(suffixes()))
    print(len(NAMES), "tensors")
    write("repr.txt", "\n".join(repr(d) for d in doubles(2000)) + "\n")
    write("decimals.txt", "\n".join(
        f"{d!r} {p} {d:.{p}f} {d:.{p}e}" for d in doubles(600) if not 1e25 < abs(d) < inf
        for p in [random.choice([0, 1, 2, 4, 4, 8])]) + "\n")


if __name__ == "__main__":
    main()
