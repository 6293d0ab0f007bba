package dev.jtorch.cli.report;

import dev.jtorch.optim.LossHistory;
import java.util.Map;

/**
 * All that the HTML report of a run shows.
 *
 * @param title of the page
 * @param configuration options by name
 * @param network the printed network
 * @param summary the table of its layers
 * @param history every epoch
 * @param losses the loss of every training step
 * @param confusion of the test images after the last epoch
 * @param environment versions and machine
 */
public record Report(String title, Map<String, String> configuration, String network, String summary, History history,
    LossHistory losses, ConfusionMatrix confusion, Map<String, String> environment) {
}
