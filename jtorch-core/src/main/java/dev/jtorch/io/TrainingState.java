package dev.jtorch.io;

import dev.jtorch.Cuda;
import dev.jtorch.Device;
import dev.jtorch.Generator;
import dev.jtorch.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All that changes while a model is trained, part by part, so that it is saved and restored as one:
 * {@code new TrainingState().model("model", net::stateDict, net::loadStateDict).part("optimizer", sgd::stateDict,
 * sgd::loadStateDict)}.
 *
 * <p>The state of the CPU's default generator is always a part, and so are those of the CUDA devices of this machine; a training
 * that goes on on a machine with other devices takes up those of the devices that both have. A generator that a data loader was
 * given is one more, see {@link #generator}; with it, the order of the data goes on, too. {@code rng} holds them by name.
 *
 * <p>Differs from PyTorch: Python's users put such a map together by hand.
 *
 * @see <a href="https://docs.pytorch.org/tutorials/beginner/saving_loading_models.html">Saving and Loading Models</a>
 */
public final class TrainingState {
  /** Under which the states of generators are kept. */
  private static final String RNG = "rng";

  private final Map<String, Part> parts = new LinkedHashMap<>();
  private final Map<String, Generator> generators = new LinkedHashMap<>();

  /** Only the default generator, until more is added. */
  public TrainingState() {
    generators.put("cpu", Generator.ofCpu());
  }

  /** How a part's state is taken, and restored from a checkpoint's entry of this key. */
  private record Part(Supplier<? extends Map<String, ?>> take, Consumer<Checkpoint> restore) {}

  /** Adds a model, or whatever else has tensors by name. */
  public TrainingState model(String key, Supplier<StateDict> take, Consumer<StateDict> restore) {
    return add(key, new Part(take, checkpoint -> restore.accept(checkpoint.stateDict(key))));
  }

  /** Adds an optimizer, a scheduler, or whatever else has a state of plain data and tensors. */
  public TrainingState part(String key, Supplier<? extends Map<String, ?>> take,
      Consumer<Map<String, Object>> restore) {
    return add(key, new Part(take, checkpoint -> restore.accept(checkpoint.map(key))));
  }

  private TrainingState add(String key, Part part) {
    if (key.equals(RNG) || parts.putIfAbsent(key, part) != null) {
      throw new CheckpointException("TrainingState: key '" + key + "' is taken (expected: a new key)");
    }
    return this;
  }

  /** Adds a generator, such as the one that a loader draws its order from. */
  public TrainingState generator(String key, Generator generator) {
    if (generators.putIfAbsent(key, generator) != null) {
      throw new CheckpointException("TrainingState: generator '" + key + "' is taken (expected: a new key)");
    }
    return this;
  }

  /** With those of the devices of this machine. */
  private Map<String, Generator> allGenerators() {
    Map<String, Generator> all = new LinkedHashMap<>(generators);
    for (int i = 0; i < Cuda.deviceCount(); i++) all.putIfAbsent(Device.cuda(i).toString(), Generator.ofCuda(i));
    return all;
  }

  /** {@return the state of every part by its key; tensors are the parts' own, not copies} */
  public Map<String, @Nullable Object> take() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    parts.forEach((key, part) -> state.put(key, part.take.get()));
    Map<String, Tensor> rng = new LinkedHashMap<>();
    allGenerators().forEach((key, generator) -> rng.put(key, generator.getState()));
    state.put(RNG, rng);
    return state;
  }

  /**
   * Puts every part where {@link #take} found it, in the order in which they were added, and generators last. Nothing is
   * changed where the checkpoint lacks a part; a part that refuses its state leaves those after it as they were.
   *
   * @throws CheckpointException if a part is missing or is something else
   */
  public void restore(Checkpoint checkpoint) {
    parts.keySet().forEach(checkpoint::get);
    Map<String, Object> rng = checkpoint.map(RNG);
    generators.keySet().forEach(key -> {
      if (!(rng.get(key) instanceof Tensor)) {
        throw new CheckpointException("TrainingState: no state of generator '" + key + "' (expected: one of "
            + rng.keySet() + ")");
      }
    });
    parts.values().forEach(part -> part.restore.accept(checkpoint));
    allGenerators().forEach((key, generator) -> {
      if (rng.get(key) instanceof Tensor state) generator.setState(state);
    });
  }
}
