/** The jtorch command. */
@NullMarked
package dev.jtorch.cli;

import org.jspecify.annotations.NullMarked;
