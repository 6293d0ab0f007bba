package dev.jtorch.cli.train;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the value of {@code --data}. */
final class DataSourceOption implements ITypeConverter<DataSource> {
  @Override public DataSource convert(String text) {
    DataSource source = DataSource.parse(text);
    if (source == null) throw new TypeConversionException(DataSource.syntax());
    return source;
  }
}
