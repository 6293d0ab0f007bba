import dev.jtorch.Generator;
import dev.jtorch.Scope;
import dev.jtorch.Torch;
import dev.jtorch.data.DataLoader;
import dev.jtorch.data.Example;
import dev.jtorch.io.Checkpoint;
import dev.jtorch.io.Checkpointer;
import dev.jtorch.io.SafeTensors;
import dev.jtorch.io.StateDict;
import dev.jtorch.io.TrainingState;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.shape.Flatten;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.optim.Adam;
import dev.jtorch.optim.scheduler.StepLR;
import dev.jtorch.vision.datasets.Digits;
import java.nio.file.Path;
import java.util.Map;

/** Trains up to an epoch; run again with a later one, it goes on as if it had not stopped. Arguments: folder, last epoch. */
public class ResumeTraining {
  public static void main(String[] args) {
    Path folder = Path.of(args[0]);
    long epochs = Long.parseLong(args[1]);
    Torch.manualSeed(0);
    var net = new Sequential(new Flatten(), new Linear(64, 32), new ReLU(), new Linear(32, 10));
    var adam = new Adam(net.parameters(), o -> o.lr(0.01));
    var scheduler = new StepLR(adam, 2);
    var order = new Generator(1);
    var loader = new DataLoader<>(Digits.train(), o -> o.batchSize(64).shuffle(true).generator(order).workers(2));

    var state = new TrainingState().model("model", net::stateDict, net::loadStateDict)
        .part("optimizer", adam::stateDict, adam::loadStateDict)
        .part("scheduler", scheduler::stateDict, scheduler::loadStateDict).generator("order", order);
    var checkpointer = new Checkpointer(folder, state, o -> o.keepLast(2).keepBest(1).lowestIsBest(true));
    Checkpoint before = checkpointer.resume();
    long first = before == null ? 1 : before.longValue("epoch") + 1;
    for (long epoch = first; epoch <= epochs; epoch++) {
      double loss = trainEpoch(net, adam, loader);
      scheduler.step();
      checkpointer.save(epoch, loss, Map.of("loss", loss));
      System.out.println("epoch " + epoch + ": loss " + loss);
    }
    exchange(net, folder);
  }

  private static double trainEpoch(Sequential net, Adam adam, DataLoader<Example> loader) {
    double sum = 0;
    for (var batches = loader.iterator(); batches.hasNext();) {
      try (var step = Scope.open()) {
        Example batch = batches.next();
        adam.zeroGrad();
        var loss = F.crossEntropy(net.call(batch.input()), batch.target());
        loss.backward();
        adam.step();
        sum += loss.item();
      }
    }
    return sum / loader.size();
  }

  private static void exchange(Sequential net, Path folder) {
    net.stateDict().save(folder.resolve("net.safetensors"));
    net.loadStateDict(StateDict.load(folder.resolve("net.safetensors")));

    var wider = new Sequential(new Flatten(), new Linear(64, 32), new ReLU(), new Linear(32, 26));
    StateDict checkpoint = SafeTensors.load(folder.resolve("net.safetensors"));
    wider.loadStateDict(checkpoint.matching(wider.stateDict()), o -> o.strict(false));
  }
}
