package dev.jtorch.testing;

import dev.jtorch.Cuda;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tests for machines with a CUDA device ({@code mvn -Pgpu verify -Dgroups=gpu}); skipped elsewhere. */
@Tag("gpu")
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnCuda.DevicePresent.class)
public @interface OnCuda {
  /** What the annotation asks before it lets a test run. */
  final class DevicePresent implements ExecutionCondition {
    @Override public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return Cuda.isAvailable()
          ? ConditionEvaluationResult.enabled("a device is there")
          : ConditionEvaluationResult.disabled("needs an NVIDIA GPU");
    }
  }
}
