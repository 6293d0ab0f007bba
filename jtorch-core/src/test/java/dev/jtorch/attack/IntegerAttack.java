package dev.jtorch.attack;

import dev.jtorch.DType;
import dev.jtorch.RoundingMode;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import java.util.List;

/** Integer operators with the operands that processors trap on: the least number by minus one, anything by zero, shifts by too much. */
final class IntegerAttack {
  private static final List<DType> TYPES =
      List.of(DType.INT8, DType.INT16, DType.INT32, DType.INT64, DType.UINT8, DType.BOOL);
  private static final List<Operator> OPERATORS = List.of(
      Tensor::div, (a, b) -> a.div(b, RoundingMode.FLOOR), (a, b) -> a.div(b, RoundingMode.TRUNC), Tensor::floorDivide,
      Tensor::remainder, Tensor::fmod, Tensor::pow, Tensor::gcd, Tensor::lcm, Tensor::bitwiseLeftShift,
      Tensor::bitwiseRightShift, Tensor::mul, Tensor::sub, (a, b) -> a.abs().add(b.neg()),
      (a, b) -> a.clone().floorDivide_(b), (a, b) -> a.clone().remainder_(b), (a, b) -> a.clone().fmod_(b),
      (a, b) -> a.clone().div_(b, RoundingMode.TRUNC));
  private static final List<NumberOperator> NUMBER_OPERATORS = List.of(
      Tensor::div, (a, n) -> a.div(n, RoundingMode.FLOOR), (a, n) -> a.div(n, RoundingMode.TRUNC),
      Tensor::floorDivide, Tensor::remainder, Tensor::fmod, Tensor::pow, Tensor::bitwiseLeftShift,
      Tensor::bitwiseRightShift);

  private IntegerAttack() {}

  private interface Operator {
    Tensor of(Tensor a, Tensor b);
  }

  private interface NumberOperator {
    Tensor of(Tensor a, Number b);
  }

  public static void main(String[] args) {
    Attack.run(args, IntegerAttack::round);
  }

  private static void round(Attack attack) {
    // long enough for vectors, with a rest
    long[] size = {1 + attack.random.nextInt(40)};
    Tensor a = extremes(attack, size);
    Tensor b = extremes(attack, attack.random.nextBoolean() ? size : new long[] {1});
    int which = attack.random.nextInt(OPERATORS.size());
    System.out.println("operator " + which + " of " + a.dtype() + " and " + b.dtype() + " " + size[0]);
    Attack.attempt(() -> OPERATORS.get(which).of(a, b));
    int other = attack.random.nextInt(NUMBER_OPERATORS.size());
    long number = extreme(attack);
    System.out.println("number operator " + other + " of " + a.dtype() + " and " + number);
    Attack.attempt(() -> NUMBER_OPERATORS.get(other).of(a, number));
  }

  private static Tensor extremes(Attack attack, long[] size) {
    var values = new long[(int) size[0]];
    for (int i = 0; i < values.length; i++) values[i] = extreme(attack);
    return Torch.tensor(values).to(TYPES.get(attack.random.nextInt(TYPES.size())));
  }

  private static long extreme(Attack attack) {
    return switch (attack.random.nextInt(14)) {
      case 0 -> Long.MIN_VALUE;
      case 1 -> Long.MAX_VALUE;
      case 2 -> Integer.MIN_VALUE;
      case 3 -> Integer.MAX_VALUE;
      case 4 -> Short.MIN_VALUE;
      case 5 -> Byte.MIN_VALUE;
      case 6 -> 0;
      case 7 -> 1;
      case 8 -> 64;
      case 9 -> 127;
      case 10 -> attack.random.nextLong();
      default -> -1;
    };
  }
}
