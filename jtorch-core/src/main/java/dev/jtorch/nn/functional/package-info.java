/**
 * What layers compute, as functions without state: every layer passes its settings and parameters to one of these.
 *
 * <p>All are called as {@code F.name(..)}. Settings beyond the sizes are one lambda, as in
 * {@code F.conv2d(x, weight, bias, o -> o.stride(2))}, or the ready options record.
 */
@NullMarked
package dev.jtorch.nn.functional;

import org.jspecify.annotations.NullMarked;
