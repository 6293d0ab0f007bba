package dev.jtorch.nn.container;

import dev.jtorch.Tensor;
import dev.jtorch.nn.Members;
import dev.jtorch.nn.ModuleException;
import dev.jtorch.nn.Parameter;
import java.util.Iterator;
import java.util.List;

/**
 * A list of parameters, named "0", "1" and so on. A tensor that is not a parameter becomes one, on the same storage.
 *
 * <p>Positions are counted from the end where they are negative.
 *
 * <pre>{@code
 * var weights = new ParameterList(Torch.randn(10, 10), Torch.randn(10, 10));
 * Tensor x = Torch.randn(2, 10);
 * for (Parameter weight : weights) x = x.matmul(weight); // (2, 10)
 * }</pre>
 *
 * <p>Differs from PyTorch: it holds nothing but parameters, so other objects than tensors do not compile; a slice of a
 * subclass is a plain list; calling the list does not compile.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ParameterList.html">torch.nn.ParameterList</a>
 */
@SuppressWarnings("this-escape") // the view of the parameters is used before the constructor ends, and by nobody else
public class ParameterList extends Container<ParameterList> implements Iterable<Parameter> {
  /** A list of these parameters. */
  public ParameterList(Tensor... values) {
    for (Tensor value : values) append(value);
  }

  /** A list of these parameters. */
  public ParameterList(List<? extends Tensor> values) {
    extend(values);
  }

  private Members<Parameter> members() { return Members.parameters(this); }

  static Parameter asParameter(Tensor value) {
    return value instanceof Parameter parameter ? parameter : new Parameter(value);
  }

  /**
   * Adds a parameter at the end.
   *
   * @throws dev.jtorch.TorchException if it is a tensor whose elements are neither floating nor complex
   */
  public final ParameterList append(Tensor value) {
    members().add(asParameter(value));
    return this;
  }

  /**
   * Adds parameters at the end. Python's {@code +=}.
   *
   * @throws ModuleException if {@code values} is a tensor
   */
  public final ParameterList extend(Iterable<? extends Tensor> values) {
    if (values instanceof Tensor) {
      throw new ModuleException("ParameterList.extend should be called with an iterable, but got Tensor");
    }
    for (Tensor value : values) append(value);
    return this;
  }

  /**
   * The parameter at a position.
   *
   * @throws dev.jtorch.IndexException if there is none
   */
  public final Parameter get(int index) { return members().get(index); }

  /**
   * Puts a parameter in the place of another one.
   *
   * @throws dev.jtorch.IndexException if there is no such position
   */
  public final void set(int index, Tensor value) {
    members().set(index, asParameter(value));
  }

  /** {@return the parameters from a position on, in a list of their own} */
  public final ParameterList slice(int from) {
    return slice(from, size());
  }

  /** {@return the parameters from one position up to but without another, in a list of their own} */
  public final ParameterList slice(int from, int to) {
    return slice(from, to, 1);
  }

  /**
   * {@return every {@code step}-th parameter from one position up to but without another, in a list of their own} A negative
   * step walks back.
   *
   * @throws dev.jtorch.IndexException if the step is 0
   */
  public final ParameterList slice(int from, int to, int step) {
    return new ParameterList(List.copyOf(members().slice(from, to, step).values()));
  }

  /** {@return how many parameters there are} */
  public final int size() { return members().size(); }

  @Override public final Iterator<Parameter> iterator() { return members().iterator(); }

  @Override protected String extraRepr() { return ParameterText.of(members().byName(), p -> p.dtype().toString()); }
}
