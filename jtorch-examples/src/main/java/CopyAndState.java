import dev.jtorch.Torch;
import dev.jtorch.nn.Module;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.optim.SGD;

/** Copies a network, draws it anew, and lets hooks put more into its state than tensors of its own. */
public class CopyAndState {
  public static void main(String[] args) {
    var net = new Sequential(new Linear(4, 8), new ReLU(), new Linear(8, 2));
    var teacher = net.deepCopy(Sequential.class);
    net.apply(Module::resetParameters);

    net.registerStateDictHook((module, state, prefix, about) -> state.put(prefix + "steps", Torch.tensor(100L)));
    teacher.registerLoadStateDictPreHook((module, load) -> load.state().remove(load.prefix() + "steps"));
    System.out.println(teacher.loadStateDict(net.stateDict()));
    System.out.println(net.stateDict().metadata().get("0"));

    var saved = new SGD(teacher.namedParameters()).stateDict();
    var sgd = new SGD(net.namedParameters(), o -> o.lr(0.1).momentum(0.9));
    sgd.loadStateDict(saved);
    System.out.println(sgd.paramGroups().get(0).names());
  }
}
