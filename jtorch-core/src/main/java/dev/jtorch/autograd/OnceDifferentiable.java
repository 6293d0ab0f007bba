package dev.jtorch.autograd;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a {@code backward} method that its gradients cannot be differentiated again: it runs without recording, and a second
 * differentiation throws.
 *
 * @see <a href=
 *     "https://docs.pytorch.org/docs/stable/notes/extending.html#extending-torch-autograd">once_differentiable</a>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnceDifferentiable {
}
