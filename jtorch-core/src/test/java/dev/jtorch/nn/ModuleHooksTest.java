package dev.jtorch.nn;

import static dev.jtorch.nn.HookedNets.ones;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.RemovableHandle;
import dev.jtorch.nn.HookedNets.Outer;
import dev.jtorch.nn.HookedNets.Scale;
import dev.jtorch.testing.ScenarioLog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModuleHooksTest {
  private final ScenarioLog log = new ScenarioLog("hooks/hooks");

  private static String name(Module m) { return m.getClass().getSimpleName(); }

  @Test void hooksOnAllModules_runBeforeAModulesOwn() {
    var m = new Outer();
    ModuleHooks all = ModuleHooks.all();
    List<RemovableHandle> handles = List.of(
        all.registerForwardPreHook((mod, in) -> log.add("all-pre " + name(mod))),
        all.registerForwardHook((mod, in, out) -> log.add("all-post " + name(mod))),
        all.registerFullBackwardPreHook((mod, out) -> log.add("all-backward-pre " + name(mod))),
        all.registerFullBackwardHook((mod, in, out) -> log.add("all-backward " + name(mod))));
    try {
      m.inner.registerForwardPreHook((mod, in) -> log.add("own-pre"));
      m.inner.registerForwardHook((mod, in, out) -> log.add("own-post"));
      m.inner.registerFullBackwardPreHook((mod, out) -> log.add("own-backward-pre"));
      m.inner.registerFullBackwardHook((mod, in, out) -> log.add("own-backward"));
      m.call(ones()).sum().backward();
    } finally {
      handles.forEach(RemovableHandle::remove);
    }
    m.call(ones()).sum().backward();
    log.isThatOf("global_order");
  }

  @Test void hooksOnATree_runForTheModulesInIt() {
    var m = new Outer();
    var seen = new ArrayList<String>();
    var handle = ModuleHooks.of(m).registerForwardHook((mod, in, out) -> {
      seen.add(name(mod));
      return null;
    });
    m.call(ones());
    new Scale(1).call(ones());
    handle.remove();
    m.call(ones());
    assertThat(seen).containsExactly("Scale", "Outer");
  }

  @Test void hooksOnATree_seeGradientsToo() {
    var m = new Outer();
    var seen = new ArrayList<String>();
    ModuleHooks tree = ModuleHooks.of(m);
    tree.registerForwardPreHook((mod, in) -> note(seen, "in " + name(mod)));
    tree.registerFullBackwardPreHook((mod, out) -> note(seen, "pre " + name(mod)));
    tree.registerFullBackwardHook((mod, in, out) -> note(seen, "back " + name(mod)));
    m.call(ones()).sum().backward();
    assertThat(seen).containsExactly("in Outer", "in Scale", "pre Outer", "pre Scale", "back Scale", "back Outer");
  }

  private static <T> T note(List<String> seen, String what) {
    seen.add(what);
    return null;
  }
}
