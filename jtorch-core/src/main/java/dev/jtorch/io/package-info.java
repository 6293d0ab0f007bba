/**
 * Checkpoints: reading and writing the files of PyTorch's {@code torch.save}, of safetensors and of numpy, and keeping those of
 * a training.
 *
 * <p>Everything that can be wrong with a file ends in one exception, {@link dev.jtorch.io.CheckpointException}. What a
 * file says is never executed: its pickle may only build plain data and tensors.
 *
 * <p>No parameter, result or field is null unless it says so.
 */
@NullMarked
package dev.jtorch.io;

import org.jspecify.annotations.NullMarked;
