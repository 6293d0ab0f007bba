package dev.jtorch.io.safetensors;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.jtorch.io.CheckpointException;
import dev.jtorch.io.zip.RegularFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;

/**
 * The index of a set of files: which file holds which tensor.
 *
 * @param files the name of a file beside the index, by the name of the tensor; in the order of the files when it is written
 * @param totalSize bytes of all tensors; 0 in an index that was read
 */
public record ShardIndex(Map<String, String> files, long totalSize) {
  private static final String FILES = "weight_map";

  /**
   * Reads an index.
   *
   * @throws CheckpointException if it cannot be read, is damaged, or names a file elsewhere
   */
  public static ShardIndex read(Path path) {
    String name = String.valueOf(path.getFileName());
    try {
      RegularFile.require(path);
      if (Files.size(path) > Json.LONGEST) {
        throw new CheckpointException(
            name + ": index of " + Files.size(path) + " bytes (expected: at most " + Json.LONGEST + ")");
      }
      return Json.read(name, ByteBuffer.wrap(Files.readAllBytes(path)), ShardIndex::read);
    } catch (IOException e) {
      throw RegularFile.unreadable(name, e);
    }
  }

  private static ShardIndex read(Json json) throws IOException {
    var maps = new ArrayList<Map<String, String>>(1);
    json.object("it", member -> {
      if (member.equals(FILES)) maps.add(json.texts(FILES));
      else json.skip();
    });
    if (maps.isEmpty()) throw json.bad("has no " + FILES + " (expected: an index of safetensors files)");
    Map<String, String> files = maps.get(0);
    files.forEach((tensor, file) -> {
      if (!isPlain(file)) {
        throw json.bad("tensor '" + tensor + "' is in file '" + file + "' (expected: the name of a file beside it)");
      }
    });
    return new ShardIndex(files, 0);
  }

  private static boolean isPlain(String file) {
    return file.endsWith(".safetensors") && file.chars().noneMatch(c -> c == '/' || c == '\\' || c == ':' || c < ' ');
  }

  /** The text of the index, as Python's huggingface_hub writes it. */
  public byte[] toBytes() {
    var text = new ByteArrayOutputStream();
    try (JsonGenerator json = Json.FACTORY.createGenerator(text)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter(Separators.createDefaultInstance()
          .withObjectFieldValueSpacing(Separators.Spacing.AFTER)).withObjectIndenter(new DefaultIndenter("  ", "\n")));
      json.writeStartObject();
      json.writeObjectFieldStart("metadata");
      json.writeNumberField("total_size", totalSize);
      json.writeEndObject();
      json.writeObjectFieldStart(FILES);
      for (var file : files.entrySet()) json.writeStringField(file.getKey(), file.getValue());
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toByteArray();
  }
}
