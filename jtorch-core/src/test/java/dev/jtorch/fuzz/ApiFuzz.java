package dev.jtorch.fuzz;

import dev.jtorch.DType;
import dev.jtorch.Device;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.io.CheckpointException;
import dev.jtorch.nn.Model;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Calls the {@link PublicApi} with random arguments, and looks for refusals that are no exception of JTorch's own, of one line;
 * crashes end it.
 *
 * <p>{@code ApiFuzz <calls or "nulls"> <seed> <file> [pattern of names]} keeps the call that it is in in the file, where it is found after
 * a crash. It prints what it found, what it could not call, and how many calls went well. The tensors are made anew for each
 * {@value #CALLS_PER_POOL} calls; from there on, calls can be repeated by the seed in the file.
 */
final class ApiFuzz {
  /** In place of a number of calls: null for each argument of each method in turn. */
  static final String NULLS = "nulls";

  private static final int CALLS_PER_POOL = 200;
  /** With other arguments each time, because nonsense in another argument may be refused first. */
  private static final int CALLS_PER_NULL = 6;
  private static final int POOL = 30;
  private static final List<DType> DTYPES =
      List.of(DType.FLOAT32, DType.FLOAT32, DType.FLOAT64, DType.INT64, DType.BOOL,
          DType.COMPLEX64, DType.UINT8, DType.FLOAT16, DType.BFLOAT16, DType.INT32);

  private final List<Tensor> pool = new ArrayList<>();
  private final Map<String, String> findings = new TreeMap<>();
  private final Set<String> skipped = new TreeSet<>();
  private final Journal journal;
  private int returned;
  private int refused;

  private ApiFuzz(Journal journal) {
    this.journal = journal;
  }

  public static void main(String[] args) throws IOException {
    var fuzz = new ApiFuzz(new Journal(Path.of(args[2])));
    Pattern names = Pattern.compile(args.length > 3 ? args[3] : "");
    long seed = Long.parseLong(args[1]);
    if (args[0].equals(NULLS)) fuzz.passNulls(PublicApi.takingReferences(names), seed);
    else fuzz.run(PublicApi.matching(names), Integer.parseInt(args[0]), seed);
    fuzz.findings.values().forEach(System.out::println);
    fuzz.skipped.forEach(name -> System.out.println("at times without arguments: " + name));
    System.out.printf("returned %d, refused %d, findings %d%n", fuzz.returned, fuzz.refused, fuzz.findings.size());
    System.exit(fuzz.findings.isEmpty() ? 0 : 1);
  }

  private void run(List<Executable> api, int calls, long seed) {
    for (int i = 0; i < calls; i++) {
      var random = new SplittableRandom(seed + i);
      if (i % CALLS_PER_POOL == 0) refill(seed + i);
      journal.begin(seed + i);
      Executable chosen = api.get(random.nextInt(api.size()));
      try (var scope = Scope.open()) {
        if (use(chosen, new RandomArguments(random, pool, this::call), random)) returned++;
        else skipped.add(chosen.toString());
      } catch (Refused e) {
        refused++;
        judge(chosen.getName(), e.getCause());
      }
    }
  }

  /** Each call takes a step of the seed, as in {@link #run}. */
  private void passNulls(List<Executable> api, long firstSeed) {
    long seed = firstSeed;
    for (Executable what : api) {
      refill(seed);
      for (int i = 0; i < what.getParameterCount(); i++) {
        if (what.getParameterTypes()[i].isPrimitive()) continue;
        for (int call = 0; call < CALLS_PER_NULL; call++) passNull(what, i, call % 2 == 1, seed++);
      }
    }
  }

  private void passNull(Executable what, int position, boolean inside, long seed) {
    var random = new SplittableRandom(seed);
    journal.begin(seed);
    try (var scope = Scope.open()) {
      Optional<Object[]> values = new RandomArguments(random, pool, this::call).withNull(what, position, inside);
      if (values.isEmpty()) return;
      call(what, isMethod(what) ? pool.get(random.nextInt(pool.size())) : null, values.get());
      returned++;
    } catch (Refused e) {
      refused++;
      String parameter = what.getParameters()[position].getName();
      judge(what + " " + parameter, e.getCause());
      requireNamed(what + " " + parameter, parameter, String.valueOf(e.getCause().getMessage()));
    }
  }

  /** A refusal of null says which argument it is; nonsense in another argument may have been refused before it. */
  private void requireNamed(String what, String parameter, String message) {
    if (!message.contains("null ")) return;
    boolean named = message.contains(": " + parameter + " is null (expected: ")
        || message.contains(": " + parameter + "[1] is null (expected: ")
        || message.contains(": " + parameter + " returned null (expected: ")
        || message.contains(": an element is null (expected: ");
    if (!named || message.contains("a value)")) findings.putIfAbsent(what, message + " in " + journal);
  }

  private static boolean isMethod(Executable what) {
    return what instanceof Method && !Modifier.isStatic(what.getModifiers());
  }

  private void refill(long seed) {
    Torch.manualSeed(seed);
    var random = new SplittableRandom(seed);
    pool.forEach(Tensor::close);
    pool.clear();
    for (int i = 0; i < POOL; i++) {
      long[] shape =
          LongStream.range(0, random.nextInt(6)).map(d -> random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(5)).toArray();
      pool.add(variant(Torch.randn(shape).to(DTYPES.get(random.nextInt(DTYPES.size()))), random));
    }
  }

  private static Tensor variant(Tensor tensor, SplittableRandom random) {
    return switch (random.nextInt(8)) {
      case 0 -> tensor.isFloatingPoint() ? tensor.requiresGrad_(true) : tensor;
      case 1 -> tensor.isFloatingPoint() ? tensor.requiresGrad_(true).mul(2) : tensor;
      case 2 -> tensor.dim() > 1 ? tensor.transpose(0, 1) : tensor;
      case 3 -> tensor.unsqueeze(0)
          .expand(Stream.concat(Stream.of(2L), tensor.shape().stream()).mapToLong(n -> n).toArray());
      case 4 -> random.nextInt(4) == 0 ? tensor.to(Device.of("meta")) : tensor;
      default -> tensor;
    };
  }

  /** Calls it, and uses what comes of it; false where there are no arguments for it. */
  private boolean use(Executable what, RandomArguments arguments, SplittableRandom random) {
    Tensor self = pool.get(random.nextInt(pool.size()));
    Optional<Object[]> values = arguments.forParameters(what);
    if (values.isEmpty()) return false;
    Object result = call(what, isMethod(what) ? self : null, values.get());
    if (result instanceof Tensor tensor) tensor.toString();
    else if (result instanceof Model<?, ?> layer) {
      layer.train(random.nextBoolean());
      Method call = PublicApi.call(layer);
      call(call, layer, arguments.tensors(call.getParameterCount()));
    } else if (result instanceof AutoCloseable guard) close(guard);
    return true;
  }

  private static void close(AutoCloseable guard) {
    try {
      guard.close();
    } catch (Exception e) {
      throw new Refused(e);
    }
  }

  private Object call(Executable what, @Nullable Object self, Object[] arguments) {
    journal.add(what, self, arguments);
    try {
      return what instanceof Constructor<?> made ? made.newInstance(arguments)
          : ((Method) what).invoke(self, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Refused inner ? inner : new Refused(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** Keeps one refusal of each name that a user could not read. */
  private void judge(String name, Throwable refusal) {
    String message = String.valueOf(refusal.getMessage());
    boolean named = refusal instanceof TorchException || refusal instanceof CheckpointException;
    boolean clear = named && message.lines().count() == 1
        && !message.contains("INTERNAL ASSERT");
    if (clear) return;
    String line = message.lines().findFirst().orElse("");
    findings.putIfAbsent(name, refusal.getClass().getSimpleName() + ": " + line + " in " + journal);
  }

  /** What the public interface threw. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused(Throwable cause) {
      super(cause);
    }
  }
}
