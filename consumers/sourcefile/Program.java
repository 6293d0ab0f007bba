import module dev.jtorch;

class Net extends Layer {
  public Layer fc1 = new Linear(2, 3);
  public Layer fc2 = new Linear(3, 1);

  @Override protected Tensor forward(Tensor x) { return fc2.call(F.relu(fc1.call(x))); }
}

void main() {
  var net = new Net();
  var adam = new Adam(net.parameters(), o -> o.lr(1e-3));
  try (var step = Scope.open()) {
    F.mseLoss(net.call(Torch.ones(4, 2)), Torch.zeros(4, 1)).backward();
    adam.step();
  }
  IO.println(net.stateDict().keySet() + " " + net.call(Torch.ones(4, 2)).shape());
}
