package dev.jtorch.examples.migration;

import static dev.jtorch.Index.ALL;
import static dev.jtorch.Index.ELLIPSIS;
import static dev.jtorch.Index.NEWAXIS;
import static dev.jtorch.Index.slice;

import dev.jtorch.DType;
import dev.jtorch.Device;
import dev.jtorch.MemoryFormat;
import dev.jtorch.RoundingMode;
import dev.jtorch.ScatterReduction;
import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import java.util.List;

/** Making, indexing and reshaping tensors. */
public class Tensors {
  public static void main(String[] args) {
    creation();
    attributes();
    conversion();
    indexing();
    shape();
    joining();
    selection();
    inPlace();
  }

  /** torch: creation */
  static void creation() {
    // given: x = torch.randn(2, 3)
    Tensor x = Torch.randn(2, 3);
    Torch.tensor(List.of(1, 2, 3)); // py: torch.tensor([1, 2, 3])
    Torch.tensor(List.of(List.of(1.0, 2.0), List.of(3.0, 4.0))); // py: torch.tensor([[1.0, 2.0], [3.0, 4.0]])
    Torch.tensor(new float[][] {{1, 2}, {3, 4}}); // py: torch.tensor(np.array([[1, 2], [3, 4]], dtype=np.float32))
    Torch.tensor(3.5); // py: torch.tensor(3.5)
    Torch.tensor(List.of(1, 2), o -> o.dtype(DType.FLOAT64)); // py: torch.tensor([1, 2], dtype=torch.float64)
    Torch.zeros(2, 3); // py: torch.zeros(2, 3)
    Torch.zeros(x.shape()); // py: torch.zeros(x.shape)
    Torch.zeros(DType.INT64, 2, 3); // py: torch.zeros(2, 3, dtype=torch.int64)
    Torch.zeros(Size.of(2, 3), o -> o.device(Device.of("cpu")).requiresGrad(true)); // py: torch.zeros(2, 3, device="cpu", requires_grad=True)
    Torch.ones(2, 3); // py: torch.ones(2, 3)
    Torch.empty(2, 3); // py: torch.empty(2, 3)
    Torch.full(Size.of(2, 3), 7); // py: torch.full((2, 3), 7)
    Torch.zerosLike(x); // py: torch.zeros_like(x)
    Torch.onesLike(x); // py: torch.ones_like(x)
    Torch.emptyLike(x); // py: torch.empty_like(x)
    Torch.fullLike(x, 7); // py: torch.full_like(x, 7)
    Torch.arange(5); // py: torch.arange(5)
    Torch.arange(1, 5); // py: torch.arange(1, 5)
    Torch.arange(0, 1, 0.25); // py: torch.arange(0, 1, 0.25)
    Torch.linspace(0, 1, 5); // py: torch.linspace(0, 1, 5)
    Torch.logspace(0, 2, 3); // py: torch.logspace(0, 2, 3)
    Torch.eye(3); // py: torch.eye(3)
    Torch.eye(2, 3); // py: torch.eye(2, 3)
    Torch.emptyStrided(new long[] {2, 3}, new long[] {1, 2}); // py: torch.empty_strided((2, 3), (1, 2))
    Torch.trilIndices(3, 3, 0); // py: torch.tril_indices(3, 3)
    Torch.triuIndices(3, 3, 0); // py: torch.triu_indices(3, 3)
    Torch.polar(Torch.ones(2), Torch.zeros(2)); // py: torch.polar(torch.ones(2), torch.zeros(2))
    x.newZeros(2, 3); // py: x.new_zeros(2, 3)
    x.newOnes(2, 3); // py: x.new_ones(2, 3)
    x.newEmpty(2, 3); // py: x.new_empty(2, 3)
    x.newFull(Size.of(2, 3), 7); // py: x.new_full((2, 3), 7)
    x.newTensor(1, 2, 3); // py: x.new_tensor([1, 2, 3])
  }

