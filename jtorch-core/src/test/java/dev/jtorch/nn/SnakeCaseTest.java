package dev.jtorch.nn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.internal.text.SnakeCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnakeCaseTest {
  @ParameterizedTest
  @CsvSource({"weight,weight", "numBatchesTracked,num_batches_tracked", "conv1,conv1", "poseFc,pose_fc",
    "layer4x,layer4x",
    "weightIhL0,weight_ih_l0", "inProjWeight,in_proj_weight", "already_snake,already_snake", "useCIoU,use_c_io_u",
    "fc1Bias,fc1_bias", "aB,a_b", "HTTPServer,http_server"}) void of_names(String java, String python) {
    assertThat(SnakeCase.of(java)).isEqualTo(python);
  }
}
