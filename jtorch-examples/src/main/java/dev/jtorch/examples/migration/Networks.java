package dev.jtorch.examples.migration;

import dev.jtorch.DType;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.autograd.Autograd;
import dev.jtorch.autograd.Checkpointing;
import dev.jtorch.nn.Buffer;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.activation.CELU;
import dev.jtorch.nn.activation.ELU;
import dev.jtorch.nn.activation.GELU;
import dev.jtorch.nn.activation.GLU;
import dev.jtorch.nn.activation.Hardsigmoid;
import dev.jtorch.nn.activation.Hardswish;
import dev.jtorch.nn.activation.Hardtanh;
import dev.jtorch.nn.activation.LeakyReLU;
import dev.jtorch.nn.activation.LogSoftmax;
import dev.jtorch.nn.activation.Mish;
import dev.jtorch.nn.activation.PReLU;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.activation.ReLU6;
import dev.jtorch.nn.activation.SELU;
import dev.jtorch.nn.activation.SiLU;
import dev.jtorch.nn.activation.Sigmoid;
import dev.jtorch.nn.activation.Softmax;
import dev.jtorch.nn.activation.Softplus;
import dev.jtorch.nn.activation.Tanh;
import dev.jtorch.nn.activation.Threshold;
import dev.jtorch.nn.container.ModuleDict;
import dev.jtorch.nn.container.ModuleList;
import dev.jtorch.nn.container.ParameterList;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv1d;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.conv.Conv3d;
import dev.jtorch.nn.conv.ConvTranspose2d;
import dev.jtorch.nn.conv.PaddingMode;
import dev.jtorch.nn.dropout.AlphaDropout;
import dev.jtorch.nn.dropout.Dropout;
import dev.jtorch.nn.dropout.Dropout2d;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.InterpolateMode;
import dev.jtorch.nn.functional.PadMode;
import dev.jtorch.nn.functional.Reduction;
import dev.jtorch.nn.init.FanMode;
import dev.jtorch.nn.init.Init;
import dev.jtorch.nn.init.Nonlinearity;
import dev.jtorch.nn.linear.Bilinear;
import dev.jtorch.nn.linear.CosineSimilarity;
import dev.jtorch.nn.shape.Flatten;
import dev.jtorch.nn.shape.Identity;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.shape.Unflatten;
import dev.jtorch.nn.loss.CrossEntropyLoss;
import dev.jtorch.nn.loss.L1Loss;
import dev.jtorch.nn.loss.MSELoss;
import dev.jtorch.nn.loss.NLLLoss;
import dev.jtorch.nn.norm.BatchNorm1d;
import dev.jtorch.nn.norm.BatchNorm2d;
import dev.jtorch.nn.norm.GroupNorm;
import dev.jtorch.nn.norm.InstanceNorm2d;
import dev.jtorch.nn.norm.LayerNorm;
import dev.jtorch.nn.norm.LocalResponseNorm;
import dev.jtorch.nn.norm.RMSNorm;
import dev.jtorch.nn.padding.CircularPad2d;
import dev.jtorch.nn.padding.ConstantPad2d;
import dev.jtorch.nn.padding.ReflectionPad2d;
import dev.jtorch.nn.padding.ReplicationPad2d;
import dev.jtorch.nn.padding.ZeroPad2d;
import dev.jtorch.nn.pooling.AdaptiveAvgPool2d;
import dev.jtorch.nn.pooling.AdaptiveMaxPool2d;
import dev.jtorch.nn.pooling.AvgPool2d;
import dev.jtorch.nn.pooling.LPPool2d;
import dev.jtorch.nn.pooling.MaxPool2d;
import dev.jtorch.nn.pooling.MaxUnpool2d;
import dev.jtorch.nn.sparse.Embedding;
import dev.jtorch.nn.upsampling.ChannelShuffle;
import dev.jtorch.nn.upsampling.PixelShuffle;
import dev.jtorch.nn.upsampling.Upsample;
import dev.jtorch.nn.utils.Fusion;
import java.util.List;
import java.util.Map;

/** Gradients, modules and what they are made of. */
public class Networks {
  public static void main(String[] args) {
    autograd();
    modules();
    layers();
    activations();
    containers();
    functions();
    losses();
    init();
    utils();
  }

