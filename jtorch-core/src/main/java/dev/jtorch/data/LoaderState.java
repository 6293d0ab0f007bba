package dev.jtorch.data;

import dev.jtorch.Tensor;

/**
 * Where a loader stands in a pass over its data, enough to go on from there in another process.
 *
 * @param generator the state, as the pass began, of the generator that the loader draws from
 * @param position how many batches of the pass have been delivered
 */
public record LoaderState(Tensor generator, long position) {
}
