package dev.jtorch.nn.container;

import dev.jtorch.Tensor;
import dev.jtorch.nn.Members;
import dev.jtorch.nn.ModuleException;
import dev.jtorch.nn.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parameters by name, in the order in which they were put in. A tensor that is not a parameter becomes one, on the same
 * storage.
 *
 * <p>Names, parameters and entries are those at the moment of asking, so a loop over them may change the dictionary.
 *
 * <pre>{@code
 * var weights = new ParameterDict(entry("left", Torch.randn(5, 10)), entry("right", Torch.randn(5, 10)));
 * Tensor y = Torch.randn(3, 5).matmul(weights.get("left")); // (3, 10)
 * }</pre>
 *
 * <p>Differs from PyTorch: it holds nothing but parameters, so other objects than tensors, and names without one, do not
 * compile; a map gives its parameters in the order of its iteration, where PyTorch sorts a plain {@code dict} by name; names
 * that Python's dictionary uses itself, such as "keys", are free; calling the dictionary does not compile.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ParameterDict.html">torch.nn.ParameterDict</a>
 */
@SuppressWarnings("this-escape") // the view of the parameters is used before the constructor ends, and by nobody else
public class ParameterDict extends Container<ParameterDict> implements Iterable<String> {
  /** An empty dictionary. */
  public ParameterDict() {}

  /** A dictionary of these parameters, in the map's order. */
  public ParameterDict(Map<String, ? extends Tensor> parameters) {
    update(parameters);
  }

  /** A dictionary of these parameters: {@code new ParameterDict(entry("left", randn(5)), entry("right", randn(5)))}. */
  @SafeVarargs public ParameterDict(Map.Entry<String, ? extends Tensor>... parameters) {
    for (var parameter : parameters) put(parameter.getKey(), parameter.getValue());
  }

  /** {@return a dictionary with {@code value} under each of the names; a tensor becomes a parameter for each} */
  public static ParameterDict fromKeys(Iterable<String> names, Tensor value) {
    var made = new ParameterDict();
    for (String name : names) made.put(name, value);
    return made;
  }

  private Members<Parameter> members() { return Members.parameters(this); }

  /**
   * The parameter of a name.
   *
   * @throws ModuleException if there is none
   */
  public final Parameter get(String name) { return members().get(name); }

  /** {@return the parameter of a name, or {@code other} where there is none} */
  public final @Nullable Parameter get(String name, @Nullable Parameter other) {
    return contains(name) ? get(name) : other;
  }

  /** {@return the parameter of a name, where there is none after putting {@code value} there} */
  public final Parameter setDefault(String name, Tensor value) {
    if (!contains(name)) put(name, value);
    return get(name);
  }

  /**
   * Puts a parameter under a name, at the end or in the place of the one that has it.
   *
   * @throws ModuleException if the name is empty, has a dot, or is an attribute's
   * @throws dev.jtorch.TorchException if it is a tensor whose elements are neither floating nor complex
   */
  public final ParameterDict put(String name, Tensor value) {
    members().put(name, ParameterList.asParameter(value));
    return this;
  }

  /** Puts all these parameters in. Python's {@code |=}. */
  public final ParameterDict update(Map<String, ? extends Tensor> parameters) {
    parameters.forEach(this::put);
    return this;
  }

  /** Puts all parameters of another dictionary in. Python's {@code |=}. */
  public final ParameterDict update(ParameterDict parameters) {
    return update(parameters.members().byName());
  }

  /** {@return a dictionary of this one's parameters and the other's, which win where both have a name} Python's {@code |}. */
  public final ParameterDict union(ParameterDict other) {
    return copy().update(other);
  }

  /** {@return another dictionary of the same parameters} */
  public final ParameterDict copy() {
    return new ParameterDict(members().byName());
  }

  /**
   * Takes out the parameter of a name and returns it.
   *
   * @throws ModuleException if there is none
   */
  public final Parameter pop(String name) { return members().remove(name); }

  /**
   * Takes out the last name with its parameter.
   *
   * @throws ModuleException if there is none
   */
  public final Map.Entry<String, Parameter> popItem() {
    if (size() == 0) throw new ModuleException(typeName() + ": size is 0 (expected: a parameter to take out)");
    String last = reversed().get(0);
    return Map.entry(last, pop(last));
  }

  /**
   * Removes the parameter of a name. Python's {@code del}.
   *
   * @throws ModuleException if there is none
   */
  public final void delete(String name) {
    members().remove(name);
  }

  /** Takes out all parameters. */
  public final void clear() { members().clear(); }

  /** {@return whether there is a parameter of a name} */
  public final boolean contains(String name) {
    return members().contains(name);
  }

  /** {@return the names, in order} */
  public final Set<String> keys() {
    return members().byName().keySet();
  }

  /** {@return the names, the last one first} */
  public final List<String> reversed() {
    List<String> names = new ArrayList<>(keys());
    Collections.reverse(names);
    return names;
  }

  /** {@return the parameters, in the order of their names} */
  public final Collection<Parameter> values() {
    return members().byName().values();
  }

  /** {@return the names with their parameters, in order} */
  public final Set<Map.Entry<String, Parameter>> items() {
    return members().byName().entrySet();
  }

  /** {@return how many parameters there are} */
  public final int size() { return members().size(); }

  /** Walks the names, as in Python. */
  @Override public final Iterator<String> iterator() { return keys().iterator(); }

  @Override protected String extraRepr() { return ParameterText.of(members().byName(), ParameterText::typeName); }
}
