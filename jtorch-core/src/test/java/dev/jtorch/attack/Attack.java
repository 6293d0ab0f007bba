package dev.jtorch.attack;

import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The frame of an attack in the process that it attacks: its time, its random numbers, and which answers are allowed.
 *
 * <p>The process ends with 0 if it survived, and otherwise with what went wrong as the last lines of its output.
 */
final class Attack {
  private static final long LONGEST_CALL_SECONDS = 90;

  final SplittableRandom random;
  /** What {@code main} was given after the time and the seed. */
  final List<String> arguments;
  private final long end;

  private Attack(long seconds, long seed, List<String> arguments) {
    end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    random = new SplittableRandom(seed);
    this.arguments = arguments;
  }

  /** One thing to try again and again. */
  @FunctionalInterface
  interface Round {
    void run(Attack attack) throws Exception;
  }

  /** Something that may be refused. */
  @FunctionalInterface
  interface Action {
    void run() throws Exception;
  }

  /** Repeats a round until the time is up, and ends the process; {@code args} are seconds, a seed, and the attack's own. */
  static void run(String[] args, Round round) {
    Tensor.loadNatives(); // which takes its time
    var attack = new Attack(Long.parseLong(args[0]), Long.parseLong(args[1]), List.of(args).subList(2, args.length));
    System.out.println("seed " + args[1]);
    int rounds = 0;
    try {
      do {
        round.run(attack);
        rounds++;
      } while (attack.goesOn());
    } catch (Throwable failure) {
      fail(failure);
    }
    System.out.println("survived " + rounds + " rounds");
    Runtime.getRuntime().halt(0); // without destructors, which other threads could still be in the way of
  }

  boolean goesOn() { return System.nanoTime() < end; }

  /** Ends the process with a failure. */
  static void fail(Throwable failure) {
    failure.printStackTrace(System.out);
    System.out.flush();
    Runtime.getRuntime().halt(1);
  }

  /** Runs an action that may be refused, in words that a user can read; true if it was not. */
  static boolean attempt(Action action) {
    try {
      action.run();
      return true;
    } catch (Throwable refusal) {
      judge(refusal);
      return false;
    }
  }

  /** Lets a refusal pass that a user can read, and fails for everything else. */
  static void judge(Throwable refusal) {
    String message = String.valueOf(refusal.getMessage());
    boolean readable = message.lines().count() == 1 && !message.contains("INTERNAL ASSERT")
        && (refusal instanceof TorchException || refusal instanceof IllegalStateException);
    if (!readable) throw new AssertionError("an answer that nobody can read", refusal);
  }

  /** Runs actions at once, each on a thread of its own and again and again for some milliseconds; fails if one never ends. */
  static void together(long millis, Action... actions) throws InterruptedException {
    var failure = new AtomicReference<@Nullable Throwable>();
    var start = new CountDownLatch(actions.length);
    List<Thread> threads = new ArrayList<>();
    for (Action action : actions) {
      var thread = new Thread(() -> {
        start.countDown();
        try {
          start.await();
          long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
          do {
            attempt(action);
          } while (System.nanoTime() < end && failure.get() == null);
        } catch (Throwable e) {
          failure.set(e);
        }
      }, "attack-" + threads.size());
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) join(thread);
    Throwable failed = failure.get();
    if (failed != null) fail(failed);
  }

  /** Waits for a thread, and fails, with where all threads are, if it takes too long. */
  static void join(Thread thread) throws InterruptedException {
    thread.join(TimeUnit.SECONDS.toMillis(LONGEST_CALL_SECONDS));
    if (!thread.isAlive()) return;
    Thread.getAllStackTraces().forEach((other, stack) -> {
      System.out.println(other);
      for (StackTraceElement frame : stack) System.out.println("    at " + frame);
    });
    fail(new AssertionError(thread.getName() + " does not end"));
  }
}
