package dev.jtorch.cli.report;

import java.util.Map;

/**
 * All that the HTML report of a run shows.
 *
 * @param title of the page
 * @param configuration options by name
 * @param network the printed network
 * @param summary the table of its layers
 * @param history every epoch
 * @param confusion of the test images after the last epoch
 * @param environment versions and machine
 */
public record Report(String title, Map<String, String> configuration, String network, String summary, History history,
    ConfusionMatrix confusion, Map<String, String> environment) {
}
