/**
 * Gradients on demand.
 *
 * <p>{@code Autograd.grad(loss, List.of(x))} gives gradients without accumulating them anywhere; {@code loss.backward()} is
 * a method of the tensor. This package needs {@code dev.jtorch} only.
 */
@NullMarked
package dev.jtorch.autograd;

import org.jspecify.annotations.NullMarked;
