package dev.jtorch.examples.migration;

import dev.jtorch.Cuda;
import dev.jtorch.DType;
import dev.jtorch.Device;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.data.BatchSampler;
import dev.jtorch.data.ConcatDataset;
import dev.jtorch.data.DataLoader;
import dev.jtorch.data.Datasets;
import dev.jtorch.data.Example;
import dev.jtorch.data.RandomSampler;
import dev.jtorch.data.SequentialSampler;
import dev.jtorch.data.Subset;
import dev.jtorch.data.TensorDataset;
import dev.jtorch.data.TensorsDataset;
import dev.jtorch.data.WeightedRandomSampler;
import dev.jtorch.io.Npy;
import dev.jtorch.io.Npz;
import dev.jtorch.io.SafeTensors;
import dev.jtorch.jit.Jit;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.saving.WholeModel;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.norm.BatchNorm2d;
import dev.jtorch.optim.Adam;
import dev.jtorch.optim.AdamW;
import dev.jtorch.optim.SGD;
import dev.jtorch.optim.scheduler.CosineAnnealingLR;
import dev.jtorch.optim.scheduler.ExponentialLR;
import dev.jtorch.optim.scheduler.LinearLR;
import dev.jtorch.optim.scheduler.MultiStepLR;
import dev.jtorch.optim.scheduler.StepLR;
import dev.jtorch.summary.ColumnSettings;
import dev.jtorch.summary.Summary;
import dev.jtorch.summary.TorchSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Optimizers, data, files, devices and summaries; the argument is a TorchScript archive. */
public class Training {
  public static void main(String[] args) throws Exception {
    optimizers();
    schedulers();
    data();
    loop();
    files(Files.createTempDirectory("migration"));
    devices();
    summaries();
    script(args[0]);
  }

  /** torch.optim */
  static void optimizers() {
    // given: net = nn.Sequential(nn.Linear(2, 3), nn.Linear(3, 1)); backbone = net[0]; head = net[1]
    Sequential net = new Sequential(new Linear(2, 3), new Linear(3, 1));
    Layer backbone = net.get(0);
    Layer head = net.get(1);
    var sgd = new SGD(net.parameters(), 0.1); // py: sgd = torch.optim.SGD(net.parameters(), lr=0.1)
    new SGD(net.parameters(), 0.1, o -> o.momentum(0.9).weightDecay(1e-4)); // py: torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9, weight_decay=1e-4)
    new SGD(net.parameters(), 0.1, o -> o.momentum(0.9).nesterov(true)); // py: torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9, nesterov=True)
    new SGD(net.namedParameters(), 0.1); // py: torch.optim.SGD(net.named_parameters(), lr=0.1)
    new Adam(net.parameters()); // py: torch.optim.Adam(net.parameters())
    new Adam(net.parameters(), 1e-3); // py: torch.optim.Adam(net.parameters(), 1e-3)
    new Adam(net.parameters(), o -> o.betas(0.5, 0.999)); // py: torch.optim.Adam(net.parameters(), betas=(0.5, 0.999))
    new Adam(net.parameters(), o -> o.amsgrad(true)); // py: torch.optim.Adam(net.parameters(), amsgrad=True)
    new AdamW(net.parameters(), 1e-3, o -> o.weightDecay(0.05)); // py: torch.optim.AdamW(net.parameters(), 1e-3, weight_decay=0.05)
    var groups = List.of(SGD.group(backbone.parameters()), SGD.group(head.parameters(), o -> o.lr(0.01))); // py: groups = [{"params": backbone.parameters()}, {"params": head.parameters(), "lr": 0.01}]
    new SGD(groups, o -> o.lr(0.001)); // py: torch.optim.SGD(groups, lr=0.001)
    sgd.zeroGrad(); // py: sgd.zero_grad()
    sgd.zeroGrad(false); // py: sgd.zero_grad(set_to_none=False)
    sgd.step(); // py: sgd.step()
    sgd.paramGroups().get(0).options().lr(); // py: sgd.param_groups[0]["lr"]
    sgd.addParamGroup(SGD.group(List.of(Torch.ones(1).requiresGrad_()))); // py: sgd.add_param_group({"params": [torch.ones(1, requires_grad=True)]})
    sgd.stateDict(); // py: sgd.state_dict()
    sgd.loadStateDict(sgd.stateDict()); // py: sgd.load_state_dict(sgd.state_dict())
  }

