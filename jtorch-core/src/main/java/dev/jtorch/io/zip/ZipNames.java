package dev.jtorch.io.zip;

import static dev.jtorch.io.zip.ZipFormat.bad;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** The record names an archive may use: relative paths that stay inside it. */
final class ZipNames {
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:");

  private ZipNames() {}

  static String decode(String source, ByteBuffer bytes) {
    String name;
    try {
      name = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw bad(source, "record name is not UTF-8");
    }
    if (!staysInside(name))
      throw bad(source, "record name '" + name + "' (expected: a relative path inside the archive)");
    return name;
  }

  private static boolean staysInside(String name) {
    return !name.isEmpty() && !name.startsWith("/") && name.indexOf('\\') < 0 && !DRIVE.matcher(name).lookingAt()
        && name.chars().noneMatch(Character::isISOControl) && !Arrays.asList(name.split("/")).contains("..");
  }
}