  /** torch.autograd */
  static void autograd() {
    // given: x = torch.ones(3, requires_grad=True); w = torch.ones(3, requires_grad=True)
    Tensor x = Torch.ones(3).requiresGrad_();
    Tensor w = Torch.ones(3).requiresGrad_();
    Tensor y = x.mul(w).sum(); // py: y = (x * w).sum()
    y.backward(o -> o.retainGraph(true)); // py: y.backward(retain_graph=True)
    y.backward(); // py: y.backward()
    x.grad(); // py: x.grad
    x.grad(null); // py: x.grad = None
    x.requiresGrad(); // py: x.requires_grad
    x.isLeaf(); // py: x.is_leaf
    y.gradFn(); // py: y.grad_fn
    x.detach(); // py: x.detach()
    x.mul(2).retainGrad(); // py: (x * 2).retain_grad()
    x.mul(2).backward(Torch.ones(3)); // py: (x * 2).backward(torch.ones(3))
    Autograd.grad(x.pow(2).sum(), List.of(x)).get(0); // py: torch.autograd.grad((x ** 2).sum(), [x])[0]
    Autograd.grad(x.pow(2).sum(), List.of(x), o -> o.createGraph(true)); // py: torch.autograd.grad((x ** 2).sum(), [x], create_graph=True)
    Autograd.jacobian(t -> t.exp(), x); // py: torch.autograd.functional.jacobian(lambda t: t.exp(), x)
    Autograd.hessian(t -> t.pow(3).sum(), x); // py: torch.autograd.functional.hessian(lambda t: (t ** 3).sum(), x)
    Autograd.vjp(t -> t.exp(), x, Torch.ones(3)).product(); // py: torch.autograd.functional.vjp(lambda t: t.exp(), x, torch.ones(3))[1]
    Autograd.jvp(t -> t.exp(), x, Torch.ones(3)).product(); // py: torch.autograd.functional.jvp(lambda t: t.exp(), x, torch.ones(3))[1]
    Autograd.gradcheck(in -> in[0].exp(), Torch.ones(2).toDouble().requiresGrad_()); // py: torch.autograd.gradcheck(torch.exp, torch.ones(2).double().requires_grad_())
    Checkpointing.checkpoint(t -> t.exp(), x); // py: torch.utils.checkpoint.checkpoint(torch.exp, x, use_reentrant=False)
    try (var quiet = Torch.noGrad()) { // py: with torch.no_grad():
      w.sub_(0.1);
    }
    Torch.noGrad(() -> w.sub_(0.1)); // py: with torch.no_grad(): w.sub_(0.1)
    try (var fast = Torch.inferenceMode()) { // py: with torch.inference_mode():
      w.mul(2);
    }
    try (var again = Torch.enableGrad()) { // py: with torch.enable_grad():
      w.mul(2);
    }
    try (var maybe = Torch.setGradEnabled(true)) { // py: with torch.set_grad_enabled(True):
      w.mul(2);
    }
    try (var anomalies = Autograd.detectAnomaly()) { // py: with torch.autograd.detect_anomaly():
      x.sum().backward();
    }
    var handle = x.registerHook(g -> g.mul(2)); // py: handle = x.register_hook(lambda g: g * 2)
    handle.remove(); // py: handle.remove()
  }

