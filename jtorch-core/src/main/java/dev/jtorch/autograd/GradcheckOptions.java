package dev.jtorch.autograd;

/**
 * Options of {@link Autograd#gradcheck}.
 *
 * <p>Differs from PyTorch: there is no forward mode, no fast mode, no batched gradient and no sparse tensor to check, so the
 * options for these do not exist.
 *
 * @param eps how far an element is moved; 1e-6 by default
 * @param atol the absolute difference that is allowed; 1e-5 by default
 * @param rtol the difference in proportion to the numerical derivative that is allowed; 1e-3 by default
 * @param raiseException whether a failed check throws, which it does by default, or gives false
 * @param nondetTol how far two backward passes may differ; 0 by default
 * @param checkUndefinedGrad whether backward passes must take absent gradients for zeros; true by default
 * @param checkGradDtypes whether gradients must have the dtypes of their tensors; false by default
 */
public record GradcheckOptions(double eps, double atol, double rtol, boolean raiseException, double nondetTol,
    boolean checkUndefinedGrad, boolean checkGradDtypes) {
  static final GradcheckOptions DEFAULT = new GradcheckOptions(1e-6, 1e-5, 1e-3, true, 0, true, false);

  public GradcheckOptions eps(double step) {
    return new GradcheckOptions(step, atol, rtol, raiseException, nondetTol, checkUndefinedGrad, checkGradDtypes);
  }

  public GradcheckOptions atol(double absolute) {
    return new GradcheckOptions(eps, absolute, rtol, raiseException, nondetTol, checkUndefinedGrad, checkGradDtypes);
  }

  public GradcheckOptions rtol(double relative) {
    return new GradcheckOptions(eps, atol, relative, raiseException, nondetTol, checkUndefinedGrad, checkGradDtypes);
  }

  public GradcheckOptions raiseException(boolean on) {
    return new GradcheckOptions(eps, atol, rtol, on, nondetTol, checkUndefinedGrad, checkGradDtypes);
  }

  public GradcheckOptions nondetTol(double absolute) {
    return new GradcheckOptions(eps, atol, rtol, raiseException, absolute, checkUndefinedGrad, checkGradDtypes);
  }

  public GradcheckOptions checkUndefinedGrad(boolean on) {
    return new GradcheckOptions(eps, atol, rtol, raiseException, nondetTol, on, checkGradDtypes);
  }

  public GradcheckOptions checkGradDtypes(boolean on) {
    return new GradcheckOptions(eps, atol, rtol, raiseException, nondetTol, checkUndefinedGrad, on);
  }
}
