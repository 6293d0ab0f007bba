package dev.jtorch;

import dev.jtorch.internal.ClassNames;
import dev.jtorch.internal.LifeTrace;
import dev.jtorch.internal.NativeErrors;
import dev.jtorch.internal.NativeTensor;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the exception for a native failure.
 *
 * <p>The presets pass on only the text of a C++ exception, so the class is chosen by words that LibTorch's messages have
 * used for years; a message without them gives a plain {@link TorchException}.
 */
final class ErrorTranslation implements NativeErrors.Factory {
  private interface Maker {
    TorchException make(String message, @Nullable Throwable cause);
  }

  private record Rule(Pattern words, Maker maker) {
    Rule(String words, Maker maker) {
      this(Pattern.compile(words), maker);
    }
  }

  private static final List<Rule> RULES = List.of(
      new Rule("same device|is not on the expected device|Cannot access accelerator|CUDA|device type",
          DeviceException::new),
      new Rule("out of bounds|out of range|Dimension out of range|too many indices|invalid index",
          IndexException::new),
      new Rule("dtype|scalar type|data type|type conversion|BoolTensor|only Tensors of floating|can't be cast",
          DTypeException::new),
      new Rule(
          "size|shape|dimension|expected .*D |input\\.size|broadcast|must match|should contain|at least \\dD|must be \\d-D",
          ShapeException::new));

  @Override public RuntimeException failed(String operator, String message,
      @Nullable RuntimeException cause) {
    return RULES.stream().filter(rule -> rule.words.matcher(message).find()).findFirst().map(Rule::maker)
        .orElse(TorchException::new).make(message, cause);
  }

  @Override public RuntimeException refused(String message) { return new TorchException(message); }

  @Override public RuntimeException released(NativeTensor tensor) {
    LifeTrace trace = tensor.trace();
    Object holder = tensor.lastHolder();
    String end = holder == null ? "its scope ended or it was closed"
        : "the call of " + ClassNames.of(holder.getClass()) + " that made it ended";
    String hint = trace == null ? "; -Djtorch.debug=true shows where it was made and released" : "";
    Throwable cause = trace == null ? null : trace.whole();
    return new ReleasedTensorException(
        "tensor: used after " + end + " (expected: a live tensor; keep() moves one out of a scope)" + hint,
        cause);
  }
}
