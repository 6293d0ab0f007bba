/** What the platform artifacts see of JTorch: one service, exported to their modules only. */
@NullMarked
package dev.jtorch.internal.platform;

import org.jspecify.annotations.NullMarked;
