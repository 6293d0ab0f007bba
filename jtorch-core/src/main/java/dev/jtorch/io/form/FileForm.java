package dev.jtorch.io.form;

import dev.jtorch.io.CheckpointException;
import dev.jtorch.io.npy.NpyHeader;
import dev.jtorch.io.pickle.FileKind;
import dev.jtorch.io.safetensors.Header;
import dev.jtorch.io.zip.RegularFile;
import dev.jtorch.io.zip.ZipArchive;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The kinds of files that carry a model or its weights, told by what is in them: names such as {@code .pt} mean nothing. */
public enum FileForm {
  TORCH_SAVE("a file of torch.save", "StateDict.load or Torch.load reads it"), //
  LEGACY("a file of torch.save before PyTorch 1.6", "StateDict.load or Torch.load reads it"), //
  TORCHSCRIPT("a TorchScript archive", "Jit.load reads it"), //
  WHOLE_MODEL("a whole model", "WholeModel.load reads it"), //
  SAFETENSORS("a safetensors file", "SafeTensors.load reads it"), //
  NPY("an array of NumPy", "Npy.load reads it"), //
  ZIP("a zip archive without a model", "save it again"), //
  EMPTY("an empty file", "save it again"), //
  UNKNOWN("a file of another kind", "save it again");

  /** The key under which a whole model's file says that it is one, in the pickle of an ordinary file of torch.save. */
  public static final String WHOLE_MODEL_KEY = "jtorch_whole_model";

  private static final int START = 16;

  private final String what;
  private final String reader;

  FileForm(String what, String reader) {
    this.what = what;
    this.reader = reader;
  }

  /**
   * Makes sure that a file is of this kind.
   *
   * @throws CheckpointException if it is missing, a folder, damaged, or of another kind; the message says which call reads it
   */
  public void require(Path path) {
    String name = String.valueOf(path.getFileName());
    if (!Files.exists(path)) throw new CheckpointException(name + ": there is no such file (expected: " + what + ")");
    if (Files.isDirectory(path)) throw new CheckpointException(name + ": is a folder (expected: " + what + ")");
    try {
      FileForm found = of(path);
      if (found == this) return;
      throw new CheckpointException(
          name + ": is " + found.what + " (expected: " + what + "); " + found.reader);
    } catch (IOException e) {
      throw RegularFile.unreadable(name, e);
    }
  }

  /** The kind of a file that exists. */
  public static FileForm of(Path path) throws IOException {
    return switch (FileKind.of(path)) {
      case ZIP -> zip(path);
      case LEGACY -> LEGACY;
      case TAR, OTHER -> other(path);
    };
  }

  private static FileForm other(Path path) throws IOException {
    byte[] start = RegularFile.start(path, START);
    if (start.length == 0) return EMPTY;
    if (NpyHeader.begins(start)) return NPY;
    return Header.begins(start) ? SAFETENSORS : UNKNOWN;
  }

  private static FileForm zip(Path path) throws IOException {
    try (var zip = ZipArchive.open(path)) {
      String pickle = null;
      for (String record : zip.names()) {
        if (record.endsWith("/constants.pkl")) return TORCHSCRIPT;
        if (record.endsWith("/data.pkl")) pickle = record;
      }
      if (pickle == null) return ZIP;
      return contains(zip.checkedBytes(pickle), WHOLE_MODEL_KEY) ? WHOLE_MODEL : TORCH_SAVE;
    }
  }

  /** The key stands near the beginning, before everything else in the file. */
  private static boolean contains(ByteBuffer pickle, String key) {
    ByteBuffer start = pickle.duplicate();
    start.limit(Math.min(start.limit(), start.position() + 100));
    return StandardCharsets.ISO_8859_1.decode(start).toString().contains(key);
  }
}
