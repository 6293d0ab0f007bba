/** {@code jtorch train}: a network, a data set, a loop, and the files of the run. */
@NullMarked
package dev.jtorch.cli.train;

import org.jspecify.annotations.NullMarked;
