package dev.jtorch.optim;

import dev.jtorch.Tensor;
import dev.jtorch.bridge.Bridge;
import dev.jtorch.internal.BoxedOperator;
import dev.jtorch.internal.NativeTensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Operators on lists of tensors, element by element, carried out as Python's optimizers do: by LibTorch's operators on
 * lists, which save launches on an accelerator, or tensor by tensor on the CPU, where they save nothing and round half
 * precision differently.
 */
final class Foreach {
  private final boolean oneByOne;

  Foreach(boolean oneByOne) {
    this.oneByOne = oneByOne;
  }

  /** What Python chooses for these tensors. */
  static Foreach of(List<Tensor> tensors) {
    return new Foreach(tensors.stream().anyMatch(Tensor::isCpu));
  }

  List<Tensor> neg(List<Tensor> self) {
    if (oneByOne) return self.stream().map(Tensor::neg).toList();
    return tensors(operator("neg", "").call((Object) handles(self)));
  }

  List<Tensor> sqrt(List<Tensor> self) {
    if (oneByOne) return self.stream().map(Tensor::sqrt).toList();
    return tensors(operator("sqrt", "").call((Object) handles(self)));
  }

  /** {@code self + alpha * other}. */
  List<Tensor> add(List<Tensor> self, List<Tensor> other, double alpha) {
    if (oneByOne) return indices(self).mapToObj(i -> self.get(i).add(other.get(i), alpha)).toList();
    return tensors(operator("add", "List").call(handles(self), handles(other), alpha));
  }

  /** {@code self += alpha * other}. */
  void add_(List<Tensor> self, List<Tensor> other, double alpha) {
    if (oneByOne) indices(self).forEach(i -> self.get(i).add_(other.get(i), alpha));
    else operator("add_", "List").call(handles(self), handles(other), alpha);
  }

  void add_(List<Tensor> self, double number) {
    if (oneByOne) self.forEach(t -> t.add_(number));
    else operator("add_", "Scalar").call(handles(self), number);
  }

  void mul_(List<Tensor> self, double number) {
    if (oneByOne) self.forEach(t -> t.mul_(number));
    else operator("mul_", "Scalar").call(handles(self), number);
  }

  void div_(List<Tensor> self, double number) {
    if (oneByOne) self.forEach(t -> t.div_(number));
    else operator("div_", "Scalar").call(handles(self), number);
  }

  void maximum_(List<Tensor> self, List<Tensor> other) {
    if (oneByOne) indices(self).forEach(i -> self.get(i).copy_(self.get(i).maximum(other.get(i))));
    else operator("maximum_", "List").call(handles(self), handles(other));
  }

  /** {@code self += weight * (end - self)}. */
  void lerp_(List<Tensor> self, List<Tensor> end, double weight) {
    if (oneByOne) indices(self).forEach(i -> self.get(i).lerp_(end.get(i), weight));
    else operator("lerp_", "Scalar").call(handles(self), handles(end), weight);
  }

  /** {@code self += value * left * right}. */
  void addcmul_(List<Tensor> self, List<Tensor> left, List<Tensor> right, double value) {
    if (oneByOne) indices(self).forEach(i -> self.get(i).addcmul_(left.get(i), right.get(i), value));
    else operator("addcmul_", "Scalar").call(handles(self), handles(left), handles(right), value);
  }

  /** {@code self += value * above / below}. */
  void addcdiv_(List<Tensor> self, List<Tensor> above, List<Tensor> below, double value) {
    if (oneByOne) indices(self).forEach(i -> self.get(i).addcdiv_(above.get(i), below.get(i), value));
    else operator("addcdiv_", "Scalar").call(handles(self), handles(above), handles(below), value);
  }

  private static IntStream indices(List<Tensor> list) {
    return IntStream.range(0, list.size());
  }

  private static BoxedOperator operator(String name, String overload) {
    return BoxedOperator.of("aten::_foreach_" + name, overload);
  }

  private static NativeTensor[] handles(List<Tensor> tensors) { return Bridge.handles(tensors); }

  private static List<Tensor> tensors(NativeTensor[] handles) {
    return Arrays.stream(handles).map(Bridge::tensor).toList();
  }
}
