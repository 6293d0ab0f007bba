/**
 * Writes tensors and numbers as Python's PyTorch prints them.
 *
 * <p>The smallest program: {@code TensorText.format(tensor, PrintDefaults.get())}, where {@code tensor} is any
 * {@link dev.jtorch.internal.text.PrintedTensor}.
 *
 * <p>This room needs the JDK only: it knows neither tensors nor LibTorch, so every rule of the text can be tested
 * without a native library. Null is refused everywhere unless a type says {@code @Nullable}.
 */
@NullMarked
package dev.jtorch.internal.text;

import org.jspecify.annotations.NullMarked;
