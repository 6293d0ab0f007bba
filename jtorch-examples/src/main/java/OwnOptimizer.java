import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.optim.ClosureOptimizer;
import dev.jtorch.optim.GroupOptions;
import dev.jtorch.optim.Optimizer;
import dev.jtorch.optim.ParamGroup;
import dev.jtorch.optim.ParamState;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Optimizers of one's own: the code of docs/own-optimizer.md. */
public class OwnOptimizer {
  static class Adadelta extends Optimizer<GroupOptions> {
    Adadelta(Iterable<? extends Tensor> params, UnaryOperator<GroupOptions> with) {
      super(params, with.apply(new GroupOptions(1.0).add("rho", 0.9).add("eps", 1e-6).add("weight_decay", 0)));
    }

    @Override protected void update(ParamGroup<GroupOptions> group) {
      GroupOptions o = group.options();
      for (Tensor p : group.paramsWithGradient()) {
        ParamState state = state(p);
        state.nextStep();
        Tensor squareAvg = state.get("square_avg", () -> Torch.zerosLike(p));
        Tensor accDelta = state.get("acc_delta", () -> Torch.zerosLike(p));
        Tensor grad = p.grad().add(p, o.number("weight_decay"));
        squareAvg.mul_(o.number("rho")).addcmul_(grad, grad, 1 - o.number("rho"));
        Tensor delta = accDelta.add(o.number("eps")).sqrt_().div_(squareAvg.add(o.number("eps")).sqrt_()).mul_(grad);
        accDelta.mul_(o.number("rho")).addcmul_(delta, delta, 1 - o.number("rho"));
        p.add_(delta, -o.lr());
      }
    }
  }

  static class LineSearch extends ClosureOptimizer<GroupOptions> {
    LineSearch(Iterable<? extends Tensor> params, double lr) {
      super(params, new GroupOptions(lr).add("decrease", 1e-4).add("max_eval", 25));
    }

    @Override protected Tensor update(Supplier<Tensor> loss) {
      ParamGroup<GroupOptions> group = paramGroups().get(0);
      Tensor first = loss.get();                                      // leaves the gradients, too
      List<Tensor> params = group.paramsWithGradient();
      List<Tensor> start = params.stream().map(Tensor::clone).toList();
      List<Tensor> slope = params.stream().map(p -> p.grad().clone()).toList();
      double steepness = slope.stream().mapToDouble(g -> g.square().sum().item()).sum();
      Tensor rate = state(params.get(0)).get("rate", () -> Torch.tensor(group.lr() / 2));
      rate.mul_(2);                                                   // twice what was good last time
      for (int evaluations = 1; evaluations < group.options().number("max_eval"); evaluations++) {
        for (int k = 0; k < params.size(); k++) params.get(k).copy_(start.get(k)).add_(slope.get(k), -rate.item());
        double enough = group.options().number("decrease") * rate.item() * steepness;
        if (loss.get().item() <= first.item() - enough) return first;
        rate.div_(2);
      }
      for (int k = 0; k < params.size(); k++) params.get(k).copy_(start.get(k));
      return first;
    }
  }

  public static void main(String[] args) {
    Torch.manualSeed(0);
    var net = new Linear(3, 1);
    var x = Torch.randn(32, 3);
    var y = x.sum(1, true);

    var adadelta = new Adadelta(net.parameters(), o -> o.lr(0.5).set("rho", 0.95));
    for (int step = 0; step < 10; step++) {
      adadelta.zeroGrad();
      F.mseLoss(net.call(x), y).backward();
      adadelta.step();
    }
    System.out.println(adadelta);

    var search = new LineSearch(net.parameters(), 1);
    Tensor loss = null;
    for (int step = 0; step < 20; step++) {
      loss = search.step(() -> {
        search.zeroGrad();
        var error = F.mseLoss(net.call(x), y);
        error.backward();
        return error;
      });
    }
    System.out.println(loss.item() < 1e-3);
  }
}
