import org.jspecify.annotations.NullMarked;

/** Reserved for process groups and data-parallel training; contains no code yet. */
@NullMarked
module dev.jtorch.distributed {
  requires transitive dev.jtorch;
}