  /** torch.nn.Module */
  static void modules() {
    // given: net = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1)); x = torch.randn(4, 2)
    Sequential net = new Sequential(new Linear(2, 3), new ReLU(), new Linear(3, 1));
    Tensor x = Torch.randn(4, 2);
    net.call(x); // py: net(x)
    net.train(); // py: net.train()
    net.eval(); // py: net.eval()
    net.training(); // py: net.training
    net.parameters(); // py: list(net.parameters())
    net.namedParameters(); // py: dict(net.named_parameters())
    net.buffers(); // py: list(net.buffers())
    net.children(); // py: list(net.children())
    net.namedChildren(); // py: dict(net.named_children())
    net.modules(); // py: list(net.modules())
    net.namedModules(); // py: dict(net.named_modules())
    for (Parameter p : net.parameters()) p.numel(); // py: for p in net.parameters(): p.numel()
    net.parameters().stream().mapToLong(Parameter::numel).sum(); // py: sum(p.numel() for p in net.parameters())
    net.getModule("0", Linear.class); // py: net.get_submodule("0")
    net.getParameter("0.weight"); // py: net.get_parameter("0.weight")
    net.get(0); // py: net[0]
    net.set(2, new Linear(3, 5)); // py: net[2] = nn.Linear(3, 5)
    net.to("cpu"); // py: net.to("cpu")
    net.to(DType.FLOAT32); // py: net.to(torch.float32)
    net.toDouble(); // py: net.double()
    net.toFloat(); // py: net.float()
    net.requiresGrad_(false); // py: net.requires_grad_(False)
    net.apply(m -> m.training()); // py: net.apply(lambda m: m.training)
    net.deepCopy(); // py: copy.deepcopy(net)
    net.stateDict(); // py: net.state_dict()
    net.stateDict().keySet(); // py: net.state_dict().keys()
    net.loadStateDict(net.stateDict()); // py: net.load_state_dict(net.state_dict())
    net.loadStateDict(Map.of(), o -> o.strict(false)); // py: net.load_state_dict({}, strict=False)
    var forward = net.registerForwardHook((m, in, out) -> null); // py: forward = net.register_forward_hook(lambda m, i, o: None)
    var before = net.registerForwardPreHook((m, in) -> null); // py: before = net.register_forward_pre_hook(lambda m, i: None)
    var backward = net.registerFullBackwardHook((m, gradIn, gradOut) -> null); // py: backward = net.register_full_backward_hook(lambda m, i, o: None)
    forward.remove(); // py: forward.remove()
    before.remove();
    backward.remove();
    net.registerBuffer("mean", Torch.zeros(2)); // py: net.register_buffer("mean", torch.zeros(2))
    net.registerParameter("scale", new Parameter(Torch.ones(1))); // py: net.register_parameter("scale", nn.Parameter(torch.ones(1)))
    new Parameter(Torch.ones(2)); // py: nn.Parameter(torch.ones(2))
    Parameter.frozen(Torch.ones(2)); // py: nn.Parameter(torch.ones(2), requires_grad=False)
    new Buffer(Torch.ones(2)); // py: nn.Buffer(torch.ones(2))
    System.out.print(net + "\n"); // py: print(net)
    if (net.get(0) instanceof Linear linear) { // py: if isinstance(net[0], nn.Linear):
      linear.weight.data().fill_(1); // py: net[0].weight.data.fill_(1)
    }
  }

