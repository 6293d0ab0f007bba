package dev.jtorch;

import dev.jtorch.nn.functional.F;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;

/**
 * Calls all operators on integers with the most extreme of each type, in tensors of several layouts, and checks the results that
 * have Java's wraparound for a definition. A main, for a process of its own: the last line names the call that ended it.
 */
final class IntegerExtremes {
  private static final List<DType> TYPES =
      List.of(DType.INT8, DType.INT16, DType.INT32, DType.INT64, DType.UINT8, DType.BOOL);
  private static final long MIN = Long.MIN_VALUE;
  private static final long MAX = Long.MAX_VALUE;
  private static final long HUGE = 1L << 62;

  /** Those that LibTorch defines, and Java computes in 64 bits before they are narrowed to the type. */
  private static final Map<String, Defined> DEFINED = new LinkedHashMap<>();
  private static final Map<String, BiFunction<Tensor, Tensor, Object>> BINARY = new LinkedHashMap<>();
  private static final Map<String, Supplier<Object>> ABSURD = new LinkedHashMap<>();

  private record Defined(BiFunction<Tensor, Tensor, Tensor> call, LongBinaryOperator java) {}

  private IntegerExtremes() {}

  static {
    define("div TRUNC", (a, b) -> a.div(b, RoundingMode.TRUNC), (x, y) -> x / y);
    define("div_ TRUNC", (a, b) -> a.clone().div_(b, RoundingMode.TRUNC), (x, y) -> x / y);
    define("div TRUNC by a number", (a, b) -> a.div(first(b), RoundingMode.TRUNC), (x, y) -> x / y);
    define("div_ TRUNC by a number", (a, b) -> a.clone().div_(first(b), RoundingMode.TRUNC), (x, y) -> x / y);
    define("divide TRUNC", (a, b) -> a.divide(b, RoundingMode.TRUNC), (x, y) -> x / y);
    define("div FLOOR", (a, b) -> a.div(b, RoundingMode.FLOOR), Math::floorDiv);
    define("div_ FLOOR", (a, b) -> a.clone().div_(b, RoundingMode.FLOOR), Math::floorDiv);
    define("div FLOOR by a number", (a, b) -> a.div(first(b), RoundingMode.FLOOR), Math::floorDiv);
    define("floorDivide", Tensor::floorDivide, Math::floorDiv);
    define("floorDivide_", (a, b) -> a.clone().floorDivide_(b), Math::floorDiv);
    define("floorDivide by a number", (a, b) -> a.floorDivide(first(b)), Math::floorDiv);
    define("remainder", Tensor::remainder, Math::floorMod);
    define("remainder_", (a, b) -> a.clone().remainder_(b), Math::floorMod);
    define("remainder by a number", (a, b) -> a.remainder(first(b)), Math::floorMod);
    define("fmod", Tensor::fmod, (x, y) -> x % y);
    define("fmod_", (a, b) -> a.clone().fmod_(b), (x, y) -> x % y);
    define("fmod by a number", (a, b) -> a.fmod(first(b)), (x, y) -> x % y);
    define("add", Tensor::add, Long::sum);
    define("sub", Tensor::sub, (x, y) -> x - y);
    define("mul", Tensor::mul, (x, y) -> x * y);
    define("neg", a -> a.neg(), x -> -x);
    define("abs", a -> a.abs(), Math::abs);
    define("square", a -> a.mul(a), x -> x * x);
    define("maximum", Tensor::maximum, Math::max);
    define("minimum", Tensor::minimum, Math::min);

    BINARY.put("gcd", Tensor::gcd);
    BINARY.put("lcm", Tensor::lcm);
    BINARY.put("pow", Tensor::pow);
    BINARY.put("pow by itself", (a, b) -> a.pow(a));
    BINARY.put("pow -1", (a, b) -> a.pow(-1));
    BINARY.put("pow the largest", (a, b) -> a.pow(MAX));
    BINARY.put("floatPower", Tensor::floatPower);
    BINARY.put("shift left", Tensor::bitwiseLeftShift);
    BINARY.put("shift right", Tensor::bitwiseRightShift);
    BINARY.put("shift left by itself", (a, b) -> a.bitwiseLeftShift(a));
    BINARY.put("shift right by itself", (a, b) -> a.bitwiseRightShift(a));
    BINARY.put("shift left by a number", (a, b) -> a.bitwiseLeftShift(MIN));
    BINARY.put("shift right by a number", (a, b) -> a.bitwiseRightShift(MAX));
    BINARY.put("div by zeros", (a, b) -> a.div(Torch.zerosLike(a), RoundingMode.TRUNC));
    BINARY.put("div by zero", (a, b) -> a.div(0, RoundingMode.TRUNC));
    BINARY.put("div_ by zeros", (a, b) -> a.clone().div_(Torch.zerosLike(a), RoundingMode.TRUNC));
    BINARY.put("div by -1 and 0", (a, b) -> a.div(b.mul(Torch.tensor(new int[] {1, 0, 1})), RoundingMode.TRUNC));
    BINARY.put("div by 2^32 - 1", (a, b) -> a.div((1L << 32) - 1, RoundingMode.TRUNC));
    BINARY.put("div by a tensor 2^32 - 1",
        (a, b) -> a.div(Torch.tensor((1L << 32) - 1), RoundingMode.TRUNC));
    BINARY.put("div of another shape", (a, b) -> a.div(b.expand(2, 3), RoundingMode.TRUNC));
    BINARY.put("div of other types", (a, b) -> a.div(b.toLong(), RoundingMode.TRUNC));
    BINARY.put("div_ of other types", (a, b) -> a.clone().div_(b.toLong(), RoundingMode.TRUNC));
    BINARY.put("div of a longer type", (a, b) -> a.toLong().div(b, RoundingMode.TRUNC));
    BINARY.put("div by floats", (a, b) -> a.div(b.toFloat(), RoundingMode.TRUNC));
    BINARY.put("floorDivide by zero", (a, b) -> a.floorDivide(0));
    BINARY.put("remainder by zero", (a, b) -> a.remainder(0));
    BINARY.put("fmod by zero", (a, b) -> a.fmod(0));
    BINARY.put("remainder by zeros", (a, b) -> a.remainder(Torch.zerosLike(a)));
    BINARY.put("fmod by zeros", (a, b) -> a.fmod(Torch.zerosLike(a)));
    BINARY.put("true division", Tensor::div);
    BINARY.put("prod", (a, b) -> a.prod());
    BINARY.put("cumprod", (a, b) -> a.cumprod(0));
    BINARY.put("cumsum", (a, b) -> a.cumsum(0));
    BINARY.put("sum", (a, b) -> a.sum());
    BINARY.put("diff", (a, b) -> a.diff());
    BINARY.put("clamp", (a, b) -> a.clamp(MIN, MAX));
    BINARY.put("sign", (a, b) -> a.sign());
    BINARY.put("bincount", (a, b) -> Torch.bincount(a));
    BINARY.put("oneHot", (a, b) -> F.oneHot(a.toLong()));
    BINARY.put("histc", (a, b) -> a.histc(3, 0, 1));
    BINARY.put("repeatInterleave", (a, b) -> b.repeatInterleave(a.toLong()));
    BINARY.put("unique", (a, b) -> a.unique());
    BINARY.put("sort", (a, b) -> a.sort());
    BINARY.put("searchsorted", Torch::searchsorted);
    BINARY.put("gather", (a, b) -> b.gather(0, a.toLong()));
    BINARY.put("indexSelect", (a, b) -> b.indexSelect(0, a.toLong()));
    BINARY.put("take", (a, b) -> b.take(a.toLong()));
    BINARY.put("scatter", (a, b) -> b.scatter(0, a.toLong(), b));
    BINARY.put("indexAdd", (a, b) -> b.indexAdd(0, a.toLong(), b));
    BINARY.put("embedding", (a, b) -> F.embedding(a.toLong(), Torch.ones(3, 3)));
    BINARY.put("nllLoss", (a, b) -> F.nllLoss(Torch.ones(3, 3), a.toLong()));

    Tensor x = Torch.tensor(new long[] {1, 2, 3});
    ABSURD.put("unfold", () -> x.unfold(0, HUGE, 1));
    ABSURD.put("unfold by", () -> x.unfold(0, 1, HUGE));
    ABSURD.put("bincount", () -> Torch.bincount(x, null, HUGE));
    ABSURD.put("oneHot", () -> F.oneHot(x, HUGE));
    ABSURD.put("histc", () -> x.toFloat().histc(HUGE, 0, 1));
    ABSURD.put("repeatInterleave", () -> x.repeatInterleave(HUGE));
    ABSURD.put("repeat", () -> x.repeat(HUGE));
    ABSURD.put("repeat twice", () -> x.repeat(1L << 31, 1L << 32));
    ABSURD.put("randint", () -> Torch.randint(MIN, MAX, 3));
    ABSURD.put("randint of nothing", () -> Torch.randint(5, 5, 3));
    ABSURD.put("randint backwards", () -> Torch.randint(MAX, MIN, 3));
    ABSURD.put("arange", () -> Torch.arange(MIN, MAX, 1));
    ABSURD.put("arange by", () -> Torch.arange(MIN, MAX, HUGE));
    ABSURD.put("arange by the largest", () -> Torch.arange(0, 10, MAX));
    ABSURD.put("arange by nothing", () -> Torch.arange(0, 10, 0));
    ABSURD.put("arange by the smallest", () -> Torch.arange(0, 10, MIN));
    ABSURD.put("random_", () -> Torch.empty(3).toLong().random_(MIN, MAX));
    ABSURD.put("roll", () -> x.roll(MIN, 0));
    ABSURD.put("narrow", () -> x.narrow(0, 1, MAX));
    ABSURD.put("asStrided", () -> x.asStrided(new long[] {2}, new long[] {HUGE}));
    ABSURD.put("eye", () -> Torch.eye(HUGE));
    ABSURD.put("zeros", () -> Torch.zeros(1L << 40, 1L << 40));
    ABSURD.put("tril", () -> Torch.eye(3).tril(MIN));
    ABSURD.put("triu", () -> Torch.eye(3).triu(MAX));
    ABSURD.put("split", () -> x.split(MAX));
    ABSURD.put("pad", () -> F.pad(x, HUGE, HUGE));
    ABSURD.put("unpad", () -> F.pad(x, -HUGE, HUGE));
    ABSURD.put("randperm", () -> Torch.randperm(HUGE));
    ABSURD.put("topk", () -> x.topk(HUGE));
  }

