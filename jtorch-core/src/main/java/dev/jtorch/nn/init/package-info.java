/**
 * Initial values of parameters. With the same seed they are the values that Python's PyTorch draws.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/nn.init.html">torch.nn.init</a>
 */
@NullMarked
package dev.jtorch.nn.init;

import org.jspecify.annotations.NullMarked;
