package dev.jtorch.nn;

import dev.jtorch.io.StateDict;
import java.util.List;
import java.util.Map;

/**
 * A load at one module, as a pre-hook sees it. All collections may be changed.
 *
 * @param state the entries under the module's prefix, the descendants' included, in a copy that lives for this load
 * @param prefix what the module's keys begin with, dot included
 * @param localMetadata what the state says about the module, such as its {@code version}; empty where it says nothing
 * @param strict always true, as in PyTorch: the load decides later whether missing and unexpected keys are errors
 * @param missingKeys the keys that the modules so far missed
 * @param unexpectedKeys the keys that the modules so far do not have
 * @param errors other problems, one line each; any makes the load fail
 */
public record StateDictLoad(StateDict state, String prefix, Map<String, Object> localMetadata, boolean strict,
    List<String> missingKeys, List<String> unexpectedKeys, List<String> errors) {
}
