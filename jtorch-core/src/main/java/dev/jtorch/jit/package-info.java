/**
 * Runs TorchScript: networks that Python has exported with {@code torch.jit.script} or {@code torch.jit.trace}.
 *
 * <p>{@code ScriptModule net = Jit.load(path); Tensor y = (Tensor) net.call(x);}
 */
@NullMarked
package dev.jtorch.jit;

import org.jspecify.annotations.NullMarked;
