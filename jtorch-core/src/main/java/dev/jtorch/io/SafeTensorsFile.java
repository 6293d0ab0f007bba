package dev.jtorch.io;

import dev.jtorch.DType;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.bridge.Bridge;
import dev.jtorch.internal.FileMapping;
import dev.jtorch.io.safetensors.Entry;
import dev.jtorch.io.safetensors.Header;
import dev.jtorch.io.safetensors.HeaderReader;
import dev.jtorch.io.safetensors.TypeName;
import dev.jtorch.io.zip.RegularFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads and writes one safetensors file. */
final class SafeTensorsFile {
  private SafeTensorsFile() {}

  static StateDict read(Path path) {
    Header header = HeaderReader.read(path);
    var state = new StateDict();
    long size = header.entries().stream().mapToLong(Entry::end).max().orElse(0);
    if (size == 0) {
      for (Entry entry : header.entries()) state.put(entry.name(), empty(entry));
      return state;
    }
    try (var file = FileMapping.of(path.toAbsolutePath().toString(), header.dataStart() + size)) {
      for (Entry entry : header.entries()) state.put(entry.name(), tensor(file, entry, header.dataStart()));
    } catch (TorchException e) {
      throw new CheckpointException(path.getFileName() + ": cannot be mapped: " + e.getMessage(), e);
    }
    return state;
  }

  private static Tensor empty(Entry entry) {
    return Torch.empty(entry.shape(), o -> o.dtype(entry.dtype()));
  }

  private static Tensor tensor(FileMapping file, Entry entry, long dataStart) {
    if (entry.size() == 0) return empty(entry);
    long offset = dataStart + entry.begin();
    if (offset % entry.dtype().itemSize() == 0) {
      return Bridge.tensor(file.tensor(offset, entry.shape(), entry.dtype().code()));
    }
    // a writer that did not align, as old ones did not: LibTorch's kernels may not be given such an address
    try (var temporaries = Scope.open()) {
      long[] size = {entry.size()};
      Tensor bytes = Bridge.tensor(file.tensor(offset, size, DType.UINT8.code()));
      return bytes.clone().view(entry.dtype()).view(entry.shape()).keep();
    }
  }

  static void write(Map<String, ? extends Tensor> tensors, Map<String, String> metadata, Path path) {
    String name = String.valueOf(path.getFileName());
    List<Header.Planned> planned = new ArrayList<>(tensors.size());
    tensors.forEach((key, tensor) -> planned.add(planned(name, key, tensor)));
    Header header = Header.of(planned, metadata);
    try {
      RegularFile.replace(path, out -> {
        HostBytes.writeAll(header.toBytes(), out);
        for (Entry entry : header.entries()) {
          HostBytes.write(Objects.requireNonNull(tensors.get(entry.name())), out);
        }
      });
    } catch (IOException e) {
      throw RegularFile.unwritable(name, e);
    }
  }

  private static Header.Planned planned(String name, String key, Tensor tensor) {
    if (!TypeName.exists(tensor.dtype())) {
      throw new CheckpointException(name + ": tensor '" + key + "' has the dtype " + tensor.dtype().torchName()
          + " (expected: one of " + TypeName.legal() + ")");
    }
    if (key.equals(Header.METADATA)) {
      throw new CheckpointException(name + ": a tensor is named " + key + " (expected: another name)");
    }
    return new Header.Planned(key, tensor.dtype(), tensor.shape().toLongArray());
  }
}
