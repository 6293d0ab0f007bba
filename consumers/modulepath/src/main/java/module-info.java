/** A program on the module path. */
module program {
  requires dev.jtorch.vision;

  opens program to dev.jtorch; // for the private fields of modules
}
