/**
 * Schedulers: they change an optimizer's learning rates from epoch to epoch.
 *
 * <p>The smallest program: {@code var decay = new StepLR(sgd, 30); .. sgd.step(); .. decay.step();}
 *
 * <p>This package needs {@code dev.jtorch.optim} only. Nothing is null unless it says {@code @Nullable}.
 */
@NullMarked
package dev.jtorch.optim.scheduler;

import org.jspecify.annotations.NullMarked;
