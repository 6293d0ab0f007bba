"""Reads the npz archive that Java wrote with real numpy, and compares it with the golden it was written from.

Needs numpy 2 (used: 2.4.6, Python 3.11.7). From the root of the repository:
    mvn -q -pl :jtorch test -Dtest=NpyTest && python goldens/formats/check_written.py
The other formats need no such check: the Java tests compare them with Python's byte for byte.
"""
import pathlib

import numpy

ROOT = pathlib.Path(__file__).parents[2] / "jtorch-core"


def main():
    written = numpy.load(ROOT / "target/written/formats/arrays.npz", allow_pickle=False)
    golden = numpy.load(ROOT / "src/test/resources/golden/formats/arrays.npz", allow_pickle=False)
    assert written.files == golden.files, (written.files, golden.files)
    for name in golden.files:
        a, b = written[name], golden[name]
        assert a.dtype == b.dtype and a.shape == b.shape and a.flags.f_contiguous == b.flags.f_contiguous, name
        numpy.testing.assert_array_equal(a, b)
    print(f"OK: {len(golden.files)} arrays with numpy {numpy.__version__}")


if __name__ == "__main__":
    main()
