import static dev.jtorch.Index.ELLIPSIS;
import static dev.jtorch.Index.slice;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;

/** Reads and changes parts of a tensor, as Python's brackets do. */
public class Indexes {
  public static void main(String[] args) {
    Tensor x = Torch.arange(24).view(2, 3, 4);
    Tensor mask = Torch.tensor(new boolean[] {true, false, true});
    Tensor part = x.get(0, slice(1, 3));                              // x[0, 1:3]; as text: x.get("0, 1:3")
    x.at(1).set(7);                                                   // x[1] = 7
    x.at(ELLIPSIS, 0).add_(1);                                        // x[..., 0] += 1
    x.at("0, {}", mask).set(0);                                       // x[0, mask] = 0
    System.out.println(part.shape());
    for (Tensor matrix : x) System.out.println(matrix);
  }
}
