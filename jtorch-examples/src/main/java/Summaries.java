import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.summary.ColumnSettings;
import dev.jtorch.summary.LayerRow;
import dev.jtorch.summary.Summary;
import dev.jtorch.summary.TorchSummary;
import java.util.Collections;
import java.util.Comparator;

/** Looks at a network's layers in several ways. */
public class Summaries {
  public static void main(String[] args) {
    var net = new Sequential(new Conv2d(3, 8, 3), new ReLU(), new Conv2d(8, 16, 3));
    System.out.println(Summary.of(net, 1, 3, 32, 32));
    Summary brief = Summary.of(net, o -> o.depth(1).colNames(ColumnSettings.OUTPUT_SIZE, ColumnSettings.MULT_ADDS), 1,
        3, 32, 32);
    System.out.println(brief.toMarkdown());
    LayerRow costliest = Collections.max(brief.rows(), Comparator.comparing(LayerRow::multAdds));
    System.out.println(TorchSummary.of(net, 3, 32, 32));
    System.out.println(costliest.typeName() + " " + costliest.varName() + ": " + costliest.multAdds());
  }
}
