package dev.jtorch.autograd;

import dev.jtorch.FluentOptions;

/**
 * Options of {@link Autograd#gradcheck}.
 *
 * <p>Differs from PyTorch: there is no forward mode, no fast mode, no batched gradient and no sparse tensor to check, so the
 * options for these do not exist.
 */
public final class GradcheckOptions extends FluentOptions<GradcheckOptions> {
  private double eps = 1e-6;
  private double atol = 1e-5;
  private double rtol = 1e-3;
  private boolean raiseException = true;
  private double nondetTol = 0;
  private boolean checkUndefinedGrad = true;
  private boolean checkGradDtypes = false;

  /** How far an element is moved; 1e-6 by default. */
  public GradcheckOptions eps(double eps) {
    return with(o -> o.eps = eps);
  }

  public double eps() { return eps; }

  /** The absolute difference that is allowed; 1e-5 by default. */
  public GradcheckOptions atol(double atol) {
    return with(o -> o.atol = atol);
  }

  public double atol() { return atol; }

  /** The difference in proportion to the numerical derivative that is allowed; 1e-3 by default. */
  public GradcheckOptions rtol(double rtol) {
    return with(o -> o.rtol = rtol);
  }

  public double rtol() { return rtol; }

  /** Whether a failed check throws, which it does by default, or gives false. */
  public GradcheckOptions raiseException(boolean raiseException) {
    return with(o -> o.raiseException = raiseException);
  }

  public boolean raiseException() { return raiseException; }

  /** How far two backward passes may differ; 0 by default. */
  public GradcheckOptions nondetTol(double nondetTol) {
    return with(o -> o.nondetTol = nondetTol);
  }

  public double nondetTol() { return nondetTol; }

  /** Whether backward passes must take absent gradients for zeros; default true. */
  public GradcheckOptions checkUndefinedGrad(boolean checkUndefinedGrad) {
    return with(o -> o.checkUndefinedGrad = checkUndefinedGrad);
  }

  public boolean checkUndefinedGrad() { return checkUndefinedGrad; }

  /** Whether gradients must have the dtypes of their tensors; default false. */
  public GradcheckOptions checkGradDtypes(boolean checkGradDtypes) {
    return with(o -> o.checkGradDtypes = checkGradDtypes);
  }

  public boolean checkGradDtypes() { return checkGradDtypes; }
}
