/**
 * Optimizers: they change parameters by their gradients.
 *
 * <p>The smallest program: {@code var sgd = new SGD(params, o -> o.lr(0.1)); loss.backward(); sgd.step(); sgd.zeroGrad();}
 *
 * <p>Options are changed in place for later steps, one parameter group at a time; learning rates usually by a scheduler of
 * {@code dev.jtorch.optim.scheduler}. What an optimizer remembers belongs to no scope, and a step leaves nothing behind in
 * the user's.
 *
 * <p>This package needs {@code dev.jtorch} and the tuples of {@code dev.jtorch.io}; it knows nothing of modules. Nothing is
 * null unless it says {@code @Nullable}.
 */
@NullMarked
package dev.jtorch.optim;

import org.jspecify.annotations.NullMarked;
