package dev.jtorch.cli.train;

import dev.jtorch.Torch;
import dev.jtorch.cli.report.History;
import dev.jtorch.nn.Layer;
import dev.jtorch.optim.Optimizer;
import org.jspecify.annotations.Nullable;

/** What changes while a network is trained: all that a checkpoint has to hold beside the configuration. */
final class Session {
  final Layer network;
  final Optimizer<?> optimizer;
  final LrDecay scheduler;
  History history = History.EMPTY;
  /** The epoch that was interrupted; null between epochs. */
  @Nullable Unfinished unfinished;

  /** A network with its first weights, which come from the configuration's seed. */
  Session(TrainConfig config, ImageData data) {
    Torch.manualSeed(config.seed());
    network = config.model().build(data.imageShape(), data.classes().size());
    optimizer = config.optimizer().build(network.parameters(), config.lr());
    scheduler = new LrDecay(optimizer, config.lr());
  }

  /** {@return the number of the epoch to train next, from 1} */
  int nextEpoch() { return history.epochs().size() + 1; }
}
