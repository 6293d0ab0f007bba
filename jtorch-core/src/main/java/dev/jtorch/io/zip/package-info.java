/**
 * The zip container of PyTorch's files: records that are read in place through memory maps, and written with their
 * bytes aligned; and {@link dev.jtorch.io.zip.RegularFile}, through which every file is opened and replaced. It knows nothing of
 * pickles or tensors. Exported only to JTorch's own modules.
 *
 * <p>No parameter, result or field is null unless it says so.
 */
@NullMarked
package dev.jtorch.io.zip;

import org.jspecify.annotations.NullMarked;
