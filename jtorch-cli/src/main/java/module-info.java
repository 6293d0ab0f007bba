import org.jspecify.annotations.NullMarked;

/** The jtorch command. */
@NullMarked
module dev.jtorch.cli {
  requires dev.jtorch.distributed;
  requires dev.jtorch.vision;
  requires dev.jtorch;
  requires info.picocli;
  requires me.tongfei.progressbar;
  requires org.knowm.xchart;
  requires java.desktop;
  requires static jdk.jshell; // a JDK has it; all but the shell runs without
  requires static org.jspecify;

  opens dev.jtorch.cli to info.picocli;
  opens dev.jtorch.cli.train to info.picocli;
  // its fields are the networks' registry
  opens dev.jtorch.cli.model to dev.jtorch;
}
