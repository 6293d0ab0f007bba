/**
 * The pickled part of PyTorch's zip files as plain Java data: dictionaries, lists, tuples, numbers, text, and references
 * to tensors whose bytes stay in the file. It needs neither LibTorch nor {@code Tensor}. Not exported from the module.
 *
 * <p>Smallest program: {@code try (var file = PickleFile.read(path)) { System.out.println(file.root()); }}
 *
 * <p>No parameter, result or field is null unless it says so; Python's {@code None} is null.
 */
@NullMarked
package dev.jtorch.io.pickle;

import org.jspecify.annotations.NullMarked;
