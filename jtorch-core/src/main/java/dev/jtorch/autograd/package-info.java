/**
 * Gradients on demand.
 *
 * <p>{@code Autograd.grad(loss, List.of(x))} gives gradients without accumulating them anywhere; {@code loss.backward()} is
 * a method of the tensor. {@code Autograd.hessian(f, x)} and its like differentiate functions, and {@code
 * Autograd.gradcheck(f, x)} compares gradients with differences. This package needs {@code dev.jtorch} only.
 */
@NullMarked
package dev.jtorch.autograd;

import org.jspecify.annotations.NullMarked;
