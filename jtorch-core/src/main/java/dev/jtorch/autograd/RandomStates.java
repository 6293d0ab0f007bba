package dev.jtorch.autograd;

import dev.jtorch.Device;
import dev.jtorch.Generator;
import dev.jtorch.Tensor;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the default generators of some devices stood. */
final class RandomStates {
  private final Map<Generator, Tensor> states = new LinkedHashMap<>();

  private RandomStates(Collection<Generator> generators) {
    for (Generator generator : generators) states.put(generator, generator.getState());
  }

  /** Those of the CPU and of the CUDA devices on which tensors lie; they stay when the caller's scope ends. */
  static RandomStates of(@Nullable Tensor[] tensors) {
    Set<Generator> generators = new LinkedHashSet<>();
    generators.add(Generator.ofCpu());
    Arrays.stream(tensors).filter(Objects::nonNull).map(Tensor::device).filter(Device::isCuda)
        .forEach(device -> generators.add(Generator.ofCuda(device.index())));
    var found = new RandomStates(generators);
    found.states.values().forEach(Tensor::keepForever);
    return found;
  }

  /** Where the same generators stand now, until the caller's scope ends. */
  RandomStates current() {
    return new RandomStates(states.keySet());
  }

  /** Lets the generators draw again from here. */
  void restore() {
    states.forEach(Generator::setState);
  }
}