  /** torch.Tensor: attributes */
  static void attributes() {
    // given: x = torch.randn(2, 3); y = torch.randn(2, 3); s = torch.tensor(3.5)
    Tensor x = Torch.randn(2, 3);
    Tensor y = Torch.randn(2, 3);
    Tensor s = Torch.tensor(3.5);
    x.shape(); // py: x.shape
    x.size(); // py: x.size()
    x.size(0); // py: x.size(0)
    x.shape().get(0); // py: x.shape[0]
    x.shape().equals(y.shape()); // py: x.shape == y.shape
    x.dim(); // py: x.dim()
    x.ndim(); // py: x.ndim
    x.numel(); // py: x.numel()
    x.size(0); // py: len(x)
    x.dtype(); // py: x.dtype
    x.device(); // py: x.device
    x.isCuda(); // py: x.is_cuda
    x.stride(); // py: x.stride()
    x.storageOffset(); // py: x.storage_offset()
    x.elementSize(); // py: x.element_size()
    x.nbytes(); // py: x.nbytes
    x.dataPtr(); // py: x.data_ptr()
    x.isContiguous(); // py: x.is_contiguous()
    x.isFloatingPoint(); // py: x.is_floating_point()
    x.isComplex(); // py: x.is_complex()
    s.item(); // py: s.item()
    s.toLong().itemLong(); // py: s.long().item()
    s.gt(0).itemBool(); // py: bool(s > 0)
    x.isSameAs(y); // py: x is y
    for (Tensor row : x) row.sum(); // py: for row in x: row.sum()
    System.out.print(s + "\n"); // py: print(s)
  }

  /** torch.Tensor: conversion */
  static void conversion() {
    // given: x = torch.randn(2, 3, 4, 4); y = torch.ones(2); m = torch.tensor([True, False])
    Tensor x = Torch.randn(2, 3, 4, 4);
    Tensor y = Torch.ones(2);
    Tensor m = Torch.tensor(new boolean[] {true, false});
    y.toFloat(); // py: y.float()
    y.toDouble(); // py: y.double()
    y.half(); // py: y.half()
    y.bfloat16(); // py: y.bfloat16()
    y.toLong(); // py: y.long()
    y.toInt(); // py: y.int()
    y.toShort(); // py: y.short()
    y.toByte(); // py: y.byte()
    y.toChar(); // py: y.char()
    y.toBool(); // py: y.bool()
    y.to(DType.FLOAT64); // py: y.to(torch.float64)
    y.to("cpu"); // py: y.to("cpu")
    y.to(m); // py: y.to(m)
    y.type(DType.FLOAT64); // py: y.type(torch.float64)
    y.typeAs(m); // py: y.type_as(m)
    y.cpu(); // py: y.cpu()
    y.toFloatArray(); // py: y.numpy()
    y.toDoubleArray(); // py: y.double().numpy()
    m.toBooleanArray(); // py: m.numpy()
    y.tolist(); // py: y.tolist()
    x.contiguous(); // py: x.contiguous()
    x.contiguous(MemoryFormat.CHANNELS_LAST); // py: x.contiguous(memory_format=torch.channels_last)
    x.clone(); // py: x.clone()
    x.detach(); // py: x.detach()
    x.detach().clone(); // py: x.detach().clone()
    x.data(); // py: x.data
  }

  /** Indexing */
  static void indexing() {
    // given: x = torch.arange(24.).view(2, 3, 4); i = torch.tensor([0, 2]); m = torch.tensor([True, False, True])
    Tensor x = Torch.arange(24.0).view(2, 3, 4);
    Tensor i = Torch.tensor(new long[] {0, 2});
    Tensor m = Torch.tensor(new boolean[] {true, false, true});
    x.get(0); // py: x[0]
    x.get(-1); // py: x[-1]
    x.get(0, 1); // py: x[0, 1]
    x.get(0, 1, 2).item(); // py: x[0, 1, 2].item()
    x.get(0, slice(1, 3)); // py: x[0, 1:3]
    x.get(slice(null, 1)); // py: x[:1]
    x.get(slice(1, null)); // py: x[1:]
    x.get(ALL, 0); // py: x[:, 0]
    x.get(ALL, slice(0, 3, 2)); // py: x[:, 0:3:2]
    x.get(ELLIPSIS, 0); // py: x[..., 0]
    x.get(NEWAXIS); // py: x[None]
    x.get(0, i); // py: x[0, i]
    x.get(ALL, m); // py: x[:, m]
    x.get(x.gt(5)); // py: x[x > 5]
    x.get("0, 1:3, ::2"); // py: x[0, 1:3, ::2]
    x.get("0, {}", i); // py: x[0, [0, 2]]
    x.at(0).set(7); // py: x[0] = 7
    x.at(0, slice(1, 3)).set(Torch.zeros(2, 4)); // py: x[0, 1:3] = torch.zeros(2, 4)
    x.at(ELLIPSIS, 0).add_(1); // py: x[..., 0] += 1
    x.at(ALL, m).mul_(2); // py: x[:, m] *= 2
    x.at(x.lt(0)).set(0); // py: x[x < 0] = 0
    x.at("0, :2").set(1); // py: x[0, :2] = 1
  }

