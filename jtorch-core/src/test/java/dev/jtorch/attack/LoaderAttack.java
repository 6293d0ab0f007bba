package dev.jtorch.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.MemoryStats;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.data.BatchIterator;
import dev.jtorch.data.DataLoader;
import dev.jtorch.data.Dataset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Passes that are left by {@code break}, put aside and taken up again, shared by two threads, or whose data set or sampler fails.
 */
final class LoaderAttack {
  private static final int SIZE = 60;
  private static final int BATCH = 4;
  /** JTorch's own limit, and those that are on their way out. */
  private static final int MOST_THREADS = 400;

  /** Passes that may go on, each with the number of its next batch. */
  private static final Deque<Put> ASIDE = new ArrayDeque<>();

  private LoaderAttack() {}

  private record Put(BatchIterator<Tensor> pass, int next) {}

  public static void main(String[] args) {
    Attack.run(args, LoaderAttack::round);
  }

  private static void round(Attack attack) throws Exception {
    for (int i = 0; i < 20; i++) leave(attack);
    goOn(attack);
    fail(attack);
    if (attack.random.nextInt(4) == 0) takeFromTwoThreads(attack);
    assertThat(Thread.activeCount()).isLessThan(MOST_THREADS);
    assertThat(MemoryStats.now().liveTensors()).isNotNegative();
  }

  private static Dataset<Tensor> numbers() {
    return new Dataset<>() {
      @Override public long size() { return SIZE; }

      @Override public Tensor get(long index) { return Torch.tensor(index); }
    };
  }

  private static void leave(Attack attack) {
    int workers = attack.random.nextInt(5);
    var loader = new DataLoader<>(numbers(), o -> o.batchSize(BATCH).workers(workers));
    var pass = loader.iterator();
    int taken = attack.random.nextInt(SIZE / BATCH);
    for (int i = 0; i < taken; i++) check(pass.next(), i);
    if (attack.random.nextInt(8) > 0) return;
    ASIDE.add(new Put(pass, taken));
    if (ASIDE.size() > 100) ASIDE.remove();
  }

  private static void goOn(Attack attack) {
    for (int i = attack.random.nextInt(10); i > 0 && !ASIDE.isEmpty(); i--) {
      Put put = ASIDE.remove();
      int next = put.next;
      while (put.pass.hasNext()) check(put.pass.next(), next++);
      assertThat(next).isEqualTo(SIZE / BATCH);
    }
  }

  private static void check(Tensor batch, int number) {
    assertThat(batch.toLongArray()).startsWith((long) number * BATCH).hasSize(BATCH);
  }

  private static void fail(Attack attack) {
    Iterable<Integer> bad = () -> new Iterator<>() {
      @Override public boolean hasNext() { return true; }

      @Override public Integer next() { throw new IllegalStateException("a sampler that fails"); }
    };
    int after = attack.random.nextInt(3);
    Attack.attempt(() -> new DataLoader<>(numbers(), o -> o.workers(3).sampler(() -> new Iterator<>() {
      private int count;

      @Override public boolean hasNext() { return true; }

      @Override public Long next() { return count++ < after ? 0L : bad.iterator().next(); }
    })).iterator());
    Dataset<Tensor> failing = new Dataset<>() {
      @Override public long size() { return SIZE; }

      @Override public Tensor get(long index) {
        if (index % 3 == 0) throw new StackOverflowError();
        return Torch.tensor(index);
      }
    };
    for (var pass = new DataLoader<>(failing, o -> o.workers(2)).iterator(); pass.hasNext();)
      Attack.attempt(pass::next);
  }

  private static void takeFromTwoThreads(Attack attack) throws InterruptedException {
    var pass = new DataLoader<>(numbers(), o -> o.workers(2)).iterator();
    Attack.Action take = () -> {
      try {
        if (pass.hasNext()) pass.next();
      } catch (NoSuchElementException e) {
        // the other one took it
      }
    };
    Attack.together(20 + attack.random.nextInt(30), take, take, pass::state);
  }
}
