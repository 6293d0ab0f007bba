/** What a training run leaves behind for people: tables, plots and the HTML report. Knows nothing of tensors. */
@NullMarked
package dev.jtorch.cli.report;

import org.jspecify.annotations.NullMarked;
