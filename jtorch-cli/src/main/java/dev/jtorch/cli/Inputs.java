package dev.jtorch.cli;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files that the user names. */
public final class Inputs {
  private Inputs() {}

  /**
   * {@return the path of a regular file that is there}
   *
   * @throws NoSuchFileException if there is none, which is the same one line whatever the verb
   * @throws CommandException if it is a folder, a pipe, a socket or a device
   */
  public static Path existing(Path file) throws NoSuchFileException {
    if (!Files.exists(file)) throw new NoSuchFileException(file.toString());
    if (Files.isDirectory(file)) throw new CommandException(file + " is a folder (expected: a file)");
    if (!Files.isRegularFile(file)) {
      throw new CommandException(file + " is a pipe, a socket or a device (expected: a file)");
    }
    return file;
  }
}
