package dev.jtorch.optim;

import dev.jtorch.Tensor;
import java.util.ArrayList;
import java.util.List;

/** {@link SGD} for tensors of any type on any device, in the operations and the order of Python's default. */
final class SGDRule {
  private final SGDOptions options;
  private final Foreach foreach;

  SGDRule(SGDOptions options, Foreach foreach) {
    this.options = options;
    this.foreach = foreach;
  }

  void update(List<Tensor> params, List<Tensor> gradients, List<ParamState> states) {
    List<Tensor> directions = gradients;
    if (options.maximize()) directions = foreach.neg(directions);
    if (options.weightDecay() != 0) directions = foreach.add(directions, params, options.weightDecay());
    if (options.momentum() != 0) {
      List<Tensor> buffers = buffers(directions, states);
      directions = options.nesterov() ? foreach.add(directions, buffers, options.momentum()) : buffers;
    }
    foreach.add_(params, directions, -options.lr());
  }

  private List<Tensor> buffers(List<Tensor> directions, List<ParamState> states) {
    var buffers = new ArrayList<Tensor>();
    var old = new ArrayList<Tensor>();
    var additions = new ArrayList<Tensor>();
    for (int i = 0; i < states.size(); i++) {
      Tensor known = states.get(i).find(SGD.MOMENTUM_BUFFER);
      if (known == null) {
        Tensor first = directions.get(i).detach().clone();
        states.get(i).put(SGD.MOMENTUM_BUFFER, first);
        buffers.add(first);
      } else {
        old.add(known);
        additions.add(directions.get(i));
        buffers.add(known);
      }
    }
    if (!old.isEmpty()) {
      foreach.mul_(old, options.momentum());
      foreach.add_(old, additions, 1 - options.dampening());
    }
    return buffers;
  }
}