  /** torch.nn: layers */
  static void layers() {
    new Linear(20, 30); // py: nn.Linear(20, 30)
    new Linear(20, 30, o -> o.bias(false)); // py: nn.Linear(20, 30, bias=False)
    new Bilinear(2, 3, 4); // py: nn.Bilinear(2, 3, 4)
    new Identity(); // py: nn.Identity()
    new Flatten(); // py: nn.Flatten()
    new Unflatten(1, 2, 5); // py: nn.Unflatten(1, (2, 5))
    new Embedding(10, 3); // py: nn.Embedding(10, 3)
    new Embedding(10, 3, o -> o.paddingIdx(0)); // py: nn.Embedding(10, 3, padding_idx=0)
    new CosineSimilarity(); // py: nn.CosineSimilarity()
    new Conv1d(3, 6, 5); // py: nn.Conv1d(3, 6, 5)
    new Conv2d(3, 64, 7, 2, 3); // py: nn.Conv2d(3, 64, 7, 2, 3)
    new Conv2d(3, 64, 3, o -> o.padding(1).bias(false)); // py: nn.Conv2d(3, 64, 3, padding=1, bias=False)
    new Conv2d(4, 8, 3, o -> o.groups(4).dilation(2)); // py: nn.Conv2d(4, 8, 3, groups=4, dilation=2)
    new Conv2d(3, 6, 3, o -> o.padding(1).paddingMode(PaddingMode.REFLECT)); // py: nn.Conv2d(3, 6, 3, padding=1, padding_mode="reflect")
    new Conv2d(3, 6, new long[] {3, 5}, o -> o.stride(2, 1)); // py: nn.Conv2d(3, 6, (3, 5), stride=(2, 1))
    new Conv3d(1, 2, 3); // py: nn.Conv3d(1, 2, 3)
    new ConvTranspose2d(6, 3, 2, 2); // py: nn.ConvTranspose2d(6, 3, 2, 2)
    new MaxPool2d(2); // py: nn.MaxPool2d(2)
    new MaxPool2d(3, 2, 1); // py: nn.MaxPool2d(3, 2, 1)
    new AvgPool2d(2); // py: nn.AvgPool2d(2)
    new LPPool2d(2, 3); // py: nn.LPPool2d(2, 3)
    new MaxUnpool2d(2); // py: nn.MaxUnpool2d(2)
    new AdaptiveAvgPool2d(1); // py: nn.AdaptiveAvgPool2d(1)
    new AdaptiveAvgPool2d(3, 4); // py: nn.AdaptiveAvgPool2d((3, 4))
    new AdaptiveMaxPool2d(1); // py: nn.AdaptiveMaxPool2d(1)
    new BatchNorm1d(8); // py: nn.BatchNorm1d(8)
    new BatchNorm2d(64, 1e-3); // py: nn.BatchNorm2d(64, 1e-3)
    new BatchNorm2d(64, o -> o.affine(false)); // py: nn.BatchNorm2d(64, affine=False)
    new LayerNorm(10); // py: nn.LayerNorm(10)
    new LayerNorm(2, 10); // py: nn.LayerNorm((2, 10))
    new GroupNorm(4, 8); // py: nn.GroupNorm(4, 8)
    new InstanceNorm2d(8); // py: nn.InstanceNorm2d(8)
    new RMSNorm(10); // py: nn.RMSNorm(10)
    new LocalResponseNorm(5); // py: nn.LocalResponseNorm(5)
    new Dropout(); // py: nn.Dropout()
    new Dropout(0.1); // py: nn.Dropout(0.1)
    new Dropout2d(0.1); // py: nn.Dropout2d(0.1)
    new AlphaDropout(0.1); // py: nn.AlphaDropout(0.1)
    new ZeroPad2d(1); // py: nn.ZeroPad2d(1)
    new ConstantPad2d(3.5, 1, 1, 2, 2); // py: nn.ConstantPad2d((1, 1, 2, 2), 3.5)
    new ReflectionPad2d(1); // py: nn.ReflectionPad2d(1)
    new ReplicationPad2d(1); // py: nn.ReplicationPad2d(1)
    new CircularPad2d(1); // py: nn.CircularPad2d(1)
    new Upsample(o -> o.scaleFactor(2).mode(InterpolateMode.BILINEAR)); // py: nn.Upsample(scale_factor=2, mode="bilinear")
    new PixelShuffle(2); // py: nn.PixelShuffle(2)
    new ChannelShuffle(2); // py: nn.ChannelShuffle(2)
  }

  /** torch.nn: activations */
  static void activations() {
    new ReLU(); // py: nn.ReLU()
    new ReLU(o -> o.inplace(true)); // py: nn.ReLU(inplace=True)
    new ReLU6(); // py: nn.ReLU6()
    new LeakyReLU(0.2); // py: nn.LeakyReLU(0.2)
    new PReLU(); // py: nn.PReLU()
    new ELU(); // py: nn.ELU()
    new CELU(); // py: nn.CELU()
    new SELU(); // py: nn.SELU()
    new GELU(); // py: nn.GELU()
    new GLU(); // py: nn.GLU()
    new SiLU(); // py: nn.SiLU()
    new Mish(); // py: nn.Mish()
    new Sigmoid(); // py: nn.Sigmoid()
    new Tanh(); // py: nn.Tanh()
    new Hardtanh(-2, 2); // py: nn.Hardtanh(-2, 2)
    new Hardsigmoid(); // py: nn.Hardsigmoid()
    new Hardswish(); // py: nn.Hardswish()
    new Softplus(); // py: nn.Softplus()
    new Softmax(1); // py: nn.Softmax(1)
    new LogSoftmax(1); // py: nn.LogSoftmax(1)
    new Threshold(0.1, 20); // py: nn.Threshold(0.1, 20)
  }

  /** torch.nn: containers */
  static void containers() {
    new Sequential(new Linear(2, 3), new ReLU()); // py: nn.Sequential(nn.Linear(2, 3), nn.ReLU())
    var list = new ModuleList<>(new Linear(2, 2), new Linear(2, 2)); // py: blocks = nn.ModuleList([nn.Linear(2, 2), nn.Linear(2, 2)])
    list.append(new Linear(2, 2)); // py: blocks.append(nn.Linear(2, 2))
    list.get(0); // py: blocks[0]
    list.size(); // py: len(blocks)
    for (Layer block : list) block.call(Torch.ones(2)); // py: for block in blocks: block(torch.ones(2))
    var dict = new ModuleDict<>(Map.of("a", new Linear(2, 2))); // py: heads = nn.ModuleDict({"a": nn.Linear(2, 2)})
    dict.put("b", new Linear(2, 3)); // py: heads["b"] = nn.Linear(2, 3)
    dict.get("a"); // py: heads["a"]
    dict.keys(); // py: heads.keys()
    new ParameterList(Torch.ones(2), Torch.ones(3)); // py: nn.ParameterList([torch.ones(2), torch.ones(3)])
  }

