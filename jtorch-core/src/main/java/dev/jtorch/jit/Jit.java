package dev.jtorch.jit;

import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.Device;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.bridge.Bridge;
import dev.jtorch.internal.NativeData;
import dev.jtorch.internal.Script;
import dev.jtorch.io.CheckpointException;
import dev.jtorch.io.form.FileForm;
import dev.jtorch.io.zip.RegularFile;
import dev.jtorch.io.zip.ZipArchive;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads archives that Python exported with {@code torch.jit.script(net).save(path)} or {@code torch.jit.trace(net, x).save(path)}.
 *
 * <p>An archive is a program that LibTorch compiles and runs: read only those that you trust.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.jit.load.html">torch.jit.load</a>
 */
public final class Jit {
  private Jit() {}

  /**
   * Reads an archive; its tensors come to the devices from which they were saved.
   *
   * <p>Differs from PyTorch: every record is checked against its checksum first, because LibTorch's reader trusts what it reads.
   *
   * @throws CheckpointException if there is no such file, it is damaged, or of another kind, which the message names with the call
   *     that reads it
   * @throws dev.jtorch.TorchException if LibTorch cannot compile the program, or its device does not exist here
   */
  public static ScriptModule load(Path path) {
    check(path);
    Tensor.loadNatives();
    return new ScriptTree().module(Script.load(path.toAbsolutePath().toString()));
  }

  /** The same as {@link #load(Path)}, for a path in text. */
  public static ScriptModule load(String path) {
    return load(Path.of(required(path, "path")));
  }

  /**
   * Reads an archive; its tensors come to {@code device}: Python's {@code map_location}.
   *
   * @throws CheckpointException as {@link #load(Path)}
   * @throws dev.jtorch.DeviceException if the device does not exist here
   */
  public static ScriptModule load(Path path, Device device) {
    check(path);
    var there = Bridge.handle(Torch.empty(new long[] {0}, o -> o.device(device)));
    return new ScriptTree().module(Script.load(path.toAbsolutePath().toString(), NativeData.deviceType(there),
        NativeData.deviceIndex(there)));
  }

  /** The same as {@link #load(Path, Device)}, for a path in text. */
  public static ScriptModule load(String path, Device device) {
    return load(Path.of(required(path, "path")), device);
  }

  private static void check(Path path) {
    FileForm.TORCHSCRIPT.require(path);
    String name = String.valueOf(path.getFileName());
    try (var zip = ZipArchive.open(path)) {
      for (String record : zip.names()) zip.check(record);
    } catch (IOException e) {
      throw RegularFile.unreadable(name, e);
    }
  }
}
