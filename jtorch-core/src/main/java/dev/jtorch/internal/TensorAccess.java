package dev.jtorch.internal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The way between public tensors and native handles, for JTorch's own packages; {@code Tensor} installs it. */
public interface TensorAccess {
  NativeTensor handle(Object tensor);

  Object tensor(NativeTensor handle);

  /** {@return the class of public tensors} */
  Class<?> type();

  static void install(TensorAccess access) { Holder.access = access; }

  static TensorAccess get() { return Objects.requireNonNull(Holder.access, "Tensor has not been initialised"); }

  /** Where the way is kept, because an interface's own fields are constants. */
  final class Holder {
    private static volatile @Nullable TensorAccess access;

    private Holder() {}
  }
}
