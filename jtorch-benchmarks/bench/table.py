"""Prints the ratio table from the measurements that compare.sh gathered; with --check exits 1 where a goal is missed."""
import math
import pathlib
import sys

# workload or group: (goal for JTorch / PyTorch, the workloads whose geometric mean it is)
SMALL = ["opAdd", "opAddNumber", "opMulInPlace", "opRelu", "opSum", "opMatmul", "opReshape", "opSelect"]
QUIET_GOALS = {"small op (geometric mean)": (0.85, SMALL), "mlpForward20": (0.5, None), "mlpAdamStep": (0.6, None),
               "train resnet18": (0.95, None), "train unet": (1.0, None), "treeWalkResnet50": (0.3, None),
               "startToFirstOp": (0.45, None), "loadResnet50": (0.5, None), "saveResnet50": (1.0, None)}
FORWARD_GOAL = 1.0
PEAK_GOAL = 1.1
# peak extra memory of loading, in sizes of the file
MEMORY_LIMITS = {"peakMemoryCopied": 1.1, "peakMemoryMapped": 0.1}
BUSY_GOALS = {"mlpAdamStep": (0.2, None), "matmul1024": (1.1, None)}
CALL_NANOSECONDS = 100
BUSY_TO_QUIET = 4
# which of a line's numbers
MEDIAN, FASTEST = 0, -1


def read(path, which):
    """Each workload's smallest median or fastest iteration; a line with one number stands for both."""
    best = {}
    for line in path.read_text().splitlines():
        name, *numbers = line.split("\t")
        best[name] = min(best.get(name, math.inf), float(numbers[which]))
    return best


def mean(times, names):
    return math.exp(sum(math.log(times[n]) for n in names) / len(names))


class Table:
    def __init__(self):
        self.missed = []

    def row(self, label, java, python, goal):
        ratio = java / python
        mark = "" if goal is None else f"<= {goal:<5} {'yes' if ratio <= goal else 'MISSED'}"
        if goal is not None and ratio > goal:
            self.missed.append(f"{label} ({ratio:.2f} > {goal})")
        print(f"{label:<36} {java / 1e3:>12.2f} {python / 1e3:>12.2f} {ratio:>7.2f}  {mark}")

    def limit(self, label, value, limit, unit):
        ok = value <= limit
        if not ok:
            self.missed.append(f"{label} ({value:.1f} > {limit} {unit})")
        print(f"{label:<36} {value:>12.2f} {unit:<20}  <= {limit:<5} {'yes' if ok else 'MISSED'}")


def section(table, title, java, python, goals):
    print(f"\n{title:<36} {'JTorch us':>12} {'PyTorch us':>12} {'ratio':>7}  goal")
    for name in java:
        if name in python and name not in goals and not name.startswith("peak "):
            table.row(name, java[name], python[name], FORWARD_GOAL if name.startswith("forward ") else None)
    for name, (goal, members) in goals.items():
        names = members or [name]
        if all(n in java and n in python for n in names):
            table.row(name, mean(java, names), mean(python, names), goal)


def peaks(table, java, python):
    names = [name for name in java if name.startswith("peak ") and name in python]
    if names:
        print(f"\n{'peak memory of a process':<36} {'JTorch kB':>12} {'PyTorch kB':>12} {'ratio':>7}  goal")
    for name in names:
        table.row(name, java[name], python[name], PEAK_GOAL)


def main():
    work, table = pathlib.Path(sys.argv[1]), Table()
    quiet, python = read(work / "quiet.java", FASTEST), read(work / "quiet.python", FASTEST)
    section(table, "quiet", quiet, python, QUIET_GOALS)
    peaks(table, quiet, python)
    for name, limit in MEMORY_LIMITS.items():
        if name in quiet:
            table.limit(name, quiet[name], limit, "file sizes")
    if "callOverhead" in quiet:
        table.limit("one call: scope and hook checks", quiet["callOverhead"], CALL_NANOSECONDS, "ns")
    if (work / "busy.java").exists():
        busy = read(work / "busy.java", MEDIAN)
        section(table, "one busy process per core", busy, read(work / "busy.python", MEDIAN), BUSY_GOALS)
        if "mlpAdamStep" in busy:
            table.limit("mlpAdamStep: busy / quiet", busy["mlpAdamStep"] / quiet["mlpAdamStep"], BUSY_TO_QUIET, "times")
    if "--check" in sys.argv and table.missed:
        print("\nmissed: " + "; ".join(table.missed))
        sys.exit(1)


if __name__ == "__main__":
    main()
