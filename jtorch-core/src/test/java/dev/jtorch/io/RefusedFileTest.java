package dev.jtorch.io;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that real PyTorch saved ({@code goldens/io/make.py}) and that hold more than tensors and plain data. */
class RefusedFileTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "sparse | data.pkl at byte 16: torch._utils._rebuild_sparse_tensor builds a sparse tensor; in Python, save it.to_dense()",
    "quantized | data.pkl at byte 13: torch._utils._rebuild_qtensor builds a quantized tensor; in Python, save"
        + " it.dequantize()",
    "module | data.pkl at byte 2: holds a whole module, of class torch.nn.modules.linear.Linear (expected: its state_dict());"
        + " in Python, torch.save(torch.load(path, weights_only=False).state_dict(), path)",
    "legacy_module | pickle at byte 153: holds a whole module, of class torch.nn.modules.linear.Linear (expected: its state_dict());"
        + " in Python, torch.save(torch.load(path, weights_only=False).state_dict(), path)",
    "numpy_array | data.pkl at byte 13: foreign class numpy._core.multiarray._reconstruct (expected: tensors and plain data);"
        + " in Python, save torch.from_numpy(array), or scalar.item()",
    "numpy_scalar | data.pkl at byte 13: foreign class numpy._core.multiarray.scalar (expected: tensors and plain data);"
        + " in Python, save torch.from_numpy(array), or scalar.item()",
    "namedtuple | data.pkl at byte 2: foreign class __main__.Point (expected: tensors and plain data);"
        + " in Python, re-save only its state_dict()",
    "conjugated | data.pkl at byte 169: tensor is a lazy conj or neg view; in Python, save it.resolve_conj().resolve_neg()",
    "meta | data.pkl at byte 2: torch._utils._rebuild_meta_tensor_no_storage builds a meta tensor; it has no data,"
        + " save the real one in Python",
    "layout | data.pkl at byte 2: torch.serialization._get_layout builds a torch.layout; in Python, save its name",
    "torchscript | is a TorchScript archive (expected: a file of torch.save); Jit.load(path) reads it",
    "tar | is a tar file of PyTorch before 0.1.10 (expected: a file of torch.save);"
        + " in Python, torch.save(torch.load(path, weights_only=False), path) converts it"}) void load_whatIsNotData_saysWhatItIsAndWhatToDo(
            String name, String message) {
    Path file = Path.of("src/test/resources/golden/io/refused", name + ".pt");
    assertThatThrownBy(() -> Checkpoint.load(file)).isInstanceOf(CheckpointException.class)
        .hasMessage(name + ".pt: " + message);
  }
}
