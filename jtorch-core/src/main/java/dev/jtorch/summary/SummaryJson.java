package dev.jtorch.summary;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** A summary as JSON: the rows that the table shows, with all that is known of them, and the totals. */
final class SummaryJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final Summary summary;
  private final JsonGenerator json;

  private SummaryJson(Summary summary, JsonGenerator json) {
    this.summary = summary;
    this.json = json;
  }

  static String of(Summary summary) {
    var text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      // line ends of its own, so that the text is the same on all systems
      json.setPrettyPrinter(new DefaultPrettyPrinter(Separators.createDefaultInstance()
          .withObjectFieldValueSpacing(Separators.Spacing.AFTER)).withObjectIndenter(new DefaultIndenter("  ", "\n")));
      new SummaryJson(summary, json).write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void write() throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("layers");
    for (LayerRow row : summary.shownRows()) layer(row);
    json.writeEndArray();
    json.writeObjectFieldStart("totals");
    totals(summary.totals());
    json.writeEndObject();
    json.writeEndObject();
  }

  private void layer(LayerRow row) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", row.typeName());
    json.writeStringField("var_name", row.varName());
    json.writeNumberField("depth", row.depth());
    json.writeNumberField("index", row.index());
    json.writeBooleanField("leaf", row.leaf());
    json.writeBooleanField("recursive", row.recursive());
    sizes("kernel_size", row.kernelSize());
    if (summary.withInput()) {
      sizes("input_size", row.inputSize());
      sizes("output_size", row.outputSize());
      json.writeNumberField("mult_adds", row.multAdds());
    }
    json.writeNumberField("num_params", row.numParams());
    json.writeNumberField("trainable_params", row.trainableParams());
    if (summary.options().verbose()) parameters(row.shownParameters());
    json.writeEndObject();
  }

  private void parameters(List<CountedParameter> parameters) throws IOException {
    json.writeArrayFieldStart("parameters");
    for (CountedParameter parameter : parameters) {
      json.writeStartObject();
      json.writeStringField("name", parameter.name());
      sizes("size", parameter.shape());
      json.writeNumberField("num_params", parameter.count());
      json.writeBooleanField("trainable", parameter.trainable());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void sizes(String name, List<Long> sizes) throws IOException {
    json.writeFieldName(name);
    json.writeArray(sizes.stream().mapToLong(Long::longValue).toArray(), 0, sizes.size());
  }

  private void totals(Totals totals) throws IOException {
    json.writeNumberField("total_params", totals.params());
    json.writeNumberField("trainable_params", totals.trainableParams());
    json.writeNumberField("non_trainable_params", totals.nonTrainableParams());
    json.writeNumberField("param_bytes", totals.paramBytes());
    if (!summary.withInput()) return;
    json.writeNumberField("total_mult_adds", totals.multAdds());
    json.writeNumberField("input_bytes", totals.inputBytes());
    json.writeNumberField("output_bytes", totals.outputBytes());
    json.writeNumberField("total_bytes", totals.bytes());
  }
}
