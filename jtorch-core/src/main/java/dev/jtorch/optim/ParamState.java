package dev.jtorch.optim;

import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.DType;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an optimizer remembers about one parameter: named tensors, which belong to no scope, and for some optimizers the
 * number of steps taken.
 */
public final class ParamState {
  static final String STEP = "step";
  private static final long UNCOUNTED = -1;

  private final Map<String, Tensor> tensors = new LinkedHashMap<>();
  private long steps = UNCOUNTED;

  ParamState() {}

  /** {@return whether nothing has been remembered yet} */
  public boolean isEmpty() {
    return tensors.isEmpty() && !counted();
  }

  /** {@return the tensor of this name; null where there is none} */
  public @Nullable Tensor find(String name) {
    return tensors.get(name);
  }

  /**
   * The tensor of this name.
   *
   * @throws TorchException if there is none, because the state was loaded from another kind of optimizer
   */
  public Tensor get(String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) throw missing(name);
    return tensor;
  }

  /** The tensor of this name; where there is none, the one that is given is remembered: {@code () -> Torch.zerosLike(param)}. */
  public Tensor get(String name, Supplier<Tensor> initial) {
    Tensor tensor = tensors.get(name);
    if (tensor != null) return tensor;
    put(name, required(initial, "initial").get());
    return get(name);
  }

  private TorchException missing(String name) {
    return new TorchException("optimizer: state has no " + name + ", only " + pack().keySet()
        + " (expected: a state of the same kind of optimizer with the same options)");
  }

  /** Remembers a tensor, which leaves its scope. */
  public void put(String name, Tensor tensor) {
    tensors.put(name, tensor.keepForever());
  }

  /**
   * How many steps have been taken.
   *
   * @throws TorchException if they are not counted, because the state was loaded from another kind of optimizer
   */
  public long steps() {
    if (!counted()) throw missing(STEP);
    return steps;
  }

  /** Starts counting steps, or goes on from another number. */
  public void steps(long taken) { steps = taken; }

  /** Counts the step that is being taken, and gives its number: 1 for a new parameter. */
  public long nextStep() {
    steps = counted() ? steps + 1 : 1;
    return steps;
  }

  private boolean counted() { return steps != UNCOUNTED; }

  void countStep() {
    if (counted()) steps++;
  }

  /** A number of steps as Python and the fused kernels have it: a float32 without dimensions. */
  static Tensor counter(long steps) {
    return Torch.tensor(new float[] {steps}).reshape().keepForever();
  }

  /** The state under Python's keys; the tensors are those of the optimizer, as handles of their own. */
  Map<String, Object> pack() {
    var packed = new LinkedHashMap<String, Object>();
    if (counted()) packed.put(STEP, counter(steps));
    tensors.forEach((name, tensor) -> packed.put(name, tensor.detach().keepForever()));
    return packed;
  }

  /** Takes over a copy of what a state dict holds for a parameter. */
  static ParamState load(Map<?, ?> saved, Tensor param, String place) {
    var state = new ParamState();
    saved.forEach((name, value) -> {
      if (STEP.equals(name)) state.steps(count(value, place));
      else if (value instanceof Tensor tensor) state.put(String.valueOf(name), likeParam(tensor, param));
      else if (value != null) {
        throw new TorchException(place + ": " + name + " is " + PythonText.of(value) + " (expected: a tensor)");
      }
    });
    return state;
  }

  private static long count(@Nullable Object value, String place) {
    if (value instanceof Number number) return number.longValue();
    if (value instanceof Tensor tensor && tensor.numel() == 1) return (long) tensor.item();
    throw new TorchException(place + ": step is " + PythonText.of(value) + " (expected: a number)");
  }

  private static Tensor likeParam(Tensor saved, Tensor param) {
    DType dtype = param.isFloatingPoint() ? param.dtype() : saved.dtype();
    return saved.detach().to(o -> o.device(param.device()).dtype(dtype).copy(true));
  }
}