  /** torch: shape */
  static void shape() {
    // given: x = torch.randn(2, 3, 4); m = torch.randn(2, 3); r = torch.randn(1, 3)
    Tensor x = Torch.randn(2, 3, 4);
    Tensor m = Torch.randn(2, 3);
    Tensor r = Torch.randn(1, 3);
    x.view(6, 4); // py: x.view(6, 4)
    x.view(-1, 4); // py: x.view(-1, 4)
    r.viewAs(r); // py: r.view_as(r)
    x.reshape(4, 6); // py: x.reshape(4, 6)
    Torch.reshape(x, 4, 6); // py: torch.reshape(x, (4, 6))
    x.flatten(); // py: x.flatten()
    x.flatten(1); // py: x.flatten(1)
    Torch.flatten(x, 1); // py: torch.flatten(x, 1)
    x.unflatten(2, 2, 2); // py: x.unflatten(2, (2, 2))
    x.ravel(); // py: x.ravel()
    x.permute(2, 0, 1); // py: x.permute(2, 0, 1)
    x.transpose(1, 2); // py: x.transpose(1, 2)
    m.t(); // py: m.t()
    m.T(); // py: m.T
    x.mT(); // py: x.mT
    m.H(); // py: m.H
    x.movedim(0, 2); // py: x.movedim(0, 2)
    x.swapaxes(0, 1); // py: x.swapaxes(0, 1)
    r.squeeze(); // py: r.squeeze()
    r.squeeze(0); // py: r.squeeze(0)
    x.unsqueeze(0); // py: x.unsqueeze(0)
    Torch.unsqueeze(x, 0); // py: torch.unsqueeze(x, 0)
    r.expand(4, 3); // py: r.expand(4, 3)
    r.expandAs(m); // py: r.expand_as(m)
    r.broadcastTo(4, 3); // py: r.broadcast_to((4, 3))
    r.repeat(2, 2); // py: r.repeat(2, 2)
    r.tile(2, 2); // py: r.tile((2, 2))
    r.repeatInterleave(2); // py: r.repeat_interleave(2)
    x.flip(0, 1); // py: x.flip(0, 1)
    x.roll(1, 0); // py: x.roll(1, 0)
    m.rot90(); // py: m.rot90()
    m.diagonal(); // py: m.diagonal()
    Torch.diag(m); // py: torch.diag(m)
    Torch.tril(m); // py: torch.tril(m)
    Torch.triu(m, 1); // py: torch.triu(m, 1)
    x.narrow(2, 1, 2); // py: x.narrow(2, 1, 2)
    x.select(0, 1); // py: x.select(0, 1)
    Torch.atleast2d(Torch.ones(3)); // py: torch.atleast_2d(torch.ones(3))
    Torch.viewAsComplex(Torch.randn(3, 2)); // py: torch.view_as_complex(torch.randn(3, 2))
  }

  /** torch: joining and splitting */
  static void joining() {
    // given: x = torch.randn(4, 3); y = torch.randn(4, 3)
    Tensor x = Torch.randn(4, 3);
    Tensor y = Torch.randn(4, 3);
    Torch.cat(x, y); // py: torch.cat([x, y])
    Torch.cat(List.of(x, y), 1); // py: torch.cat([x, y], dim=1)
    Torch.stack(x, y); // py: torch.stack([x, y])
    Torch.stack(List.of(x, y), 1); // py: torch.stack([x, y], dim=1)
    Torch.hstack(x, y); // py: torch.hstack([x, y])
    Torch.vstack(x, y); // py: torch.vstack([x, y])
    Torch.dstack(x, y); // py: torch.dstack([x, y])
    x.chunk(2); // py: x.chunk(2)
    x.chunk(3, 1).get(0); // py: x.chunk(3, dim=1)[0]
    x.split(2); // py: x.split(2)
    x.split(new long[] {1, 2}, 1); // py: x.split([1, 2], dim=1)
    x.tensorSplit(3); // py: x.tensor_split(3)
    x.unbind(0); // py: x.unbind(0)
    Torch.meshgrid(Torch.arange(2), Torch.arange(3)); // py: torch.meshgrid(torch.arange(2), torch.arange(3))
    Torch.cartesianProd(Torch.arange(2), Torch.arange(3)); // py: torch.cartesian_prod(torch.arange(2), torch.arange(3))
    Torch.broadcastTensors(x, y); // py: torch.broadcast_tensors(x, y)
    Torch.blockDiag(x, y); // py: torch.block_diag(x, y)
  }

