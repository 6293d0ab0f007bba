#!/usr/bin/env bash
# Measures JTorch beside PyTorch and prints the ratio table of docs/adr and the design, with its goals.
#   compare.sh --python PYTHON [--rounds N] [--only REGEX] [--busy] [--check]
# --busy   runs one busy process per core beside both, and adds the goals that hold there
# --check  exits 1 and names the workloads that miss their goal
# The two sides take turns at each workload, so that both meet the machine as it is at that time. Of a quiet machine each side's
# fastest iteration of 0.4 seconds counts, because a shared machine only ever adds time; beside busy processes, which are what is
# measured there, the smallest of its medians.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
python= rounds=3 only='.*' busy= check=
while [ $# -gt 0 ]; do
  case $1 in
    --python) python=$2; shift 2 ;;
    --rounds) rounds=$2; shift 2 ;;
    --only) only=$2; shift 2 ;;
    --busy) busy=1; shift ;;
    --check) check=1; shift ;;
    *) echo "compare.sh: unknown option $1 (expected: --python, --rounds, --only, --busy, --check)" >&2; exit 2 ;;
  esac
done
[ -n "$python" ] || { echo "compare.sh: --python is missing (expected: a Python that can import torch and torchvision)" >&2; exit 2; }
"$python" -c 'import torchvision' 2>/dev/null || { echo "compare.sh: $python cannot import torchvision" >&2; exit 2; }

mvn -q -B -f "$root/pom.xml" -DskipTests -pl :jtorch-benchmarks -am package \
  dependency:build-classpath -Dmdep.outputFile=target/classpath.txt -Dmdep.includeScope=runtime >&2
class_path=$(cat "$root/jtorch-benchmarks/target/classpath.txt")
class_path=$(ls "$root"/jtorch-benchmarks/target/jtorch-benchmarks-*.jar | head -n 1):$class_path
work=$(mktemp -d)
noise=()
stop_noise() { for pid in "${noise[@]:-}"; do [ -n "$pid" ] && kill "$pid" 2>/dev/null || true; done; noise=(); }
# The table is printed however the run ends: what was measured before an interrupt is not lost.
finish() {
  local status=$?
  stop_noise
  if [ -s "$work/quiet.java" ]; then "$python" "$here/table.py" "$work" ${check:+--check} || status=$?; fi
  rm -rf "$work"
  exit $status
}
trap finish EXIT
trap 'exit 130' INT TERM
touch "$work/quiet.java" "$work/quiet.python"

# Start-up is timed as a user's program starts: with a class data archive, as the launcher makes one.
java -XX:ArchiveClassesAtExit="$work/start.jsa" -cp "$class_path" dev.jtorch.benchmarks.FirstOp >/dev/null 2>&1
java_first_op() { java -XX:SharedArchiveFile="$work/start.jsa" -Xshare:auto -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$class_path" dev.jtorch.benchmarks.FirstOp; }
python_first_op() { "$python" -c 'import torch; print(torch.ones(2, 2).add(1))'; }
timed() { # milliseconds of the fastest of five starts, as nanoseconds
  local best=
  for _ in 1 2 3 4 5; do
    local begin end; begin=$(date +%s%N); "$1" >/dev/null; end=$(date +%s%N)
    if [ -z "$best" ] || [ $((end - begin)) -lt "$best" ]; then best=$((end - begin)); fi
  done
  printf 'startToFirstOp\t%s\n' "$best"
}

# Methods that are measured in one process, or one method and its parameters.
workloads=("opAdd opAddNumber opMulInPlace opRelu opSum opMatmul opReshape opSelect callOverhead"
  mlpForward20 mlpAdamStep matmul1024 treeWalkResnet50 "loadResnet50 mapResnet50 saveResnet50")
for model in resnet18 resnet50 mobilenet_v2; do
  for batch in 1 8; do workloads+=("forward model=$model batch=$batch"); done
done
workloads+=("train model=resnet18" "train model=unet")

# The collector is the launcher's: the serial one costs less for each native handle than G1 does.
take_turns() { # line of workloads, name of the pair of files to append to
  local methods= values= params=() word
  for word in $1; do
    case $word in
      *=*) params+=("$word"); values+=" ${word#*=}" ;;
      *) methods+="${methods:+|}$word" ;;
    esac
  done
  [[ "$methods$values" =~ $only ]] || return 0
  java -XX:+UseSerialGC -Xmx4g -cp "$class_path" dev.jtorch.benchmarks.Main "\\.($methods)\$" "${params[@]}" >>"$work/$2.java"
  "$python" "$here/workloads.py" "^($methods)$values( |\$)" >>"$work/$2.python"
}

measure() { # name of the pair of files to append to
  for round in $(seq "$rounds"); do
    echo "round $round of $rounds ($1)" >&2
    for line in "${workloads[@]}"; do take_turns "$line" "$1"; done
    if [[ peakMemory =~ $only ]]; then
      for verb in save copy map; do java -XX:+UseSerialGC -cp "$class_path" dev.jtorch.benchmarks.PeakMemory $verb "$work/resnet50.pth" >>"$work/$1.java"; done
    fi
    if [[ peakOfProcess =~ $only ]]; then
      for workload in "forward resnet50 1 CONTIGUOUS" "forward resnet50 8 CONTIGUOUS" "train resnet18" "train unet"; do
        java -XX:+UseSerialGC -cp "$class_path" dev.jtorch.benchmarks.PeakOfProcess $workload >>"$work/$1.java"
        "$python" "$here/workloads.py" --peak "$workload" >>"$work/$1.python"
      done
    fi
    if [[ startToFirstOp =~ $only ]]; then
      timed java_first_op >>"$work/$1.java"
      timed python_first_op >>"$work/$1.python"
    fi
  done
}

measure quiet
if [ -n "$busy" ]; then
  for _ in $(seq "$(nproc)"); do (while :; do :; done) & noise+=($!); done
  touch "$work/busy.java" "$work/busy.python"
  measure busy
fi
