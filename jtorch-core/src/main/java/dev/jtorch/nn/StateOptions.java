package dev.jtorch.nn;

/**
 * How a state is taken.
 *
 * @param prefix put before every key; it ends in a dot
 * @param keepVars gives the parameters themselves, in the graph, rather than views of them outside it
 */
public record StateOptions(String prefix, boolean keepVars) {
  static final StateOptions DEFAULT = new StateOptions("", false);

  public StateOptions prefix(String text) { return new StateOptions(text, keepVars); }

  public StateOptions keepVars(boolean on) { return new StateOptions(prefix, on); }
}