  /** torch: selecting and scattering */
  static void selection() {
    // given: x = torch.randn(3, 4); y = torch.zeros(3, 4); i = torch.tensor([[0, 1], [1, 2], [2, 3]]); k = torch.tensor([0, 2])
    Tensor x = Torch.randn(3, 4);
    Tensor y = Torch.zeros(3, 4);
    Tensor i = Torch.tensor(new long[][] {{0, 1}, {1, 2}, {2, 3}});
    Tensor k = Torch.tensor(new long[] {0, 2});
    x.gather(1, i); // py: x.gather(1, i)
    Torch.gather(x, 1, i); // py: torch.gather(x, 1, i)
    y.scatter_(1, i, 1.0); // py: y.scatter_(1, i, 1.0)
    y.scatterAdd_(1, i, x); // py: y.scatter_add_(1, i, x)
    y.scatterReduce(1, i, x, ScatterReduction.AMAX); // py: y.scatter_reduce(1, i, x, "amax")
    x.indexSelect(0, k); // py: x.index_select(0, k)
    y.indexAdd_(0, k, x.get(slice(0, 2))); // py: y.index_add_(0, k, x[0:2])
    y.indexCopy_(0, k, x.get(slice(0, 2))); // py: y.index_copy_(0, k, x[0:2])
    y.indexFill_(0, k, 5); // py: y.index_fill_(0, k, 5)
    x.maskedSelect(x.gt(0)); // py: x.masked_select(x > 0)
    x.maskedFill(x.lt(0), 0); // py: x.masked_fill(x < 0, 0)
    x.take(k); // py: x.take(k)
    x.takeAlongDim(i, 1); // py: x.take_along_dim(i, 1)
    x.nonzero(); // py: x.nonzero()
    x.argwhere(); // py: x.argwhere()
    Torch.where(x.gt(0), x, y); // py: torch.where(x > 0, x, y)
    Torch.where(x.gt(0), x, 0.0); // py: torch.where(x > 0, x, 0.0)
    Torch.where(x.gt(0)); // py: torch.where(x > 0)
    Torch.searchsorted(Torch.arange(5.0), x); // py: torch.searchsorted(torch.arange(5.), x)
    Torch.bucketize(x, Torch.arange(5.0)); // py: torch.bucketize(x, torch.arange(5.))
  }

  /** torch.Tensor: in place */
  static void inPlace() {
    // given: x = torch.randn(3, 3); y = torch.randn(3, 3)
    Tensor x = Torch.randn(3, 3);
    Tensor y = Torch.randn(3, 3);
    x.add_(1); // py: x.add_(1)
    x.add_(y); // py: x += y
    x.sub_(y); // py: x -= y
    x.mul_(2); // py: x *= 2
    x.div_(2); // py: x /= 2
    x.add_(y, 0.5); // py: x.add_(y, alpha=0.5)
    x.clamp_(-1, 1); // py: x.clamp_(-1, 1)
    x.div_(2, RoundingMode.FLOOR); // py: x.div_(2, rounding_mode="floor")
    x.copy_(y); // py: x.copy_(y)
    x.fill_(3); // py: x.fill_(3)
    x.zero_(); // py: x.zero_()
    x.fillDiagonal_(1); // py: x.fill_diagonal_(1)
    x.maskedFill_(y.gt(0), 0); // py: x.masked_fill_(y > 0, 0)
    x.unsqueeze_(0); // py: x.unsqueeze_(0)
    x.squeeze_(); // py: x.squeeze_()
    x.transpose_(0, 1); // py: x.transpose_(0, 1)
    x.data(y.clone()); // py: x.data = y.clone()
  }
}
