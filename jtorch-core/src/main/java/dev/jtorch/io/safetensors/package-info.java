/**
 * The header of the safetensors format and the index of a set of such files, as plain data. It needs neither LibTorch nor
 * {@code Tensor}. Not exported from the module.
 *
 * <p>No parameter, result or field is null unless it says so.
 */
@NullMarked
package dev.jtorch.io.safetensors;

import org.jspecify.annotations.NullMarked;
