package dev.jtorch.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.pytorch.StringSupplier;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/** Turns what comes out of native calls into JTorch's own exceptions, which live above this package. */
public final class NativeErrors {
  /** {@code CPUFloatType} is what Python, which has a name of its own for it, calls {@code torch.FloatTensor}. */
  private static final Pattern CPU_TYPE = Pattern.compile("\\bCPU(\\w+)Type\\b");
  private static final Pattern CUDA_TYPE = Pattern.compile("\\bCUDA(\\w+)Type\\b");

  /** Where the C++ stack begins: some failures say who raised them, some do not. */
  private static final Pattern STACK = Pattern.compile("\n(Exception raised from |frame #0)");
  /** What comes before the message of a check that guards an allocation. */
  private static final Pattern ENFORCED = Pattern.compile("^\\[enforce fail at [^]]*] err == 0\\. ");

  private static volatile Factory factory = new Factory() {
    @Override public RuntimeException failed(String operator, String message, @Nullable RuntimeException cause) {
      return cause == null ? new IllegalArgumentException(message) : cause;
    }

    @Override public RuntimeException refused(String message) { return new IllegalArgumentException(message); }

    @Override public RuntimeException released(NativeTensor tensor) {
      return new IllegalStateException("tensor has been released");
    }
  };

  /** Python's own switch for the frames of C++ in its messages. */
  private static final boolean SHOWS_CPP_FRAMES =
      Boolean.getBoolean("jtorch.debug") || "1".equals(System.getenv("TORCH_SHOW_CPP_STACKTRACES"));

  private NativeErrors() {}

  /** The frames of C++ at the moment of a failure: none. */
  private static final class NoFrames extends StringSupplier {
    private static final NoFrames INSTANCE = PooledNatives.kept(new NoFrames());

    private final BytePointer empty = PooledNatives.kept(new BytePointer(""));

    @Override public BytePointer call() { return empty; }
  }

  /**
   * Keeps LibTorch from looking up the names of the C++ functions that led to a failure, which takes longer than everything
   * else about an error by a factor of a hundred (the presets ask for them with every message, Python does not).
   */
  static void leaveOutCppFrames() {
    if (!SHOWS_CPP_FRAMES) torch.SetStackTraceFetcher(NoFrames.INSTANCE);
  }

  /** Makes the public exceptions. */
  public interface Factory {
    /** A native call failed; the message is the first line of LibTorch's, the cause holds the rest. */
    RuntimeException failed(String operator, String message, @Nullable RuntimeException cause);

    /** An argument is of no use; the message is JTorch's own. */
    RuntimeException refused(String message);

    /** A released tensor was used. */
    RuntimeException released(NativeTensor tensor);
  }

  public static void install(Factory made) { factory = made; }

  /** The presets throw plain RuntimeExceptions; anything else is ours already and passes. */
  static RuntimeException translate(String operator, RuntimeException e) {
    if (e.getClass() != RuntimeException.class) return e;
    HookFailures.rethrow(e);
    return factory.failed(operator, AnomalyDetection.hinted(firstLine(e.getMessage())), e);
  }

  /** The exception for a failure that JTorch finds where Python's PyTorch would, in its words. */
  static RuntimeException failed(String operator, String message) {
    return failed(operator, message, null);
  }

  /** The same, for a failure that led to it. */
  static RuntimeException failed(String operator, String message, @Nullable RuntimeException cause) {
    return factory.failed(operator, message, cause);
  }

  static RuntimeException refused(String message) { return factory.refused(message); }

  static RuntimeException released(NativeTensor tensor) { return factory.released(tensor); }

  /** LibTorch's message in Python's words, without the C++ stack that follows it. */
  static String firstLine(@Nullable String message) {
    if (message == null) return "native call failed";
    Matcher stack = STACK.matcher(message);
    String text = stack.find() ? message.substring(0, stack.start()) : message;
    String line = ENFORCED.matcher(text).replaceFirst("").strip().replaceAll("\\s*\\R\\s*", " ");
    return CUDA_TYPE.matcher(CPU_TYPE.matcher(line).replaceAll("torch.$1Tensor")).replaceAll("torch.cuda.$1Tensor");
  }
}
