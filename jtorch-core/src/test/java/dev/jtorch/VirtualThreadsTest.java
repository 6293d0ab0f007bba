package dev.jtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.autograd.Autograd;
import dev.jtorch.autograd.Function;
import dev.jtorch.autograd.FunctionContext;
import dev.jtorch.internal.NativeGenerator;
import dev.jtorch.jit.Jit;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.optim.Adam;
import dev.jtorch.testing.GoldenFile;
import dev.jtorch.testing.JavaProcess;
import dev.jtorch.testing.VirtualThreads;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** What belongs to a thread belongs to the virtual one, not to its carrier, on which other virtual threads run in between. */
@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "virtual threads came with JDK 21")
class VirtualThreadsTest {
  private static final int THREADS = 400;
  private static final int STEPS = 5;

  private final Tensor weight = Torch.ones(3).requiresGrad_();

  @AfterEach void freshThreads_haveTheDefaults() throws Exception {
    VirtualThreads.run(100, (index, all) -> requireDefaults());
    requireDefaults();
  }

  private void requireDefaults() {
    assertThat(Torch.isGradEnabled()).isTrue();
    assertThat(Torch.isInferenceModeEnabled()).isFalse();
    assertThat(weight.mul(2).requiresGrad()).isTrue();
    assertThat(Torch.ones(1).isInference()).isFalse();
    assertThat(Torch.ones(1).dtype()).isEqualTo(DType.FLOAT32);
  }

  @Test void gradMode_isTheVirtualThreads() throws Exception {
    VirtualThreads.run(THREADS, (index, all) -> {
      boolean quiet = index % 2 == 0;
      try (var mode = Torch.setGradEnabled(!quiet)) {
        for (int i = 0; i < STEPS; i++) {
          all.meet();
          assertThat(weight.mul(i).requiresGrad()).isEqualTo(!quiet);
          assertThat(Torch.isGradEnabled()).isEqualTo(!quiet);
          Tensor own = Torch.ones(3).requiresGrad_();
          all.meet();
          assertThat(Torch.noGrad(() -> own.add(1)).requiresGrad()).isFalse();
          assertThat(own.add(1).requiresGrad()).isEqualTo(!quiet);
          assertThat(Torch.enableGrad(() -> own.add(1)).requiresGrad()).isTrue();
        }
      }
      all.meet();
      assertThat(weight.mul(2).requiresGrad()).isTrue();
    });
  }

  @Test void inferenceMode_isTheVirtualThreads() throws Exception {
    VirtualThreads.run(THREADS, (index, all) -> {
      boolean fast = index % 2 == 0;
      try (var mode = Torch.inferenceMode(fast)) {
        for (int i = 0; i < STEPS; i++) {
          all.meet();
          assertThat(Torch.ones(2).isInference()).isEqualTo(fast);
          all.meet();
          assertThat(weight.mul(2.5 + index).isInference()).isEqualTo(fast);
          assertThat(weight.mul(2).requiresGrad()).isEqualTo(!fast);
          try (var normal = Torch.inferenceMode(false)) {
            all.meet();
            assertThat(Torch.randn(2).isInference()).isFalse();
            assertThat(weight.mul(2).requiresGrad()).isTrue();
          }
          all.meet();
          assertThat(Torch.isInferenceModeEnabled()).isEqualTo(fast);
          try (var recording = Torch.enableGrad()) {
            all.meet();
            assertThat(weight.mul(2).isInference()).isEqualTo(fast);
          }
        }
      }
      all.meet();
      assertThat(Torch.ones(1).isInference()).isFalse();
    });
  }

  @Test void defaultDtype_isTheVirtualThreads() throws Exception {
    VirtualThreads.run(THREADS, (index, all) -> {
      if (index % 2 == 0) Torch.setDefaultDtype(DType.FLOAT64);
      for (int i = 0; i < STEPS; i++) {
        all.meet();
        assertThat(Torch.ones(1).dtype()).isEqualTo(index % 2 == 0 ? DType.FLOAT64 : DType.FLOAT32);
      }
    });
  }

  @Test void generator_isTheVirtualThreads() throws Exception {
    var expected = new ArrayList<double[]>();
    for (int i = 0; i < THREADS; i++) {
      var own = new Generator().manualSeed(i);
      expected.add(Torch.rand(new long[] {STEPS}, o -> o.generator(own)).toDoubleArray());
    }
    VirtualThreads.run(THREADS, (index, all) -> {
      NativeGenerator.createCpu(index).useOnThisThread();
      for (int i = 0; i < STEPS; i++) {
        all.meet();
        assertThat(Torch.rand(1).item()).isEqualTo(expected.get(index)[i]);
      }
    });
  }

