package dev.jtorch.benchmarks;

import dev.jtorch.Torch;

/** Starts, runs one operator and ends: the whole process is what {@code bench/compare.sh} times. */
public final class FirstOp {
  private FirstOp() {}

  public static void main(String[] args) { System.out.println(Torch.ones(2, 2).add(1)); }
}
