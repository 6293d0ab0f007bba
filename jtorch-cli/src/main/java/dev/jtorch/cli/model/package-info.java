/** The small networks that {@code jtorch train} knows by name. */
@NullMarked
package dev.jtorch.cli.model;

import org.jspecify.annotations.NullMarked;
