package dev.jtorch.nn;

import java.util.Map;

/** The parameters that a module has registered by name, in order: Python's {@code _parameters}. See {@link Members}. */
public final class OwnParameters extends Members<Parameter> {
  private OwnParameters(Module owner) {
    super(owner);
  }

  /** The registered parameters of a module, without its children's. */
  public static OwnParameters of(Module owner) {
    return new OwnParameters(owner);
  }

  @Override public Map<String, Parameter> byName() { return owner.registry().parameters(); }

  @Override public void put(String name, Parameter parameter) {
    owner.registerParameter(name, parameter);
  }

  @Override void replace(Map<String, Parameter> others) {
    owner.registry().replace(owner, Parameter.class, others);
  }

  @Override String kind() { return "parameter"; }
}