  @Test void scopes_areTheVirtualThreadsAndFreeAtOnce() throws Exception {
    Torch.ones(4).mul(2).sum(); // numbers are kept for the next time
    long before = liveTensors();
    VirtualThreads.run(THREADS, (index, all) -> {
      Tensor kept;
      double sum;
      try (var outer = Scope.open()) {
        Tensor temporary;
        try (var inner = Scope.open()) {
          temporary = Torch.rand(4);
          sum = temporary.sum().item();
          kept = temporary.mul(2).keep();
          all.meet();
          assertThat(inner.size()).isEqualTo(2);
        }
        all.meet();
        assertThat(outer.size()).isEqualTo(1);
        assertThat(kept.sum().item()).isEqualTo(2 * sum);
        assertThatThrownBy(temporary::sum).isInstanceOf(ReleasedTensorException.class);
        kept.keep();
      }
      all.meet();
      try (var last = Scope.open()) {
        assertThat(kept.sum().item()).isEqualTo(2 * sum);
      }
      kept.close();
    });
    assertThat(liveTensors() - before).isLessThan(50); // without waiting for the collector
  }

  @Test void training_leavesNoTensors() throws Exception {
    trainingStep(); // numbers are kept for the next time
    long before = liveTensors();
    VirtualThreads.run(THREADS, (index, all) -> {
      for (int i = 0; i < STEPS; i++) {
        trainingStep();
        all.meet();
      }
    });
    assertThat(liveTensors() - before).isLessThan(50);
  }

  private static void trainingStep() {
    try (var step = Scope.open()) {
      Tensor own = Torch.rand(8).requiresGrad_();
      own.mul(own).sum().backward();
      Tensor grad = own.grad();
      assertThat(grad).isNotNull();
      assertThat(grad.equal(own.detach().mul(2))).isTrue();
      Torch.noGrad(() -> {
        own.sub_(grad);
      });
      grad.close();
    }
  }

  @Test void optimizer_stepsAsOnAnyThread() throws Exception {
    double[] expected = trained(() -> {});
    VirtualThreads.run(THREADS, (index, all) -> {
      try (var mode = Torch.inferenceMode(index % 2 == 0)) {
        all.meet();
        try (var normal = Torch.inferenceMode(false)) {
          assertThat(trained(all::meet)).isEqualTo(expected);
        }
      }
    });
  }

  private interface Meeting {
    void meet() throws Exception;
  }

  private static double[] trained(Meeting others) throws Exception {
    var net = new Linear(3, 2);
    Torch.noGrad(() -> net.parameters().forEach(p -> p.fill_(0.5)));
    var adam = new Adam(net.parameters());
    for (int i = 0; i < STEPS; i++) {
      try (var step = Scope.open()) {
        adam.zeroGrad();
        others.meet();
        Tensor loss = net.call(Torch.ones(4, 3)).pow(2).mean();
        others.meet();
        loss.backward();
        others.meet();
        adam.step();
      }
    }
    return net.weight.detach().flatten().toDoubleArray();
  }

  @Test void torchScript_isLoadedAndCalledInTheVirtualThreadsMode() throws Exception {
    Path archive = GoldenFile.path("jit/loops.pt");
    VirtualThreads.run(THREADS, (index, all) -> {
      boolean quiet = index % 2 == 0;
      try (var mode = Torch.inferenceMode(quiet)) {
        all.meet();
        var net = Jit.load(archive);
        assertThat(net.namedParameters().values()).allMatch(p -> p.isInference() == quiet);
        all.meet();
        var output = (Tensor) net.call(Torch.ones(2, 3));
        assertThat(output.requiresGrad()).isEqualTo(!quiet);
        assertThat(output.isInference()).isEqualTo(quiet);
      }
    });
  }

  private static long liveTensors() { return MemoryStats.now().liveTensors(); }

  /** Cubes; its backward step looks at modes and changes them. */
  private static final class Cube extends Function {
    private final boolean graph;

    Cube(boolean graph) {
      this.graph = graph;
    }

    @Override protected Tensor forward(FunctionContext ctx, @Nullable Tensor... inputs) {
      assertThat(Torch.isGradEnabled()).isFalse();
      Thread.yield();
      ctx.saveForBackward(inputs[0]);
      return inputs[0].pow(3);
    }

    @Override protected @Nullable Tensor[] backward(FunctionContext ctx, @Nullable Tensor... gradOutputs) {
      assertThat(Torch.isGradEnabled()).isEqualTo(graph);
      Thread.yield();
      Tensor x = ctx.savedTensor(0);
      assertThat(Torch.noGrad(() -> x.mul(2)).requiresGrad()).isFalse();
      assertThat(Torch.enableGrad(() -> x.mul(2)).requiresGrad()).isTrue();
      try (var fast = Torch.inferenceMode()) {
        assertThat(Torch.ones(1).isInference()).isTrue();
      }
      assertThat(Torch.isGradEnabled()).isEqualTo(graph);
      return new Tensor[] {x.pow(2).mul(3).mul(gradOutputs[0])};
    }
  }

