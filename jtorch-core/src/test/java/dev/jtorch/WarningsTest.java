package dev.jtorch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.autograd.Autograd;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.norm.InstanceNorm1d;
import dev.jtorch.optim.SGD;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole texts of warnings that name values, and the logger each goes to; most are PyTorch's own. */
class WarningsTest {
  private static final Logger JTORCH = Logger.getLogger("dev.jtorch");
  private final List<String> logged = new ArrayList<>();
  private final Level before = JTORCH.getLevel();

  private final Handler handler = new Handler() {
    @Override public void publish(LogRecord message) {
      logged.add(message.getLoggerName() + " " + message.getLevel().getName() + " " + message.getMessage());
    }

    @Override public void flush() {}

    @Override public void close() {}
  };

  @BeforeEach void listen() {
    JTORCH.addHandler(handler);
    JTORCH.setUseParentHandlers(false);
    JTORCH.setLevel(Level.ALL);
  }

  @AfterEach void restore() {
    JTORCH.removeHandler(handler);
    JTORCH.setUseParentHandlers(true);
    JTORCH.setLevel(before);
  }

  @Test void mseLoss_ofDifferentSizes() {
    F.mseLoss(Torch.ones(4, 1), Torch.ones(4));
    assertThat(logged)
        .containsExactly("dev.jtorch.nn.functional.F WARNING Using a target size (torch.Size([4])) that is"
            + " different to the input size (torch.Size([4, 1])). This will likely lead to incorrect results due to broadcasting."
            + " Please ensure they have the same size.");
  }

  @Test void dropout3d_ofAMatrix() {
    F.dropout3d(Torch.ones(2, 2), 0.5, true);
    assertThat(logged)
        .containsExactly("dev.jtorch.nn.functional.F WARNING dropout3d: Received a 2-D input to dropout3d, which"
            + " is deprecated and will result in an error in a future release. To retain the behavior and silence this warning,"
            + " please use dropout instead. Note that dropout3d exists to provide channel-wise dropout on inputs with 3 spatial"
            + " dimensions, a channel dimension, and an optional batch dimension (i.e. 4D or 5D inputs).");
  }

  @Test void instanceNorm_ofOtherChannels() {
    new InstanceNorm1d(3).call(Torch.ones(2, 4, 5));
    assertThat(logged).containsExactly("dev.jtorch.nn.norm.InstanceNorm WARNING input's size at dim=1 does not match"
        + " num_features. You can silence this warning by giving the right number, which is not used because affine=False");
  }

  @Test void optimizer_ofRepeatedParameters() {
    var parameter = new Parameter(Torch.ones(1));
    new SGD(List.of(parameter, parameter), o -> o.lr(0.1));
    assertThat(logged).hasSize(1).first().asString().startsWith("dev.jtorch.optim.Optimizer WARNING ");
  }

  @Test void gradcheck_inSinglePrecision() {
    Autograd.gradcheck(x -> x[0].mul(1), List.of(Torch.ones(1).requiresGrad_()), o -> o.raiseException(false));
    assertThat(logged)
        .containsExactly("dev.jtorch.autograd.Autograd WARNING Input #0 requires gradient and is not a double"
            + " precision floating point or complex. This check will likely fail if all the inputs are not of double precision"
            + " floating point or complex. ");
  }
}
