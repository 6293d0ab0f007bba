package dev.jtorch.cli;

import dev.jtorch.vision.models.Models;
import java.util.Iterator;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads MODEL, one of the names of torchvision's builders, and lists them for {@code --help}. */
final class ModelName implements ITypeConverter<String>, Iterable<String> {
  @Override public String convert(String text) {
    String name = text.toLowerCase(Locale.ROOT);
    if (Models.listModels().contains(name)) return name;
    throw new TypeConversionException("a network that --help lists");
  }

  @Override public Iterator<String> iterator() {
    return Models.listModels().iterator();
  }
}
