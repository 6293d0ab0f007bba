package dev.jtorch;

/**
 * Takes one hook away again; other hooks stay. It can stand in the head of a {@code try}.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.register_forward_hook">RemovableHandle</a>
 */
public final class RemovableHandle implements AutoCloseable {
  private final Runnable removal;
  private boolean removed;

  /** A handle on something that {@code removal} takes away; it runs once at most. */
  public RemovableHandle(Runnable removal) {
    this.removal = removal;
  }

  /** Removes the hook; again does nothing. */
  public synchronized void remove() {
    if (removed) return;
    removed = true;
    removal.run();
  }

  /** The same as {@link #remove()}. */
  @Override public void close() { remove(); }
}