  private static void define(String name, BiFunction<Tensor, Tensor, Tensor> call, LongBinaryOperator java) {
    DEFINED.put(name, new Defined(call, java));
  }

  private interface Unary {
    Tensor call(Tensor a);
  }

  private static void define(String name, Unary call, LongUnaryOperator java) {
    define(name, (a, b) -> call.call(a), (x, y) -> java.applyAsLong(x));
  }

  private static Number first(Tensor b) { return b.flatten().select(0, 0).itemLong(); }

  public static void main(String[] args) {
    for (DType type : TYPES) {
      try (var scope = Scope.open()) {
        layouts(operands(type, -1), operands(type, 1)).forEach((layout, pair) -> {
          String where = " of " + type + ", " + layout;
          if (type != DType.BOOL) DEFINED.forEach((name, each) -> check(name + where, each, pair[0], pair[1]));
          BINARY.forEach((name, call) -> survive(name + where, () -> call.apply(pair[0], pair[1])));
        });
      }
    }
    ABSURD.forEach(IntegerExtremes::survive);
    System.out.println("survived");
  }

  /** The dividends, or the divisors, all of which are -1, or what stands for it where there is no sign. */
  private static Tensor operands(DType type, int which) {
    boolean signed = type != DType.UINT8 && type != DType.BOOL;
    int bits = 8 * type.itemSize();
    long smallest = signed ? -1L << (bits - 1) : 0;
    long largest = type == DType.BOOL ? 1 : signed ? ~smallest : 255;
    long[] values = which < 0 ? new long[] {smallest, largest, smallest} : signed ? new long[] {-1, -1, -1}
        : new long[] {largest, largest, largest};
    return Torch.tensor(values).to(type);
  }

