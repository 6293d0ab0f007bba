/**
 * The native room: the only code that knows LibTorch and the presets.
 *
 * <p>It loads LibTorch, owns native handles and frees them, keeps helpers in pools, and turns native errors into ours.
 * {@code Aten*} are generated from the {@code .ops} files of {@code jtorch-codegen}. It needs nothing above it. Nothing is
 * null unless it says {@code @Nullable}.
 */
@NullMarked
package dev.jtorch.internal;

import org.jspecify.annotations.NullMarked;
