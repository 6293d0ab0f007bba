package dev.jtorch.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tuple that a TorchScript method returned. */
public record ScriptTuple(List<@Nullable Object> items) {}
