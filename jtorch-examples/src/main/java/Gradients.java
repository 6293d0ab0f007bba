import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.autograd.Autograd;
import java.util.List;

/** Gradients in all their uses: the code of the guide's section about them. */
public class Gradients {
  static Tensor energy(Tensor x) { return x.pow(3).sum(); }

  public static void main(String[] args) {
    var x = Torch.tensor(new double[] {1, 2}).requiresGrad_();
    energy(x).backward();                                             // adds to x.grad()
    System.out.println(x.grad());
    Tensor loss = energy(x);
    loss.backward(o -> o.retainGraph(true));                          // loss can be walked again
    Autograd.backward(List.of(loss, x.sum()));
    System.out.println(x.grad());

    var slope = Autograd.grad(energy(x), List.of(x), o -> o.createGraph(true)).get(0);
    var curvature = Autograd.grad(slope.sum(), List.of(x)).get(0);    // accumulated nowhere
    System.out.println(curvature);

    Tensor y = Torch.noGrad(() -> x.mul(2));                          // or try (var quiet = Torch.noGrad()) { .. }
    System.out.println(y.requiresGrad());

    Tensor hessian = Autograd.hessian(Gradients::energy, x);
    Tensor along = Autograd.jvp(t -> t.exp(), x, Torch.ones(2).toDouble()).product();
    List<List<Tensor>> jacobian = Autograd.jacobian(in -> in[0].mul(in[1]), List.of(x, y));
    System.out.println(hessian + " " + along + " " + jacobian.get(0).get(1));

    System.out.println(Autograd.gradcheck(in -> in[0].mul(in[1]).tanh(), x, y));
  }
}
