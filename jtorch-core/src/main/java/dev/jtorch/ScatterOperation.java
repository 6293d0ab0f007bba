package dev.jtorch;

/** What {@link Tensor#scatter_(int, Tensor, Tensor, ScatterOperation)} does with the elements it meets. */
public enum ScatterOperation {
  /** The sum of both. */
  ADD("add"),
  /** The product of both. */
  MULTIPLY("multiply");

  private final String torchName;

  ScatterOperation(String torchName) {
    this.torchName = torchName;
  }

  String torchName() { return torchName; }
}
