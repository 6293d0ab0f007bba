/** Nonlinearities. */
@NullMarked
package dev.jtorch.nn.activation;

import org.jspecify.annotations.NullMarked;