  @Test void backward_inWhateverModeTheOthersAre() throws Exception {
    var seen = new AtomicInteger();
    VirtualThreads.run(THREADS, (index, all) -> {
      boolean graph = index % 4 < 2;
      var recorded = new AtomicBoolean(graph);
      Tensor x = Torch.full(new long[] {2}, 2.0).requiresGrad_();
      x.registerHook(grad -> {
        assertThat(Torch.isGradEnabled()).isEqualTo(recorded.get());
        try (var quiet = Torch.noGrad()) {
          Thread.yield();
          assertThat(x.mul(2).requiresGrad()).isFalse();
        }
        seen.incrementAndGet();
        return grad.requiresGrad() ? grad.mul(1) : null;
      });
      all.meet();
      Tensor y = new Cube(graph).apply(x).sum();
      all.meet();
      // half of the threads go on in another mode than the one of the pass
      try (var mode = Torch.setGradEnabled(index % 2 == 0)) {
        all.meet();
        Tensor first = Autograd.grad(y, List.of(x), o -> o.createGraph(graph)).get(0);
        assertThat(Torch.isGradEnabled()).isEqualTo(index % 2 == 0);
        assertThat(first.detach().toDoubleArray()).containsExactly(12, 12);
        assertThat(first.requiresGrad()).isEqualTo(graph);
        all.meet();
        if (graph) {
          Tensor loss = Torch.enableGrad(() -> first.sum());
          recorded.set(false);
          assertThat(Autograd.grad(loss, List.of(x)).get(0).toDoubleArray()).containsExactly(12, 12);
        }
        all.meet();
        assertThat(weight.mul(2).requiresGrad()).isEqualTo(index % 2 == 0);
      }
    });
    assertThat(seen).hasValueGreaterThanOrEqualTo(THREADS);
  }

  @Test void anomalies_areFoundOnEveryThread() throws Exception {
    try (var anomalies = Autograd.detectAnomaly()) {
      VirtualThreads.run(THREADS, (index, all) -> {
        try (var mode = Torch.setGradEnabled(index % 2 == 0)) {
          all.meet();
          Tensor x = Torch.zeros(1).requiresGrad_();
          Tensor y = x.sqrt().mul(0);
          assertThat(y.requiresGrad()).isEqualTo(index % 2 == 0);
          all.meet();
          if (index % 2 != 0) return;
          assertThatThrownBy(y::backward)
              .hasMessage("Function 'SqrtBackward0' returned nan values in its 0th output.")
              .satisfies(e -> assertThat(e.getSuppressed()[0]).hasMessage("forward call of SqrtBackward0"));
        }
      });
    }
  }

  @Test void threadsOfOperators_areTheProcesss() throws Exception {
    int before = Torch.getNumThreads();
    try {
      VirtualThreads.run(1, (index, all) -> Torch.setNumThreads(3));
      var small = new Conv2d(1, 1, 3);
      VirtualThreads.run(THREADS, (index, all) -> {
        for (int i = 0; i < STEPS; i++) {
          all.meet();
          small.call(Torch.ones(1, 1, 5, 5)).sum().backward();
          assertThat(Torch.getNumThreads()).isEqualTo(3);
        }
      });
    } finally {
      Torch.setNumThreads(before);
    }
    VirtualThreads.run(100, (index, all) -> assertThat(Torch.getNumThreads()).isEqualTo(before));
  }

  @Test void memoryPressure_whileHooksHoldAllCarriers() throws Exception {
    Process process = JavaProcess.of("-Djtorch.maxMemory=1", VirtualThreadsProbe.class.getName())
        .redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (var lines = process.inputReader()) {
      assertThat(process.waitFor(10, TimeUnit.MINUTES)).as("ends").isTrue();
      assertThat(lines.lines()).containsExactly("done after collections: true");
    } finally {
      process.destroyForcibly();
    }
  }

  @Test void hooks_onOneLeafFromInsideAndOutsideOfHooks() throws Exception {
    Tensor leaf = Torch.ones(1).requiresGrad_();
    var accumulations = new AtomicInteger();
    VirtualThreads.run(THREADS, (index, all) -> {
      Tensor own = Torch.ones(1).requiresGrad_();
      own.registerHook(grad -> {
        if (index % 2 == 0) leaf.registerPostAccumulateGradHook(t -> accumulations.incrementAndGet());
        leaf.registerHook(g -> null);
        return null;
      });
      all.meet();
      if (index % 2 != 0) leaf.registerPostAccumulateGradHook(t -> accumulations.incrementAndGet());
      own.mul(2).backward();
    });
    leaf.mul(1).backward();
    assertThat(accumulations).hasValue(THREADS);
  }

  @Test void guard_closedByAnotherVirtualThread() throws Exception {
    try (var quiet = Torch.noGrad()) {
      VirtualThreads.run(1, (index, all) -> assertThatThrownBy(quiet::close).isInstanceOf(IllegalStateException.class));
    }
  }
}
