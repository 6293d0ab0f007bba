package dev.jtorch.vision.keys;

import dev.jtorch.Tensor;
import dev.jtorch.io.StateDict;
import java.util.List;
import java.util.regex.Pattern;

/** Gives tensors of older states the keys that they have today. */
public final class OldKeys {
  private OldKeys() {}

  /**
   * Renames in place; a tensor that has today's key already is replaced, as in torchvision.
   *
   * @param old matches an old key from its beginning to its end
   * @param today what it is called today, with {@code $1} for a group of the old key
   */
  public static void rename(StateDict state, Pattern old, String today) {
    for (String key : List.copyOf(state.keySet())) {
      var matcher = old.matcher(key);
      if (!matcher.matches()) continue;
      Tensor tensor = state.remove(key);
      if (tensor != null) state.put(matcher.replaceFirst(today), tensor);
    }
  }
}
