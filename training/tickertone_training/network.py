"""The student: the network that the engine runs (src/model/network.rs computes the same)."""

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .additive import AdditiveHead

SHAPES, CHANGES = 3, 6
NEAR = (2, 5, 10)  # distances at which a token counts as farther from the target
TARGET = 1  # the relation of a piece of the target itself
RELATIONS = 2 + 2 * (len(NEAR) + 1) * 4  # no target; the target; before or after it, how far, what lies between
LEVELS = 15  # embeddings are whole numbers from -15 to 15 times a scale a row


class RoundRows(torch.autograd.Function):
    """Rounds each row to whole numbers times a scale of its own; gradients pass as if it had not."""

    @staticmethod
    def forward(ctx, weight: Tensor, levels: int) -> Tensor:
        scale = weight.abs().amax(-1, keepdim=True).clamp_min(1e-8) / levels
        return (weight / scale).round() * scale

    @staticmethod
    def backward(ctx, gradient: Tensor):
        return gradient, None


class Linear(nn.Linear):
    """A linear layer whose weights are int8 with a scale a row."""

    quantised = False

    def forward(self, x: Tensor) -> Tensor:
        weight = RoundRows.apply(self.weight, 127) if self.quantised else self.weight
        return F.linear(x, weight, self.bias)


class Norm(nn.Module):
    """Root-mean-square norm (Zhang and Sennrich, 2019)."""

    def __init__(self, width: int):
        super().__init__()
        self.gain = nn.Parameter(torch.ones(width))

    def forward(self, x: Tensor) -> Tensor:
        return x * torch.rsqrt(x.square().mean(-1, keepdim=True) + 1e-5) * self.gain


class Block(nn.Module):
    """Norm, depthwise convolution and the sentence's mean, gated linear unit (ReGLU: Shazeer, 2020), residual."""

    def __init__(self, width: int, kernel: int, dilation: int):
        super().__init__()
        self.kernel, self.dilation = kernel, dilation
        self.norm = Norm(width)
        self.taps = nn.Parameter(torch.randn(width, kernel) * 0.1)
        with torch.no_grad():
            self.taps[:, kernel // 2] += 1.0
        self.mean = Linear(width, width)
        self.up = Linear(width, 2 * width)
        self.down = Linear(width, width)
        nn.init.zeros_(self.mean.weight)
        nn.init.zeros_(self.mean.bias)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        n = self.norm(x) * mask[..., None]
        reach = self.dilation * (self.kernel // 2)
        # As a sum of shifted rows: the gradient of a grouped conv1d takes a quarter of a step.
        padded = F.pad(n, (0, 0, reach, reach))
        c = sum(padded[:, k * self.dilation :][:, : x.shape[1]] * self.taps[:, k] for k in range(self.kernel))
        mean = n.sum(1) / mask.sum(1, keepdim=True).clamp_min(1)
        c = c + self.mean(mean)[:, None]
        value, gate = self.up(c).chunk(2, -1)
        return x + self.down(value * F.relu(gate))


class Network(nn.Module):
    def __init__(self, pieces: int, width: int = 64, dilations: tuple[int, ...] = (1, 2, 4, 1), kernel: int = 5, dropout: float = 0.1):
        super().__init__()
        self.config = dict(pieces=pieces, width=width, dilations=tuple(dilations), kernel=kernel)
        self.dropout = dropout
        self.pieces = nn.Parameter(torch.randn(pieces, width) * 0.5)
        self.shapes = nn.Parameter(torch.zeros(SHAPES, width))
        self.changes = nn.Parameter(torch.randn(CHANGES, width) * 0.2)
        self.relations = nn.Parameter(torch.randn(RELATIONS, width) * 0.1)
        with torch.no_grad():
            self.changes[0] = 0
            self.relations[0] = 0
        self.blocks = nn.ModuleList(Block(width, kernel, d) for d in dilations)
        self.norm = Norm(width)
        # From the mean of the target's pieces to what every piece is told of it, and to what the attention looks for.
        self.aim, self.seek = Linear(width, width), Linear(width, width)
        for p in (*self.aim.parameters(), *self.seek.parameters()):
            nn.init.zeros_(p)
        self.head = AdditiveHead(width)

    def quantise(self) -> None:
        """From now on compute with rounded weights, as the engine will."""
        for m in self.modules():
            if isinstance(m, Linear):
                m.quantised = True
        self.quantised = True

    quantised = False

    def forward(self, ids: Tensor, shapes: Tensor, changes: Tensor, mask: Tensor, row: Tensor, relation: Tensor):
        """Sentences [batch, pieces], and for each judgement which sentence it is of and how each piece stands to its target."""
        table = RoundRows.apply(self.pieces, LEVELS) if self.quantised else self.pieces
        x = F.embedding(ids, table)
        if self.training and self.dropout:
            x = x * (torch.rand(x.shape[:2], device=x.device) >= self.dropout)[..., None]
        x = x + self.shapes[shapes] + self.changes[changes]
        for block in self.blocks[:-1]:
            x = block(x, mask)
        x, mask = x[row], mask[row]
        on = (relation == TARGET)[..., None]
        target = (x * on).sum(1) / on.sum(1).clamp_min(1)
        x = x + self.relations[relation] + self.aim(target)[:, None]
        x = self.norm(self.blocks[-1](x, mask))
        if self.training and self.dropout:
            x = F.dropout(x, self.dropout)
        return self.head(x, mask, (x @ self.seek(target)[..., None]).squeeze(-1))
