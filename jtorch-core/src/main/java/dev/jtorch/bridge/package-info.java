/**
 * The hidden door between public tensors and native handles. It exists so that packages above {@code dev.jtorch} can call
 * native operators while {@link dev.jtorch.Tensor} shows nobody its handle.
 */
@NullMarked
package dev.jtorch.bridge;

import org.jspecify.annotations.NullMarked;
