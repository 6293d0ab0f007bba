"""Runs the operators of torch.Tensor with real Python for the tests of dev.jtorch's operator families.

Made with torch 2.10.0+cu128 and Python 3.11.7; there is nothing random in it. From the root of the repository:
    python goldens/operators/make.py
It writes jtorch-core/src/test/resources/golden/operators/*.txt (each below 50 kB), one file for each file of calls/.

A line of calls/*.txt is a call in Java and, behind a bar where it is not the same in snake case, the call in Python; names of
one letter are the tensors below. A golden file starts with the tensors its calls use. Each call stands with
    -> NODE                       the node of the (first) result, where it has one
    = DTYPE (SIZES): VALUES       each result; complex numbers as two values
    d NAME: VALUES                the gradient of each floating operand after backward(g), g = 0.25, 0.5, .. 1.25, 0.25, ..
    = true                        a result that is no tensor
    ! CLASS MESSAGE               instead, where Python raises
An operator in place works on its first operand times 1, which is no leaf, so that gradients can be seen.
"""
import math
import pathlib
import re

import torch

HERE = pathlib.Path(__file__).parent
OUT = HERE.parents[1] / "jtorch-core/src/test/resources/golden/operators"
HEAD = f"# by goldens/operators/make.py: torch {torch.__version__}\n"
nan, inf = math.nan, math.inf
T = torch.tensor
TENSORS = dict(
    a=T([[0.5, -1.25, 2.0], [-0.75, 3.5, -2.25]]),
    b=T([[1.5, 0.5, -2.0], [0.25, -3.0, 1.25]]),
    c=T([[0.5 + 1j, -1.25 - 2j], [3 + 0j, -0.5j]]),
    d=T([[0.1, -0.7, 1.9], [2.3, -4.1, 0.6]], dtype=torch.float64),
    e=T([1.0, 2.0, 2.0, 3.0, 3.0, 1.0]),
    f=T([[3, 1, 2], [6, -4, 0]], dtype=torch.int32),
    g=T([0.25, 0.5]),
    h=T([[1.5, 2.25, 3.0], [1.125, 4.5, 2.5]]),
    i=T([[7, -3, 5], [-8, 2, 12]]),
    j=T([[2, 3, 4], [3, 5, 8]]),
    k=T([[0.5, -1.5], [2.5, 0.25]], dtype=torch.bfloat16),
    l=T([[[0.5, -1.5], [2.0, 1.0], [-0.25, 3.0]], [[1.5, 0.75], [-2.0, 0.5], [4.0, -1.0]]]),
    m=T([[0.1, -0.6, 0.85], [-0.9, 0.4, 0.3]]),
    n=T([[nan, 1.0, inf], [-inf, -2.5, nan]]),
    o=T([[nan, 1.0, -2.0], [4.0, 3.0, nan]]),
    p=T([[0.3, 1.7, 2.5], [0.9, 3.25, 0.6]]),
    q=T([0.25, 0.5, 0.9]),
    r=T([0.75, -0.5, 2.0]),
    s=T(2.5),
    t=T([[True, False, True], [False, False, True]]),
    u=T([[True, True, False], [False, True, True]]),
    v=T([3, 5, 200], dtype=torch.uint8),
    w=T([[0.125, 0.5, 0.75], [0.25, 1.0, 0.0]]),
    x=T([1, 3, 2]),
    y=T([[1.0, 2.0, 3.0, 4.0], [4.0, 4.0, 1.0, 1.0]]),
    z=T([[0.0, -0.0, 1.0], [-1.0, 0.0, 2.0]]),
)


def python(call):
    """The call as Python writes it."""
    receiver, name, arguments = re.fullmatch(r"(\w)\.(\w+)\((.*)\)", call).groups()
    name = re.sub("[A-Z]", lambda upper: "_" + upper[0].lower(), name)
    arguments = re.sub(r"\b(FLOAT|INT)(\d+)\b", lambda t: f"torch.{t[1].lower()}{t[2]}", arguments)
    for java, here in (("true", "True"), ("false", "False"), ("null", "None"), ("{", "("), ("}", ",)")):
        arguments = arguments.replace(java, here)
    return f"{receiver}.{name}({arguments})"


def number(value, dtype):
    if dtype == torch.float32 and math.isfinite(value):
        return f"{value:.9g}"
    return str(int(value)) if dtype == torch.bool else repr(value)


