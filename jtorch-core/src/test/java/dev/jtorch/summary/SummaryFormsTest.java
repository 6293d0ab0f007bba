package dev.jtorch.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The two forms of a summary that torchinfo has not. */
class SummaryFormsTest {
  @Test void markdown_isTheTableAndAList() {
    Summary summary =
        Summary.of(new SummaryNets.Shared(), o -> o.colNames(ColumnSettings.NUM_PARAMS, ColumnSettings.PARAMS_PERCENT),
            5, 6);
    assertThat(summary.toMarkdown()).isEqualTo("""
        | Layer (type:depth-idx) | Param # | Param % |
        |:--|--:|--:|
        | Shared | -- | -- |
        | ├─Linear: 1-1 | 42 | 77.78% |
        | ├─Linear: 1-2 | (recursive) | (recursive) |
        | ├─Linear: 1-3 | (recursive) | (recursive) |
        | ├─Linear: 1-4 | 12 | 22.22% |

        - Total params: 54
        - Trainable params: 54
        - Non-trainable params: 0
        - Total mult-adds (Units.MEGABYTES): 0.00
        - Input size (MB): 0.00
        - Forward/backward pass size (MB): 0.00
        - Params size (MB): 0.00
        - Estimated Total Size (MB): 0.00""");
  }

  @Test void markdown_keepsBlanksAndBars() {
    String ascii = Summary.of(new SummaryNets.Wide(), o -> o.rowSettings(RowSettings.ASCII_ONLY)).toMarkdown();
    assertThat(ascii).startsWith("| Layer (type) | Param # |\n|:--|--:|\n| Wide | -- |\n")
        .contains("\n| \\|&nbsp;&nbsp;&nbsp;&nbsp;+ Linear | 27 |\n").endsWith("\n- Non-trainable params: 0");
  }

  @Test void json_hasRowsAndTotals() {
    assertThat(Summary.of(new SmallNets.Twice(), 2, 4).toJson()).isEqualTo("""
        {
          "layers": [ {
            "type": "Twice",
            "var_name": "Twice",
            "depth": 0,
            "index": 1,
            "leaf": false,
            "recursive": false,
            "kernel_size": [ ],
            "input_size": [ 2, 4 ],
            "output_size": [ 2, 4 ],
            "mult_adds": 160,
            "num_params": 20,
            "trainable_params": 20
          }, {
            "type": "Linear",
            "var_name": "fc",
            "depth": 1,
            "index": 1,
            "leaf": true,
            "recursive": false,
            "kernel_size": [ ],
            "input_size": [ 2, 4 ],
            "output_size": [ 2, 4 ],
            "mult_adds": 40,
            "num_params": 20,
            "trainable_params": 20
          }, {
            "type": "Linear",
            "var_name": "fc",
            "depth": 1,
            "index": 2,
            "leaf": true,
            "recursive": true,
            "kernel_size": [ ],
            "input_size": [ 2, 4 ],
            "output_size": [ 2, 4 ],
            "mult_adds": 40,
            "num_params": 20,
            "trainable_params": 20
          } ],
          "totals": {
            "total_params": 20,
            "trainable_params": 20,
            "non_trainable_params": 0,
            "param_bytes": 80,
            "total_mult_adds": 80,
            "input_bytes": 96,
            "output_bytes": 128,
            "total_bytes": 304
          }
        }""");
  }

  @Test void json_withoutInput_saysNothingOfThePass() {
    assertThat(Summary.of(new SmallNets.Scale(), o -> o.verbose(true)).toJson()).isEqualTo("""
        {
          "layers": [ {
            "type": "Scale",
            "var_name": "Scale",
            "depth": 0,
            "index": 1,
            "leaf": true,
            "recursive": false,
            "kernel_size": [ ],
            "num_params": 5,
            "trainable_params": 5,
            "parameters": [ {
              "name": "scale",
              "size": [ 5 ],
              "num_params": 5,
              "trainable": true
            } ]
          } ],
          "totals": {
            "total_params": 5,
            "trainable_params": 5,
            "non_trainable_params": 0,
            "param_bytes": 20
          }
        }""");
  }
}
