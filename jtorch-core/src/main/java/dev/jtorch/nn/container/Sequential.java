package dev.jtorch.nn.container;

import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.nn.Children;
import dev.jtorch.nn.Layer;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * A chain of layers: the output of each is the input of the next. An empty chain returns its input.
 *
 * <p>Children are named "0", "1" and so on, unless they are given with names. What a layer leaves to the next one is freed
 * as soon as that has run, unless autograd needs it.
 *
 * <p>Differs from PyTorch: layers that are fields of a subclass are not part of the chain, only registered ones are; and
 * a module of another type than tensor to tensor does not compile as a child.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Sequential.html">torch.nn.Sequential</a>
 */
@SuppressWarnings("this-escape") // the view of the children is used before the constructor ends, and by nobody else
public class Sequential extends Layer implements Iterable<Layer> {
  /** An empty chain. */
  public Sequential() {}

  /** A chain of numbered layers. */
  public Sequential(Layer... layers) {
    for (Layer layer : layers) chain().add(layer);
  }

  /** A chain of numbered layers. */
  public Sequential(List<? extends Layer> layers) {
    for (Layer layer : layers) chain().add(layer);
  }

  /** A chain of named layers, in the map's order. */
  public Sequential(Map<String, ? extends Layer> layers) {
    layers.forEach(chain()::put);
  }

  /** A chain of named layers: {@code new Sequential(entry("fc", new Linear(2, 3)), entry("act", new ReLU()))}. */
  @SafeVarargs public Sequential(Map.Entry<String, ? extends Layer>... layers) {
    for (var layer : layers) chain().put(layer.getKey(), layer.getValue());
  }

  private Children<Layer> chain() { return Children.of(this); }

  @Override protected Tensor forward(Tensor input) {
    Tensor x = input;
    for (Layer layer : this) {
      Tensor next = layer.call(x);
      if (x != input && x != next) Scope.discard(x);
      x = next;
    }
    return x;
  }

  /** Adds a layer at the end, under its number. */
  public final Sequential append(Layer layer) {
    chain().add(layer);
    return this;
  }

  /** Adds a layer at the end, under a name, or puts it in the place of the one that has it. */
  public final Sequential append(String name, Layer layer) {
    chain().put(name, layer);
    return this;
  }

  /** Adds layers at the end, under their numbers. */
  public final Sequential extend(Iterable<? extends Layer> layers) {
    for (Layer layer : layers) append(layer);
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
   * Takes out the layer at a position and returns it; the others are numbered anew. Python's {@code pop} and {@code del}.
   *
   * @throws dev.jtorch.IndexException if there is none
   */
  public final Layer delete(int index) { return chain().remove(index); }

  /**
   * The layer at a position.
   *
   * @param index counted from the end where it is negative
   * @throws dev.jtorch.IndexException if there is none
   */
  public final Layer get(int index) { return chain().get(index); }

  /** Puts a layer in the place of another one, under its name. */
  public final void set(int index, Layer layer) {
    chain().set(index, layer);
  }

  /** {@return the layers from one position up to but without another, in a chain of their own, under their names} */
  public final Sequential slice(int from, int to) {
    var part = new Sequential();
    Slices.of(chain().byName(), from, to).forEach(part::append);
    return part;
  }

  /** {@return the layers from a position on, in a chain of their own, under their names} */
  public final Sequential slice(int from) {
    return slice(from, size());
  }

  /** {@return how many layers there are} */
  public final int size() { return chain().size(); }

  @Override public final Iterator<Layer> iterator() { return chain().iterator(); }
}
