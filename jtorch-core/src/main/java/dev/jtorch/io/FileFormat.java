package dev.jtorch.io;

import dev.jtorch.Device;
import dev.jtorch.io.npy.NpyHeader;
import dev.jtorch.io.safetensors.Header;
import dev.jtorch.io.zip.RegularFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The formats that are read, told apart by how a file begins and not by its name. The one exception is a zip archive of nothing,
 * which is an archive of no arrays if its name ends in {@code .npz}, and else a file of {@code torch.save} that lacks everything.
 */
enum FileFormat {
  /** What {@code torch.save} writes; also whatever nothing else claims. */
  TORCH, SAFETENSORS, SAFETENSORS_INDEX, NPY, NPZ;

  private static final int HEAD = 64;
  private static final String ZIP_RECORD = "PK\3\4";
  private static final String EMPTY_ZIP = "PK\5\6";
  private static final int ZIP_NAME_LENGTH = 26;
  private static final int ZIP_NAME = 30;

  /** The format of a file. */
  static FileFormat of(Path path) {
    String name = String.valueOf(path.getFileName());
    try {
      byte[] head = RegularFile.start(path, HEAD + 0xffff);
      if (text(head).startsWith(EMPTY_ZIP)) return name.toLowerCase(Locale.ROOT).endsWith(".npz") ? NPZ : TORCH;
      return of(head);
    } catch (IOException e) {
      throw RegularFile.unreadable(name, e);
    }
  }

  /** Reads a file of this format; what only {@code torch.save} writes devices into counts as saved from the CPU elsewhere. */
  @Nullable Object read(Path path, CheckpointOptions options) {
    if (this == TORCH) return CheckpointReader.read(path, options);
    Device device = Device.of(options.locations().apply("cpu"));
    return switch (this) {
      case NPY -> Npy.load(path).to(device);
      case NPZ -> moved(Npz.load(path), device);
      default -> moved(SafeTensors.load(path), device);
    };
  }

  private static StateDict moved(StateDict state, Device device) {
    if (!device.isCpu()) state.replaceAll((key, tensor) -> tensor.to(device));
    return state;
  }

  private static FileFormat of(byte[] head) {
    String text = text(head);
    if (NpyHeader.begins(head)) return NPY;
    if (text.startsWith(ZIP_RECORD) && firstRecord(text).endsWith(".npy")) return NPZ;
    if (Header.begins(head)) return SAFETENSORS;
    return text.stripLeading().startsWith("{") ? SAFETENSORS_INDEX : TORCH;
  }

  private static String text(byte[] head) {
    return new String(head, StandardCharsets.ISO_8859_1);
  }

  private static String firstRecord(String zip) {
    if (zip.length() < ZIP_NAME) return "";
    int length = zip.charAt(ZIP_NAME_LENGTH) | zip.charAt(ZIP_NAME_LENGTH + 1) << 8;
    return zip.substring(ZIP_NAME, Math.min(ZIP_NAME + length, zip.length()));
  }
}
