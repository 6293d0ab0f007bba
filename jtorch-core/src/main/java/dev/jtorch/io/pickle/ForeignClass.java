package dev.jtorch.io.pickle;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A pickle names a class or function that is not on the allow-list. */
final class ForeignClass extends MalformedPickle {
  private static final long serialVersionUID = 1;

  /** Keys of the dict that every pickled module has. */
  private static final List<String> MODULE_KEYS = List.of("_parameters", "_buffers", "_modules", "training");

  private final String path;

  ForeignClass(String path) {
    super("foreign class " + path + " (expected: tensors and plain data); in Python, " + remedy(path));
    this.path = path;
  }

  /** What to say about a pickle that is a whole module, or about any other. */
  String messageIn(ByteBuffer pickle) {
    if (!mentionsModule(pickle)) return String.valueOf(getMessage());
    return "holds a whole module, of class " + path + " (expected: its state_dict()); in Python,"
        + " torch.save(torch.load(path, weights_only=False).state_dict(), path)";
  }

  private static String remedy(String path) {
    if (path.startsWith("numpy.")) return "save torch.from_numpy(array), or scalar.item()";
    return "re-save only its state_dict()";
  }

  private static boolean mentionsModule(ByteBuffer pickle) {
    int length = Math.min(pickle.limit(), Unpickler.MAX_LENGTH);
    var bytes = new byte[length];
    pickle.get(0, bytes);
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    return MODULE_KEYS.stream().allMatch(text::contains);
  }
}
