package dev.jtorch.cli.train;

import dev.jtorch.Torch;
import dev.jtorch.cli.report.History;
import dev.jtorch.cli.train.Trainer.Unfinished;
import dev.jtorch.io.TrainingState;
import dev.jtorch.nn.Layer;
import dev.jtorch.optim.LossHistory;
import dev.jtorch.optim.Optimizer;
import dev.jtorch.optim.scheduler.ExponentialLR;
import dev.jtorch.optim.scheduler.LRScheduler;
import org.jspecify.annotations.Nullable;

/** What changes while a network is trained: all that a checkpoint has to hold beside the configuration. */
final class Session {
  /** Of the learning rate, each epoch. It knows nothing of the number of epochs, so a run can be continued beyond its end. */
  private static final double DECAY = 0.9;

  final Layer network;
  final Optimizer<?> optimizer;
  final LRScheduler scheduler;
  History history = History.EMPTY;
  LossHistory losses = new LossHistory();
  /** The epoch that was interrupted; null between epochs. */
  @Nullable Unfinished unfinished;

  /** A network with its first weights, which come from the configuration's seed. */
  Session(TrainConfig config, ImageData data) {
    Torch.manualSeed(config.seed());
    network = config.model().build(data.imageShape(), data.classes().size());
    optimizer = config.optimizer().build(network.parameters(), config.lr());
    scheduler = new ExponentialLR(optimizer, DECAY);
  }

  /** {@return what can be saved and restored as one} */
  TrainingState state() {
    return new TrainingState().model("model", network::stateDict, network::loadStateDict)
        .part("optimizer", optimizer::stateDict, optimizer::loadStateDict)
        .part("scheduler", scheduler::stateDict, scheduler::loadStateDict);
  }

  /** {@return the number of the epoch to train next, from 1} */
  int nextEpoch() { return history.epochs().size() + 1; }
}
