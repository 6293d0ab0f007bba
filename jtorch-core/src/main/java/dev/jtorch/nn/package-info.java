/**
 * Modules: trees of parameters and buffers that are called, moved, saved and changed while they live.
 *
 * <p>A module's fields of type {@link dev.jtorch.nn.Module}, {@link dev.jtorch.nn.Parameter} and
 * {@link dev.jtorch.nn.Buffer} are its state; there is nothing to register. Layers extend {@link dev.jtorch.nn.Layer}, and
 * networks with other inputs or outputs than one tensor extend {@link dev.jtorch.nn.Model}.
 */
@NullMarked
package dev.jtorch.nn;

import org.jspecify.annotations.NullMarked;
