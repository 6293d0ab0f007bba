package dev.jtorch.io.safetensors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.jtorch.io.CheckpointException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON text of a file that may be damaged or hostile: strict UTF-8, no key twice, bounded in depth and length. */
final class Json {
  /** As much as the reference implementation reads. */
  static final long LONGEST = 100_000_000;
  private static final int DEEPEST = 16;
  private static final int LONGEST_TEXT = 1 << 20;

  static final JsonFactory FACTORY = JsonFactory.builder()
      .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(LONGEST_TEXT)
          .maxNameLength(LONGEST_TEXT).maxNumberLength(30).maxDocumentLength(LONGEST).build())
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
      .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();

  private final String source;
  private final JsonParser parser;

  private Json(String source, JsonParser parser) {
    this.source = source;
    this.parser = parser;
  }

  /** Takes one value out of the text. */
  interface Content<T> {
    T read(Json json) throws IOException;
  }

  /** Reads a text that is one value and nothing else. */
  static <T> T read(String source, ByteBuffer utf8, Content<T> content) {
    CharBuffer text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(utf8);
    } catch (CharacterCodingException e) {
      throw new CheckpointException(source + ": is not UTF-8", e);
    }
    try (JsonParser parser = FACTORY.createParser(text.array(), 0, text.limit())) {
      var json = new Json(source, parser);
      T value = content.read(json);
      if (parser.nextToken() != null) throw json.bad("has text behind its end");
      return value;
    } catch (StreamConstraintsException e) {
      throw new CheckpointException(source + ": is nested too deeply or has too long a text", e);
    } catch (JsonParseException e) {
      throw new CheckpointException(source + ": is not JSON: " + e.getOriginalMessage(), e);
    } catch (JsonProcessingException e) {
      throw new CheckpointException(source + ": " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new CheckpointException(source + ": cannot be read: " + e, e);
    }
  }

  CheckpointException bad(String what) {
    return new CheckpointException(source + ": " + what);
  }

  /** Goes through the members of the object that comes next; {@code member} takes the value of each. */
  void object(String what, Member member) throws IOException {
    expect(what, JsonToken.START_OBJECT, "an object");
    while (parser.nextToken() != JsonToken.END_OBJECT) member.read(name());
  }

  /** Reads the value of one member. */
  interface Member {
    void read(String name) throws IOException;
  }

  private String name() throws IOException {
    String name = parser.currentName();
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(name)) throw bad("has the key '" + name + "', half a character");
    return name;
  }

  /** The string that comes next. */
  String text(String what) throws IOException {
    expect(what, JsonToken.VALUE_STRING, "a string");
    return parser.getText();
  }

  /** The object of strings that comes next; null counts as an empty one. */
  Map<String, String> texts(String what) throws IOException {
    var texts = new LinkedHashMap<String, String>();
    if (parser.nextToken() == JsonToken.VALUE_NULL) return texts;
    requireHere(what, JsonToken.START_OBJECT, "an object");
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = name();
      texts.put(name, text(what + " '" + name + "'"));
    }
    return texts;
  }

  /** The list of whole numbers >= 0 that comes next. */
  long[] counts(String what, int most) throws IOException {
    expect(what, JsonToken.START_ARRAY, "a list");
    var counts = new long[most];
    int length = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      requireHere(what, JsonToken.VALUE_NUMBER_INT, "whole numbers");
      if (length == most) throw bad(what + " has more than " + most + " numbers");
      counts[length] = parser.getLongValue();
      if (counts[length++] < 0) throw bad(what + " has the number " + counts[length - 1] + " (expected: >= 0)");
    }
    return Arrays.copyOf(counts, length);
  }

  /** Passes over the value that comes next, whatever it is. */
  void skip() throws IOException {
    parser.nextToken();
    parser.skipChildren();
  }

  private void expect(String what, JsonToken token, String legal) throws IOException {
    parser.nextToken();
    requireHere(what, token, legal);
  }

  private void requireHere(String what, JsonToken token, String legal) throws IOException {
    if (parser.currentToken() == token) return;
    String found = parser.currentToken() == null ? "nothing" : parser.getText();
    throw bad(what + " is " + found + " (expected: " + legal + ")");
  }
}
