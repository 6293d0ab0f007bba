import org.jspecify.annotations.NullMarked;

/** Process groups and data-parallel training. */
@NullMarked
module dev.jtorch.distributed {
  requires transitive dev.jtorch;
}
