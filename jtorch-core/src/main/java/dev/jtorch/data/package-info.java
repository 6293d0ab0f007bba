/**
 * Data sets, the order in which they are read, and the batches made of them.
 *
 * <p>A {@link dev.jtorch.data.Dataset} reads one sample by its index, a {@link dev.jtorch.data.Sampler} decides the order of
 * the indices, and a {@link dev.jtorch.data.DataLoader} groups them, fetches the samples, here or on threads of its own, and
 * puts each group together into a batch.
 *
 * <p>This room needs tensors and nothing else. No parameter, result or field is null unless it says so.
 */
@NullMarked
package dev.jtorch.data;

import org.jspecify.annotations.NullMarked;
