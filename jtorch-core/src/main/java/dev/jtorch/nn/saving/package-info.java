/** Saving of networks with their structure: {@link dev.jtorch.nn.saving.WholeModel}. */
@NullMarked
package dev.jtorch.nn.saving;

import org.jspecify.annotations.NullMarked;