  /** torch.optim.lr_scheduler */
  static void schedulers() {
    // given: opt = torch.optim.SGD(nn.Linear(2, 3).parameters(), lr=0.1)
    var opt = new SGD(new Linear(2, 3).parameters(), 0.1);
    opt.step();
    var scheduler = new StepLR(opt, 7, 0.1); // py: scheduler = torch.optim.lr_scheduler.StepLR(opt, 7, 0.1)
    new MultiStepLR(opt, List.of(30, 80), 0.1); // py: torch.optim.lr_scheduler.MultiStepLR(opt, [30, 80], 0.1)
    new ExponentialLR(opt, 0.9); // py: torch.optim.lr_scheduler.ExponentialLR(opt, 0.9)
    new CosineAnnealingLR(opt, 50); // py: torch.optim.lr_scheduler.CosineAnnealingLR(opt, 50)
    new LinearLR(opt); // py: torch.optim.lr_scheduler.LinearLR(opt)
    scheduler.step(); // py: scheduler.step()
    scheduler.lastLr(); // py: scheduler.get_last_lr()
    scheduler.lastEpoch(); // py: scheduler.last_epoch
    scheduler.stateDict(); // py: scheduler.state_dict()
    scheduler.loadStateDict(scheduler.stateDict()); // py: scheduler.load_state_dict(scheduler.state_dict())
  }

  /** torch.utils.data */
  static void data() {
    // given: x = torch.randn(10, 2); y = torch.arange(10); SequentialSampler = torch.utils.data.SequentialSampler
    Tensor x = Torch.randn(10, 2);
    Tensor y = Torch.arange(10);
    var dataset = new TensorDataset(x, y); // py: dataset = torch.utils.data.TensorDataset(x, y)
    new TensorsDataset(x, y, y); // py: torch.utils.data.TensorDataset(x, y, y)
    dataset.size(); // py: len(dataset)
    dataset.get(3); // py: dataset[3]
    dataset.get(3).input(); // py: dataset[3][0]
    new Subset<>(dataset, 0, 2, 4); // py: torch.utils.data.Subset(dataset, [0, 2, 4])
    new ConcatDataset<>(List.of(dataset, dataset)); // py: torch.utils.data.ConcatDataset([dataset, dataset])
    Datasets.randomSplit(dataset, 8, 2); // py: torch.utils.data.random_split(dataset, [8, 2])
    Datasets.randomSplit(dataset, 0.8, 0.2); // py: torch.utils.data.random_split(dataset, [0.8, 0.2])
    var loader = new DataLoader<>(dataset, o -> o.batchSize(4).shuffle(true)); // py: loader = torch.utils.data.DataLoader(dataset, batch_size=4, shuffle=True)
    new DataLoader<>(dataset, o -> o.batchSize(4).workers(2)); // py: torch.utils.data.DataLoader(dataset, batch_size=4, num_workers=2)
    new DataLoader<>(dataset, o -> o.batchSize(4).dropLast(true)); // py: torch.utils.data.DataLoader(dataset, batch_size=4, drop_last=True)
    loader.size(); // py: len(loader)
    loader.dataset(); // py: loader.dataset
    for (var batch : loader.indexed()) batch.value(); // py: for i, batch in enumerate(loader): batch
    loader.iterator().next(); // py: next(iter(loader))
    new RandomSampler(10); // py: torch.utils.data.RandomSampler(range(10))
    new SequentialSampler(10); // py: torch.utils.data.SequentialSampler(range(10))
    new WeightedRandomSampler(new double[] {0.1, 0.9}, 5); // py: torch.utils.data.WeightedRandomSampler([0.1, 0.9], 5)
    new BatchSampler(new SequentialSampler(10), 3, false); // py: torch.utils.data.BatchSampler(SequentialSampler(range(10)), 3, False)
  }

  /** A training loop */
  static void loop() {
    // given: net = nn.Linear(2, 3); opt = torch.optim.SGD(net.parameters(), lr=0.1); total = 0.0; loader = [(torch.randn(4, 2), torch.tensor([0, 1, 2, 0]))]
    var net = new Linear(2, 3);
    var opt = new SGD(net.parameters(), 0.1);
    double total = 0;
    var loader = new DataLoader<>(new TensorDataset(Torch.randn(8, 2), Torch.randint(0, 3, 8)), o -> o.batchSize(4));
    net.train(); // py: net.train()
    for (Example batch : loader) // py: for x, y in loader:
      try (var step = Scope.open()) {
        opt.zeroGrad(); // py:     opt.zero_grad()
        Tensor loss = F.crossEntropy(net.call(batch.input()), batch.target()); // py:     loss = F.cross_entropy(net(x), y)
        loss.backward(); // py:     loss.backward()
        opt.step(); // py:     opt.step()
        total += loss.item(); // py:     total += loss.item()
      }
    System.out.println(total / loader.size());
  }

