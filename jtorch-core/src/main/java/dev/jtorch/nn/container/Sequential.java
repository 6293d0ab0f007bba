package dev.jtorch.nn.container;

import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Members;
import dev.jtorch.nn.Module;
import dev.jtorch.nn.ModuleException;
import dev.jtorch.nn.check.Require;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * A chain of layers: the output of each is the input of the next. An empty chain returns its input.
 *
 * <p>Children are named "0", "1" and so on, unless they are given with names. What a layer leaves to the next one is freed
 * as soon as that has run, unless autograd needs it. Positions are counted from the end where they are negative. A network
 * that needs a second input or an earlier result is no chain: it extends {@link Layer} or {@link dev.jtorch.nn.Model}.
 *
 * <pre>{@code
 * var net = new Sequential(new Conv2d(1, 20, 5), new ReLU(), new Conv2d(20, 64, 5), new ReLU());
 * Tensor y = net.call(Torch.randn(1, 1, 28, 28)); // (1, 64, 20, 20)
 * net.append("flat", new Flatten());
 * Tensor z = net.call(Torch.randn(1, 1, 28, 28)); // (1, 25600)
 * }</pre>
 *
 * <p>Differs from PyTorch: layers that are fields of a subclass are not part of the chain, only registered ones are;
 * a module of another type than tensor to tensor does not compile as a child, and is refused in a list or map;
 * {@code insert} and {@code repeat_} also take chains with names; a slice of a subclass is a plain chain.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Sequential.html">torch.nn.Sequential</a>
 */
@SuppressWarnings("this-escape") // the view of the children is used before the constructor ends, and by nobody else
public class Sequential extends FluentLayer<Sequential> implements Iterable<Layer> {
  /** An empty chain. */
  public Sequential() {}

  /** A chain of numbered layers. */
  public Sequential(Layer... layers) {
    for (Layer layer : required(layers)) chain().add(layer);
  }

  /**
   * A chain of numbered layers, such as some of another network's: {@code new Sequential(net.children().subList(0, 3))}.
   *
   * @throws ModuleException if one is not a {@link Layer}
   */
  public Sequential(List<? extends Module> layers) {
    for (Module layer : required(layers)) chain().add(checked(Integer.toString(size()), layer));
  }

  /**
   * A chain of named layers, in the map's order.
   *
   * @throws ModuleException if one is not a {@link Layer}
   */
  public Sequential(Map<String, ? extends Module> layers) {
    required(layers, "layers").forEach((name, layer) -> chain().put(name, checked(name, layer)));
  }

  /** A chain of named layers: {@code new Sequential(entry("fc", new Linear(2, 3)), entry("act", new ReLU()))}. */
  @SafeVarargs public Sequential(Map.Entry<String, ? extends Layer>... layers) {
    for (var layer : required(layers, "layers")) chain().put(layer.getKey(), layer.getValue());
  }

  private Layer checked(String name, Module module) {
    if (module instanceof Layer layer) return layer;
    throw new ModuleException(typeName() + ": child '" + name + "' is a " + module.typeName()
        + " (expected: a Layer)");
  }

  private Members<Layer> chain() { return Members.modules(this); }

  @Override protected Tensor forward(Tensor input) {
    Tensor x = input;
    for (Layer layer : this) {
      Tensor next = layer.call(x);
      if (x != input && x != next) Scope.discard(x);
      x = next;
    }
    return x;
  }

  /** Adds a layer at the end, under its number; in a slice that keeps its names, that may be the name of another one. */
  public final Sequential append(Layer layer) {
    chain().add(layer);
    return this;
  }

  /** Adds a layer at the end, under a name, or puts it in the place of the one that has it. */
  public final Sequential append(String name, Layer layer) {
    chain().put(name, layer);
    return this;
  }

  /** Adds layers at the end, under their numbers. Python's {@code +=}. */
  public final Sequential extend(Iterable<? extends Layer> layers) {
    for (Layer layer : layers) append(layer);
    return this;
  }

  /** {@return a numbered chain of this one's layers and then the other's} Python's {@code +}. */
  public final Sequential concat(Sequential other) {
    return new Sequential().extend(this).extend(other);
  }

  /**
   * {@return a numbered chain of these layers, the same objects, several times over} Python's {@code *}.
   *
   * @throws dev.jtorch.TorchException if {@code times} is not positive
   */
  public final Sequential repeat(int times) {
    return new Sequential().extend(this).repeat_(times);
  }

  /**
   * Adds these layers, the same objects, until they are there so many times. Python's {@code *=}.
   *
   * @throws dev.jtorch.TorchException if {@code times} is not positive
   */
  public final Sequential repeat_(int times) {
    Require.positive(typeName(), "times", times);
    List<Layer> once = chain().list();
    for (int i = 1; i < times; i++) extend(once);
    return this;
  }

  /**
   * Puts a layer before the one at a position; all layers are numbered anew.
   *
   * @throws dev.jtorch.IndexException if there is no such position
   */
  public final Sequential insert(int index, Layer layer) {
    chain().insert(index, layer);
    return this;
  }

  /**
   * Takes out the layer at a position and returns it; the others are numbered anew.
   *
   * @throws dev.jtorch.IndexException if there is none
   */
  public final Layer pop(int index) { return chain().remove(index); }

  /** Takes out what {@link #slice(int, int)} returns, and returns it; the others are numbered anew. */
  public final Sequential pop(int from, int to) {
    return pop(from, to, 1);
  }

  /** Takes out what {@link #slice(int, int, int)} returns, and returns it; the others are numbered anew. */
  public final Sequential pop(int from, int to, int step) {
    return new Sequential(chain().removeSlice(from, to, step));
  }

  /**
   * Removes the layer at a position; the others are numbered anew. Python's {@code del}.
   *
   * @throws dev.jtorch.IndexException if there is none
   */
  public final void delete(int index) {
    chain().remove(index);
  }

  /** Removes what {@link #slice(int, int)} returns; the others are numbered anew. */
  public final void delete(int from, int to) {
    delete(from, to, 1);
  }

  /** Removes what {@link #slice(int, int, int)} returns; the others are numbered anew. */
  public final void delete(int from, int to, int step) {
    chain().removeSlice(from, to, step);
  }

  /**
   * The layer at a position.
   *
   * @throws dev.jtorch.IndexException if there is none
   */
  public final Layer get(int index) { return chain().get(index); }

  /**
   * Puts a layer in the place of another one, under its name.
   *
   * @throws dev.jtorch.IndexException if there is no such position
   */
  public final void set(int index, Layer layer) {
    chain().set(index, layer);
  }

  /** {@return the layers from a position on, in a chain of their own, under their names} */
  public final Sequential slice(int from) {
    return slice(from, size());
  }

  /** {@return the layers from one position up to but without another, in a chain of their own, under their names} */
  public final Sequential slice(int from, int to) {
    return slice(from, to, 1);
  }

  /**
   * {@return every {@code step}-th layer from one position up to but without another, in a chain of their own, under their
   * names} A negative step walks back: {@code slice(-1, -size() - 1, -1)} is Python's {@code [::-1]}.
   *
   * @throws dev.jtorch.IndexException if the step is 0
   */
  public final Sequential slice(int from, int to, int step) {
    return new Sequential(chain().slice(from, to, step));
  }

  /** {@return how many layers there are} */
  public final int size() { return chain().size(); }

  @Override public final Iterator<Layer> iterator() { return chain().iterator(); }
}
