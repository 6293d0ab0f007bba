import org.jspecify.annotations.NullMarked;

/** PyTorch's Python layer for Java. */
@NullMarked
module dev.jtorch {
  requires transitive org.bytedeco.pytorch;
  requires static transitive org.jspecify;
  requires com.sun.jna;
  requires org.slf4j;
}
