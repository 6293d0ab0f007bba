package dev.jtorch.cli.train;

import dev.jtorch.data.LoaderState;

/**
 * An epoch that was interrupted.
 *
 * @param loader where it stood in its order of images
 * @param tally what it had seen
 * @param seconds it had taken
 */
record Unfinished(LoaderState loader, Tally tally, double seconds) {
}
