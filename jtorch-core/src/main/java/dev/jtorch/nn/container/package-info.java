/** Modules that are made of others: chains, lists, dictionaries. */
@NullMarked
package dev.jtorch.nn.container;

import org.jspecify.annotations.NullMarked;
