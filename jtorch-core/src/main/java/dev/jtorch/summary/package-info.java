/**
 * Tables of a network's layers with output shapes and numbers of parameters, as Python's torchinfo and torchsummary print them.
 *
 * <p>This room needs modules, whose hooks it uses. No parameter, result or field is null unless it says so.
 */
@NullMarked
package dev.jtorch.summary;

import org.jspecify.annotations.NullMarked;
