"""What people do with hooks, as the books show it."""
import torch
from scenarios import scenario, text, trial
from torch import nn


@scenario
def conv_example(log):
    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.conv1 = nn.Conv2d(1, 2, 3)
            self.pool = nn.MaxPool2d(2, 2)

        def forward(self, x):
            return self.pool(self.conv1(x))

    net = Net()
    with torch.no_grad():
        net.conv1.weight[0].fill_(1)
        net.conv1.weight[1].fill_(2)
        net.conv1.bias.fill_(0)
    net.conv1.register_forward_hook(lambda m, i, o: log("feature map " + str(o.shape) + " " + text(o.flatten())
                                                        + " of " + str(i[0].shape) + " " + str(len(i))))
    net.conv1.register_full_backward_hook(lambda m, gi, go: log("gradients " + text(gi) + " " + str(go[0].shape)
                                                                + " " + text(go[0].flatten())))
    y = net(torch.ones(1, 1, 4, 4))
    log(str(y.shape) + " " + text(y.flatten()))
    y.sum().backward()
    double = net.conv1.register_forward_pre_hook(lambda m, i: i[0] * 2)
    log(text(net(torch.ones(1, 1, 4, 4)).flatten()))
    double.remove()
    net.conv1.register_forward_hook(lambda m, i, o: o * 0)
    log(text(net(torch.ones(1, 1, 4, 4)).flatten()))


@scenario
def grad_cam(log):
    conv, fc = nn.Conv2d(1, 2, 1, bias=False), nn.Linear(2, 2, bias=False)
    with torch.no_grad():
        conv.weight.copy_(torch.tensor([1.0, -1.0]).reshape(2, 1, 1, 1))
        fc.weight.copy_(torch.tensor([[2.0, 0.0], [0.0, 1.0]]))
    kept = {}
    conv.register_forward_hook(lambda m, i, o: kept.update(a=o.detach()))
    conv.register_full_backward_hook(lambda m, gi, go: kept.update(g=go[0]))
    x = torch.arange(1.0, 5.0).reshape(1, 1, 2, 2)
    fc(conv(x).mean((2, 3)))[0, 0].backward()
    weights = kept["g"].mean((2, 3), keepdim=True)
    cam = torch.relu((weights * kept["a"]).sum(1))
    log(text(weights.flatten()) + " " + text(cam.flatten()))
    low, high = cam.min(), cam.max()
    log(text(((cam - low) / (high - low) * 3).flatten().round()))


@scenario
def fill_row_of_leaf(log):
    conv = nn.Conv2d(1, 2, 3)
    trial(log, lambda: conv.weight[0].fill_(1))
    conv.weight[0].detach().fill_(1)
    with torch.no_grad():
        conv.weight[1].fill_(2)
    log(text(conv.weight.sum((1, 2, 3))))
