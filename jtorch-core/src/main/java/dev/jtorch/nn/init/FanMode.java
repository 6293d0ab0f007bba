package dev.jtorch.nn.init;

/** Which variance an initialiser keeps. */
public enum FanMode {
  /** That of the forward pass: by the number of inputs of one output. */
  FAN_IN,
  /** That of the backward pass: by the number of outputs of one input. */
  FAN_OUT
}