  /** torch.nn.functional */
  static void functions() {
    // given: x = torch.randn(2, 4, 8, 8); w = torch.randn(6, 4, 3, 3); m = torch.randn(3, 5); n = torch.tensor([0, 2])
    Tensor x = Torch.randn(2, 4, 8, 8);
    Tensor w = Torch.randn(6, 4, 3, 3);
    Tensor m = Torch.randn(3, 5);
    Tensor n = Torch.tensor(new long[] {0, 2});
    F.relu(x); // py: F.relu(x)
    F.relu_(x.clone()); // py: F.relu(x.clone(), inplace=True)
    F.leakyRelu(x, 0.2); // py: F.leaky_relu(x, 0.2)
    F.gelu(x); // py: F.gelu(x)
    F.silu(x); // py: F.silu(x)
    F.elu(x); // py: F.elu(x)
    F.hardswish(x); // py: F.hardswish(x)
    F.softplus(x); // py: F.softplus(x)
    F.logsigmoid(x); // py: F.logsigmoid(x)
    F.glu(x, 1); // py: F.glu(x, 1)
    F.softmax(m, 1); // py: F.softmax(m, dim=1)
    F.logSoftmax(m, 1); // py: F.log_softmax(m, dim=1)
    F.linear(m, Torch.randn(2, 5)); // py: F.linear(m, torch.randn(2, 5))
    F.conv2d(x, w, null); // py: F.conv2d(x, w)
    F.conv2d(x, w, Torch.zeros(6), 2, 1); // py: F.conv2d(x, w, torch.zeros(6), 2, 1)
    F.conv2d(x, w, null, o -> o.stride(2).padding(1)); // py: F.conv2d(x, w, stride=2, padding=1)
    F.convTranspose2d(x, Torch.randn(4, 6, 2, 2), null, o -> o.stride(2)); // py: F.conv_transpose2d(x, torch.randn(4, 6, 2, 2), stride=2)
    F.maxPool2d(x, 2); // py: F.max_pool2d(x, 2)
    F.maxPool2d(x, 2, 2); // py: F.max_pool2d(x, 2, 2)
    F.maxPool2d(x, 3, o -> o.stride(2).padding(1)); // py: F.max_pool2d(x, 3, stride=2, padding=1)
    F.avgPool2d(x, 2); // py: F.avg_pool2d(x, 2)
    F.adaptiveAvgPool2d(x, 1, 1); // py: F.adaptive_avg_pool2d(x, (1, 1))
    F.dropout(x, 0.1); // py: F.dropout(x, 0.1)
    F.dropout(x, 0.1, false); // py: F.dropout(x, 0.1, training=False)
    F.layerNorm(m, 5); // py: F.layer_norm(m, (5,))
    F.groupNorm(x, 2); // py: F.group_norm(x, 2)
    F.instanceNorm(x); // py: F.instance_norm(x)
    F.batchNorm(x, Torch.zeros(4), Torch.ones(4)); // py: F.batch_norm(x, torch.zeros(4), torch.ones(4))
    F.rmsNorm(m, 5); // py: F.rms_norm(m, (5,))
    F.embedding(n, m); // py: F.embedding(n, m)
    F.oneHot(n, 3); // py: F.one_hot(n, 3)
    F.pad(x, 1, 1); // py: F.pad(x, (1, 1))
    F.pad(x, new long[] {1, 1, 1, 1}, PadMode.REFLECT); // py: F.pad(x, (1, 1, 1, 1), mode="reflect")
    F.interpolate(x, o -> o.scaleFactor(2)); // py: F.interpolate(x, scale_factor=2)
    F.interpolate(x, o -> o.size(5, 5).mode(InterpolateMode.BILINEAR)); // py: F.interpolate(x, size=(5, 5), mode="bilinear")
    F.pixelShuffle(x, 2); // py: F.pixel_shuffle(x, 2)
    F.cosineSimilarity(m, m, 1, 1e-8); // py: F.cosine_similarity(m, m)
    F.crossEntropy(m, Torch.tensor(0, 2, 4)); // py: F.cross_entropy(m, torch.tensor([0, 2, 4]))
    F.crossEntropy(m, Torch.tensor(0, 2, 4), o -> o.labelSmoothing(0.1)); // py: F.cross_entropy(m, torch.tensor([0, 2, 4]), label_smoothing=0.1)
    F.nllLoss(F.logSoftmax(m, 1), Torch.tensor(0, 2, 4)); // py: F.nll_loss(F.log_softmax(m, 1), torch.tensor([0, 2, 4]))
    F.mseLoss(m, Torch.zeros(3, 5)); // py: F.mse_loss(m, torch.zeros(3, 5))
    F.l1Loss(m, Torch.zeros(3, 5), Reduction.SUM); // py: F.l1_loss(m, torch.zeros(3, 5), reduction="sum")
  }

