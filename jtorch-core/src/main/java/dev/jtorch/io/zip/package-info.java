/**
 * The zip container of PyTorch's files: records that are read in place through memory maps, and written with their
 * bytes aligned. It knows nothing of pickles or tensors. Not exported from the module.
 *
 * <p>No parameter, result or field is null unless it says so.
 */
@NullMarked
package dev.jtorch.io.zip;

import org.jspecify.annotations.NullMarked;
