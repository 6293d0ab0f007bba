package dev.jtorch.internal;

import java.util.Arrays;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.bytedeco.pytorch.global.torch;

/**
 * Division rounded towards zero, and the least common multiple, that survive the smallest integer divided by -1.
 *
 * <p>On a CPU, LibTorch leaves int32 and int64 to the processor, which has no quotient for these two and traps: the process is
 * killed. Here the quotient wraps around to the smallest integer again, as it does in Java and in LibTorch's other divisions.
 */
public final class IntegerDivision {
  private static final String TRUNC = "trunc";
  private static final Scalar ZERO = Scalars.of(0, "zero");
  private static final Scalar ONE = Scalars.of(1, "one");
  private static final Scalar MINUS_ONE = Scalars.of(-1, "minus one");

  private IntegerDivision() {}

  /** {@return {@code self / other}, rounded towards zero} */
  public static NativeTensor div(NativeTensor self, NativeTensor other) {
    if (!dividesByMinusOne(NativeTensor.use(self, "self"), NativeTensor.use(other, "other")))
      return AtenArithmetic.div(self, other, TRUNC);
    try (Tensor negated = isMinusOne(self.use(), other.use());
        Tensor divisor = other.use().masked_fill(negated, ONE);
        Tensor quotient = torch.div(self.use(), divisor, Optionals.string(TRUNC));
        Tensor negative = quotient.neg()) {
      return NativeTensor.of(torch.where(negated, negative, quotient));
    } catch (RuntimeException e) {
      throw NativeErrors.translate("div", e);
    }
  }

  /** {@link #div(NativeTensor, NativeTensor)} in place. */
  public static void div_(NativeTensor self, NativeTensor other) {
    if (!dividesByMinusOne(NativeTensor.use(self, "self"), NativeTensor.use(other, "other"))) {
      AtenArithmetic.div_(self, other, TRUNC);
      return;
    }
    try (Tensor negated = isMinusOne(self.use(), other.use()); Tensor divisor = other.use().masked_fill(negated, ONE)) {
      self.use().div_(divisor, Optionals.string(TRUNC));
      try (Tensor negative = self.use().neg(); Tensor quotient = torch.where(negated, negative, self.use())) {
        self.use().copy_(quotient);
      }
    } catch (RuntimeException e) {
      throw NativeErrors.translate("div_", e);
    }
  }

  /** {@return {@code self / other}, rounded towards zero} */
  public static NativeTensor div(NativeTensor self, Number other) {
    return isMinusOne(self.use(), other) ? AtenMath.neg(self) : AtenArithmetic.div(self, other, TRUNC);
  }

  /** {@link #div(NativeTensor, Number)} in place. */
  public static void div_(NativeTensor self, Number other) {
    if (isMinusOne(self.use(), other)) AtenMath.neg_(self);
    else AtenArithmetic.div_(self, other, TRUNC);
  }

  /**
   * {@return the least common multiple {@code |self / gcd · other|}} LibTorch's common divisor of the smallest integer and another
   * number can be -1; its absolute value gives the same multiple.
   */
  public static NativeTensor lcm(NativeTensor self, NativeTensor other) {
    return trapsAsMultiple(self, other) ? NativeTensor.of(multiple(self.use(), other.use()))
        : AtenArithmetic.lcm(self, other);
  }

  /** {@link #lcm(NativeTensor, NativeTensor)} in place. */
  public static void lcm_(NativeTensor self, NativeTensor other) {
    if (!trapsAsMultiple(self, other)) {
      AtenArithmetic.lcm_(self, other);
      return;
    }
    try (Tensor multiple = multiple(self.use(), other.use())) {
      if (Arrays.equals(multiple.shape(), NativeData.sizes(self))) self.use().copy_(multiple);
      else
        throw NativeErrors.failed("lcm_", "output with shape " + Arrays.toString(NativeData.sizes(self))
            + " doesn't match the broadcast shape " + Arrays.toString(multiple.shape()));
    } catch (RuntimeException e) {
      throw NativeErrors.translate("lcm_", e);
    }
  }

  private static boolean trapsAsMultiple(NativeTensor self, NativeTensor other) {
    Tensor a = NativeTensor.use(self, "self");
    Tensor b = NativeTensor.use(other, "other");
    return a.is_cpu() && b.is_cpu() && traps(torch.result_type(a, b));
  }

  private static Tensor multiple(Tensor a, Tensor b) {
    ScalarType type = torch.result_type(a, b);
    try (Tensor first = a.to(type);
        Tensor second = b.to(type);
        Tensor signed = torch.gcd(first, second);
        Tensor divisor = signed.abs();
        Tensor nothing = divisor.eq(ZERO);
        Tensor notZero = divisor.masked_fill(nothing, ONE);
        Tensor quotient = torch.div(first, notZero, Optionals.string(TRUNC));
        Tensor product = quotient.mul(second)) {
      return product.abs();
    } catch (RuntimeException e) {
      throw NativeErrors.translate("lcm", e);
    }
  }

  private static boolean dividesByMinusOne(Tensor self, Tensor other) {
    if (!self.is_cpu() || !other.is_cpu() || !traps(torch.result_type(self, other))) return false;
    try (Tensor mask = isMinusOne(self, other); Tensor any = mask.any()) {
      return any.item_bool();
    } catch (RuntimeException e) {
      throw NativeErrors.translate("div", e);
    }
  }

  private static boolean traps(ScalarType type) {
    return type.value == ScalarType.Int.value || type.value == ScalarType.Long.value;
  }

  /** Where the divisor is -1 in the type that is computed in. */
  private static Tensor isMinusOne(Tensor self, Tensor other) {
    ScalarType type = torch.result_type(self, other);
    if (other.scalar_type().value == type.value) return other.eq(MINUS_ONE);
    try (Tensor converted = other.to(type)) {
      return converted.eq(MINUS_ONE);
    }
  }

  private static boolean isMinusOne(Tensor self, Number other) {
    if (!self.is_cpu() || !traps(self.scalar_type()) || !Scalars.isIntegral(other)) return false;
    return (self.itemsize() == Integer.BYTES ? other.intValue() : other.longValue()) == -1;
  }
}
