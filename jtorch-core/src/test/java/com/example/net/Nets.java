package com.example.net;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.Buffer;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.dropout.Dropout;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.norm.BatchNorm1d;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A user's networks, in a package of the user's. */
public final class Nets {
  private Nets() {}

  /** What a head does. */
  public enum Task {
    CLASSIFY, RANK {
      @Override public String toString() { return "rank!"; }
    }
  }

  /** Settings of a network. */
  public record Settings(double rate, Task task, List<String> labels, long @Nullable [] sizes) {}

  /** A plain object that knows its owner. */
  public static final class Notes {
    final Map<String, Object> entries = new LinkedHashMap<>();
    @Nullable Net owner;

    public Map<String, Object> entries() { return entries; }

    public @Nullable Net owner() { return owner; }
  }

  /** Fields of all kinds. */
  public static class Net extends Layer {
    private final Linear first = new Linear(4, 8);
    private final BatchNorm1d norm = new BatchNorm1d(8);
    private final Dropout drop = new Dropout(0.5);
    public Layer fc = new Linear(8, 3);
    private final Layer again = first;
    private final Buffer seen = Buffer.nonPersistent(Torch.zeros(2));
    private final Tensor table = Torch.arange(6).view(2, 3);
    private final Tensor row = table.select(0, 1);
    private final Settings settings;
    private final Notes notes = new Notes();
    private final int width = 8;
    private char letter = 'x';
    private float scale = 0.1f;
    private final @Nullable String missing = null;
    private final Optional<Long> limit = Optional.of(3L);
    private final AtomicInteger calls = new AtomicInteger();
    private final int[][] grid = {{1, 2}, {}};
    private final Object[] mixed = {1, "two", 3.0f, null};
    private transient @Nullable Thread worker;

    public Net(Settings settings) {
      this.settings = settings;
      notes.owner = this;
      notes.entries.put("run", 7);
    }

    @Override protected Tensor forward(Tensor x) {
      calls.incrementAndGet();
      return fc.call(drop.call(norm.call(first.call(x).relu()))).mul(scale);
    }

    /** All but modules and tensors, as a text. */
    public String facts() {
      return String.join(" ", settings.rate() + "", settings.task() + "", settings.labels() + "",
          List.of(settings.sizes()[0], settings.sizes()[1]) + "", notes.entries + "", width + "", letter + "",
          scale + "",
          missing + "", limit + "", calls + "", grid[0][1] + "" + grid[1].length, mixed[0] + "" + mixed[1] + mixed[2]);
    }

    public Notes notes() { return notes; }

    public Layer again() { return again; }

    public Linear first() { return first; }

    public Tensor table() { return table; }

    public Tensor row() { return row; }

    public Buffer seen() { return seen; }

    public void letter(char other) { letter = other; }

    public void work() { worker = Thread.currentThread(); }

    public boolean works() { return worker != null; }
  }

  /** A network with two layers of one weight. */
  public static final class Tied extends Layer {
    public Linear in = new Linear(2, 2);
    public Linear out = new Linear(2, 2);

    public Tied() {
      out.weight = in.weight;
    }

    @Override protected Tensor forward(Tensor x) { return out.call(in.call(x)); }
  }

  /** Holds what it is given. */
  public static final class Holder extends Layer {
    public final @Nullable Object held;

    public Holder(@Nullable Object held) {
      this.held = held;
    }

    @Override protected Tensor forward(Tensor x) { return x; }
  }

  /** An activation by a function that remembers a number. */
  public static final class ByFunction extends Layer {
    private final UnaryOperator<Tensor> activation;

    public ByFunction(double slope) {
      activation = x -> x.mul(slope);
    }

    @Override protected Tensor forward(Tensor x) { return activation.apply(x); }
  }

  /** A module that needs its outer object. */
  public final class Inner extends Layer {
    @Override protected Tensor forward(Tensor x) { return Nets.this.hashCode() == 0 ? x : x.neg(); }
  }

  /** An object of the inner class. */
  public static Layer inner() {
    return new Nets().new Inner();
  }

  /** The usual settings. */
  public static Settings settings() {
    return new Settings(0.5, Task.RANK, List.of("a", "b"), new long[] {5, 6});
  }

}
