/**
 * The header of numpy's npy format as plain data. It needs neither LibTorch nor {@code Tensor}. Not exported from the module.
 *
 * <p>No parameter, result or field is null unless it says so.
 */
@NullMarked
package dev.jtorch.io.npy;

import org.jspecify.annotations.NullMarked;
