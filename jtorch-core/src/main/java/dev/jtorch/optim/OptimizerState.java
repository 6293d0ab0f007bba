package dev.jtorch.optim;

import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An optimizer's state between its own form and Python's nested dictionaries. */
final class OptimizerState {
  private static final String STATE = "state";
  private static final String GROUPS = "param_groups";
  private static final String PARAMS = "params";

  private OptimizerState() {}

  static <O extends OptimizerOptions<O>> Map<String, Object> pack(List<ParamGroup<O>> groups,
      Map<Tensor, ParamState> states) {
    var numbers = new HashMap<Tensor, Integer>();
    List<Map<String, @Nullable Object>> packedGroups = new ArrayList<>();
    int next = 0;
    for (ParamGroup<O> group : groups) {
      for (int i = 0; i < group.params().size(); i++) numbers.putIfAbsent(group.params().get(i), next + i);
      next += group.params().size();
      Map<String, @Nullable Object> values = group.values();
      values.put(PARAMS, group.params().stream().map(numbers::get).toList());
      packedGroups.add(values);
    }
    var packedStates = new LinkedHashMap<Integer, Map<String, Object>>();
    states.forEach((param, state) -> {
      Integer number = numbers.get(param);
      if (number != null && !state.isEmpty()) packedStates.put(number, state.pack());
    });
    var all = new LinkedHashMap<String, Object>();
    all.put(STATE, packedStates);
    all.put(GROUPS, packedGroups);
    return all;
  }

  /** Loads options into the groups, once everything has been read, and gives the states. */
  static <O extends OptimizerOptions<O>> Map<Tensor, ParamState> load(String who, Map<String, ?> saved,
      List<ParamGroup<O>> groups) {
    List<SavedValues> savedGroups = savedGroups(who, saved, groups);
    Map<Long, Tensor> params = paramsByNumber(savedGroups, groups);
    Map<Tensor, ParamState> states = states(who, saved, params);
    var options = new ArrayList<O>();
    for (int i = 0; i < groups.size(); i++) options.add(groups.get(i).options().read(savedGroups.get(i)));
    for (int i = 0; i < groups.size(); i++) groups.get(i).load(options.get(i), savedGroups.get(i).rest());
    return states;
  }

  private static <O extends OptimizerOptions<O>> List<SavedValues> savedGroups(String who, Map<String, ?> saved,
      List<ParamGroup<O>> groups) {
    if (!(saved.get(GROUPS) instanceof List<?> list)) throw missing(who, GROUPS, "list");
    if (list.size() != groups.size()) {
      throw new TorchException(who + ": loaded state dict has a different number of parameter groups: " + list.size()
          + " (expected: " + groups.size() + ")");
    }
    var savedGroups = new ArrayList<SavedValues>();
    for (int i = 0; i < list.size(); i++) {
      if (!(list.get(i) instanceof Map<?, ?> values)) throw missing(who, GROUPS + "[" + i + "]", "dict");
      var group = SavedValues.of(who + ": loaded parameter group " + i, values);
      int size = groups.get(i).params().size();
      int savedSize = group.numbers(PARAMS).size();
      if (savedSize != size) {
        throw new TorchException(who + ": loaded state dict contains a parameter group that doesn't match the size of "
            + "optimizer's group: group " + i + " has " + savedSize + " parameters (expected: " + size
            + ")");
      }
      savedGroups.add(group);
    }
    return savedGroups;
  }

  private static <O extends OptimizerOptions<O>> Map<Long, Tensor> paramsByNumber(List<SavedValues> savedGroups,
      List<ParamGroup<O>> groups) {
    var params = new HashMap<Long, Tensor>();
    for (int i = 0; i < groups.size(); i++) {
      List<Number> numbers = savedGroups.get(i).numbers(PARAMS);
      for (int k = 0; k < numbers.size(); k++) params.put(numbers.get(k).longValue(), groups.get(i).params().get(k));
    }
    return params;
  }

  private static Map<Tensor, ParamState> states(String who, Map<String, ?> saved, Map<Long, Tensor> params) {
    if (!(saved.get(STATE) instanceof Map<?, ?> savedStates)) throw missing(who, STATE, "dict");
    var states = new LinkedHashMap<Tensor, ParamState>();
    savedStates.forEach((number, values) -> {
      if (!(number instanceof Number n && values instanceof Map<?, ?> state)) {
        throw missing(who, STATE + "[" + number + "]", "dict");
      }
      Tensor param = params.get(n.longValue());
      // a state of nobody is of no use to the steps that follow
      if (param != null) states.put(param, ParamState.load(state, param, who + ": loaded state " + number));
    });
    return states;
  }

  private static TorchException missing(String who, String key, String kind) {
    return new TorchException(who + ": loaded state dict has no " + kind + " '" + key
        + "' (expected: 'state' and 'param_groups', as stateDict() gives them)");
  }

  static <O extends OptimizerOptions<O>> String print(String name, List<ParamGroup<O>> groups) {
    var text = new StringBuilder(name).append(" (");
    for (int i = 0; i < groups.size(); i++) {
      text.append("\nParameter Group ").append(i).append('\n');
      new TreeMap<>(groups.get(i).values()).forEach((key, value) -> text.append("    ").append(key).append(": ")
          .append(PythonText.of(value)).append('\n'));
    }
    return text.append(')').toString();
  }
}