def values(tensor):
    tensor = tensor.detach().resolve_conj().resolve_neg()
    if tensor.is_complex():
        tensor = torch.view_as_real(tensor).to(torch.float64)
    return " ".join(number(v, tensor.dtype) for v in tensor.reshape(-1).tolist())


def described(tensor):
    return f"{str(tensor.dtype).removeprefix('torch.')} ({', '.join(map(str, tensor.shape))}): {values(tensor)}"


def names(call):
    return sorted(set(re.findall(r"\b[a-z]\b(?!\s*=|\()", re.sub(r"o -> .*", "", call))))


def run(call, text):
    """What a call does, as the lines of the golden file."""
    leaves = {name: TENSORS[name].clone() for name in names(call)}
    for leaf in leaves.values():
        if leaf.is_floating_point():
            leaf.requires_grad_()
    operands = dict(leaves)
    if re.match(r"\w\.\w+_\(", call):
        leaf = leaves[call[0]]
        operands[call[0]] = leaf | leaf if leaf.dtype == torch.bool else leaf * 1
    try:
        result = eval(text, dict(torch=torch), operands)
    except (RuntimeError, IndexError, ValueError) as error:
        return [f"! {type(error).__name__} {str(error).splitlines()[0]}"]
    if isinstance(result, bool):
        return [f"= {str(result).lower()}"]
    results = [result] if isinstance(result, torch.Tensor) else list(result)
    lines = [f"= {described(tensor)}" for tensor in results]
    first = results[0]
    if first.grad_fn is not None:
        lines.insert(0, f"-> {first.grad_fn.name()}")
        lines += gradients(first, leaves)
    return lines


def gradients(result, leaves):
    upstream = ((torch.arange(result.numel()) % 5 + 1) / 4).reshape(result.shape).to(result.dtype)
    try:
        result.backward(upstream)
    except RuntimeError as error:
        assert "not implemented" in str(error), error
        return []
    # a sum, because some gradients are zero tensors without storage
    return [f"d {name}: {values(leaf.grad + 0)}" for name, leaf in leaves.items() if leaf.grad is not None]


def family(path):
    calls = []
    for line in path.read_text().splitlines():
        if line and not line.startswith("#"):
            java, _, text = (part.strip() for part in line.partition("|"))
            calls.append((java, text or python(java)))
    used = sorted({name for java, _ in calls for name in names(java)})
    blocks = [HEAD + "\n".join(f"tensor {name} {described(TENSORS[name])}" for name in used)]
    blocks += ["\n".join([java, *run(java, text)]) for java, text in calls]
    write(path.name, "\n\n".join(blocks) + "\n")


def promotion():
    """The result's type for pairs of tensors, of a tensor and one without dimensions, of a tensor and a number."""
    types = [torch.bool, torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64, torch.float16, torch.bfloat16,
             torch.float32, torch.float64, torch.complex64, torch.complex128]
    short = [str(t).removeprefix("torch.") for t in types]
    lines = []
    for operator in ("add", "div", "pow"):
        for left, name in zip(types, short):
            ones = torch.ones(2, dtype=left)
            rights = [(n, torch.ones(2, dtype=t)) for n, t in zip(short, types)]
            rights += [(n + "()", torch.ones((), dtype=t)) for n, t in zip(short, types)]
            for label, right in rights + [("2", 2), ("2.5", 2.5)]:
                try:
                    result = str(getattr(ones, operator)(right).dtype).removeprefix("torch.")
                except RuntimeError as error:
                    result = "! " + str(error).splitlines()[0]
                lines.append(f"{operator} {name} {label} {result}")
    write("promotion.txt", HEAD + "\n".join(lines) + "\n")


def broadcasting():
    shapes = [(), (1,), (3,), (2, 3), (2, 1), (1, 3), (4, 2, 3), (4, 1, 1), (0, 3), (2,), (0,)]
    lines = []
    for left in shapes:
        for right in shapes:
            try:
                result = tuple(torch.ones(left).add(torch.ones(right)).shape)
            except RuntimeError as error:
                result = "! " + str(error)
            lines.append(f"{left} + {right} = {result}".replace(",)", ")"))
    write("broadcasting.txt", HEAD + "\n".join(lines) + "\n")


def write(name, text):
    assert len(text) < 50_000, name
    (OUT / name).write_text(text)


if __name__ == "__main__":
    OUT.mkdir(parents=True, exist_ok=True)
    for calls in sorted((HERE / "calls").glob("*.txt")):
        family(calls)
    promotion()
    broadcasting()
