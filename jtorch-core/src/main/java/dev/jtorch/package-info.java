/**
 * Tensors, their operators and their lifetimes.
 *
 * <p>The smallest program: {@code System.out.println(Torch.ones(2, 2).add(1));}
 *
 * <p>This package needs {@code dev.jtorch.internal} only. Nothing is null unless it says {@code @Nullable}.
 */
@NullMarked
package dev.jtorch;

import org.jspecify.annotations.NullMarked;