  private static Map<String, Tensor[]> layouts(Tensor a, Tensor b) {
    var layouts = new TreeMap<String, Tensor[]>();
    layouts.put("contiguous", new Tensor[] {a, b});
    layouts.put("of no dimension", new Tensor[] {a.select(0, 0), b.select(0, 0)});
    layouts.put("strided",
        new Tensor[] {Torch.stack(List.of(a, a), 1).select(1, 0), Torch.stack(List.of(b, b), 1).select(1, 0)});
    layouts.put("expanded", new Tensor[] {a.narrow(0, 0, 1).expand(3), b.narrow(0, 0, 1).expand(3)});
    layouts.put("long", new Tensor[] {a.repeat(100), b.repeat(100)});
    layouts.put("broadcast", new Tensor[] {a.repeat(100), b.select(0, 0)});
    return layouts;
  }

  private static void check(String name, Defined defined, Tensor a, Tensor b) {
    System.out.println(name);
    Tensor expected = a.clone().contiguous().toLong().flatten();
    Tensor result = defined.call.apply(a, b);
    if (!result.dtype().equals(a.dtype())) throw new AssertionError(name + ": " + result.dtype());
    long[] dividends = expected.toLongArray();
    long divisor = first(b).longValue();
    long[] got = result.toLong().flatten().toLongArray();
    for (int i = 0; i < got.length; i++) {
      long wrapped = narrow(defined.java.applyAsLong(dividends[i], divisor), a.dtype());
      if (got[i] != wrapped) throw new AssertionError(name + ": " + got[i] + " (expected: " + wrapped + ")");
    }
  }

  private static long narrow(long value, DType type) {
    if (type == DType.UINT8) return value & 0xff;
    int unused = 64 - 8 * type.itemSize();
    return value << unused >> unused;
  }

  private static void survive(String name, Supplier<Object> call) {
    System.out.println(name);
    try (var scope = Scope.open()) {
      call.get();
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // refused
    }
  }
}