  /** torch.nn: losses */
  static void losses() {
    // given: out = torch.randn(2, 3); target = torch.tensor([0, 2])
    Tensor out = Torch.randn(2, 3);
    Tensor target = Torch.tensor(0, 2);
    var criterion = new CrossEntropyLoss(); // py: criterion = nn.CrossEntropyLoss()
    criterion.call(out, target); // py: criterion(out, target)
    new CrossEntropyLoss(o -> o.ignoreIndex(-1)); // py: nn.CrossEntropyLoss(ignore_index=-1)
    new NLLLoss(); // py: nn.NLLLoss()
    new MSELoss(); // py: nn.MSELoss()
    new MSELoss(o -> o.reduction(Reduction.SUM)); // py: nn.MSELoss(reduction="sum")
    new L1Loss(); // py: nn.L1Loss()
  }

  /** torch.nn.init */
  static void init() {
    // given: w = torch.empty(6, 6)
    Tensor w = Torch.empty(6, 6);
    Init.uniform_(w, -1, 1); // py: nn.init.uniform_(w, -1, 1)
    Init.normal_(w, 0, 0.02); // py: nn.init.normal_(w, 0, 0.02)
    Init.constant_(w, 0.5); // py: nn.init.constant_(w, 0.5)
    Init.zeros_(w); // py: nn.init.zeros_(w)
    Init.ones_(w); // py: nn.init.ones_(w)
    Init.eye_(w); // py: nn.init.eye_(w)
    Init.xavierUniform_(w); // py: nn.init.xavier_uniform_(w)
    Init.xavierNormal_(w); // py: nn.init.xavier_normal_(w)
    Init.kaimingUniform_(w); // py: nn.init.kaiming_uniform_(w)
    Init.kaimingNormal_(w, o -> o.mode(FanMode.FAN_OUT).nonlinearity(Nonlinearity.RELU)); // py: nn.init.kaiming_normal_(w, mode="fan_out", nonlinearity="relu")
    Init.truncNormal_(w, o -> o.std(0.02)); // py: nn.init.trunc_normal_(w, std=0.02)
    Init.orthogonal_(w); // py: nn.init.orthogonal_(w)
    Init.sparse_(w, 0.1); // py: nn.init.sparse_(w, 0.1)
    Init.calculateGain(Nonlinearity.RELU); // py: nn.init.calculate_gain("relu")
  }

  /** torch.nn.utils */
  static void utils() {
    // given: conv = nn.Conv2d(3, 4, 3).eval(); bn = nn.BatchNorm2d(4).eval(); fc = nn.Linear(2, 4).eval(); bn1 = nn.BatchNorm1d(4).eval()
    var conv = new Conv2d(3, 4, 3);
    var bn = new BatchNorm2d(4);
    Linear fc = new Linear(2, 4).eval();
    var bn1 = new BatchNorm1d(4);
    for (Layer layer : List.of(conv, bn, bn1)) layer.eval();
    Fusion.fuseConvBnEval(conv, bn); // py: nn.utils.fusion.fuse_conv_bn_eval(conv, bn)
    Fusion.fuseLinearBnEval(fc, bn1); // py: nn.utils.fusion.fuse_linear_bn_eval(fc, bn1)
  }
}