  /** torch.save and torch.load */
  static void files(Path folder) {
    // given: net = nn.Sequential(nn.Linear(2, 3), nn.ReLU()); x = torch.ones(2, 3); folder = tempfile.mkdtemp()
    Sequential net = new Sequential(new Linear(2, 3), new ReLU());
    Tensor x = Torch.ones(2, 3);
    Torch.save(net.stateDict(), folder + "/net.pt"); // py: torch.save(net.state_dict(), folder + "/net.pt")
    net.loadStateDict(Torch.load(folder + "/net.pt")); // py: net.load_state_dict(torch.load(folder + "/net.pt"))
    Torch.load(folder + "/net.pt", o -> o.mapLocation("cpu")); // py: torch.load(folder + "/net.pt", map_location="cpu")
    Torch.load(folder + "/net.pt", o -> o.mmap(true)); // py: torch.load(folder + "/net.pt", mmap=True)
    Torch.save(Map.of("epoch", 3, "model", net.stateDict()), folder + "/check.pt"); // py: torch.save({"epoch": 3, "model": net.state_dict()}, folder + "/check.pt")
    var check = Torch.load(folder + "/check.pt"); // py: check = torch.load(folder + "/check.pt")
    check.longValue("epoch"); // py: check["epoch"]
    net.loadStateDict(check.stateDict("model")); // py: net.load_state_dict(check["model"])
    Torch.save(x, folder + "/x.pt"); // py: torch.save(x, folder + "/x.pt")
    WholeModel.save(net, Path.of(folder + "/whole.pt")); // py: torch.save(net, folder + "/whole.pt")
    WholeModel.load(Path.of(folder + "/whole.pt"), Sequential.class); // py: torch.load(folder + "/whole.pt", weights_only=False)
    SafeTensors.save(net.stateDict(), folder + "/net.safetensors"); // py: save_file(net.state_dict(), folder + "/net.safetensors")
    SafeTensors.load(folder + "/net.safetensors"); // py: load_file(folder + "/net.safetensors")
    Npy.save(x, folder + "/x.npy"); // py: np.save(folder + "/x.npy", x.numpy())
    Npy.load(folder + "/x.npy"); // py: torch.from_numpy(np.load(folder + "/x.npy"))
    Npz.save(Map.of("x", x), folder + "/x.npz"); // py: np.savez(folder + "/x.npz", x=x.numpy())
    Npz.load(folder + "/x.npz").get("x"); // py: torch.from_numpy(np.load(folder + "/x.npz")["x"])
  }

  /** torch.cuda and devices */
  static void devices() {
    // given: x = torch.ones(2); net = nn.Linear(2, 3)
    Tensor x = Torch.ones(2);
    Linear net = new Linear(2, 3);
    Cuda.isAvailable(); // py: torch.cuda.is_available()
    Cuda.deviceCount(); // py: torch.cuda.device_count()
    var device = Device.of(Cuda.isAvailable() ? "cuda" : "cpu"); // py: device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    x.to(device); // py: x.to(device)
    x.to(device, DType.FLOAT64); // py: x.to(device, torch.float64)
    net.to(device); // py: net.to(device)
    Torch.ones(new long[] {2}, o -> o.device(device)); // py: torch.ones(2, device=device)
    x.to(o -> o.device(device).nonBlocking(true)); // py: x.to(device, non_blocking=True)
    x.device(); // py: x.device
    x.cpu(); // py: x.cpu()
    if (Cuda.isAvailable()) { // py: if torch.cuda.is_available():
      x.cuda(); // py:     x.cuda()
      net.cuda(); // py:     net.cuda()
      Cuda.currentDevice(); // py:     torch.cuda.current_device()
      Cuda.setDevice(0); // py:     torch.cuda.set_device(0)
      Cuda.synchronize(); // py:     torch.cuda.synchronize()
      Cuda.emptyCache(); // py:     torch.cuda.empty_cache()
      Cuda.memoryAllocated(); // py:     torch.cuda.memory_allocated()
      Cuda.maxMemoryAllocated(); // py:     torch.cuda.max_memory_allocated()
      Cuda.manualSeedAll(1); // py:     torch.cuda.manual_seed_all(1)
    }
  }

  /** torchinfo and torchsummary */
  static void summaries() {
    // given: net = nn.Sequential(nn.Conv2d(3, 4, 3), nn.BatchNorm2d(4))
    Sequential net = new Sequential(new Conv2d(3, 4, 3), new BatchNorm2d(4));
    Summary.of(net); // py: torchinfo.summary(net)
    Summary.of(net, 1, 3, 8, 8); // py: torchinfo.summary(net, (1, 3, 8, 8))
    Summary.of(net, o -> o.depth(1).colNames(ColumnSettings.OUTPUT_SIZE), 1, 3, 8, 8); // py: torchinfo.summary(net, (1, 3, 8, 8), depth=1, col_names=["output_size"])
    Summary.of(net, 1, 3, 8, 8).totalParams(); // py: torchinfo.summary(net, (1, 3, 8, 8)).total_params
    TorchSummary.of(net, 3, 8, 8); // py: torchsummary.summary(net, (3, 8, 8))
  }

  /** torch.jit */
  static void script(String path) {
    // given: x = torch.ones(2); path = "net.pt"
    Tensor x = Torch.ones(2);
    var script = Jit.load(path); // py: script = torch.jit.load(path)
    script.call(x); // py: script(x)
    script.stateDict(); // py: script.state_dict()
  }
}
