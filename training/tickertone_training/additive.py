"""The additive head and its losses, shared by teacher and student.

Every token has a polarity p in [-1, 1] and an attention a, a softmax over the tokens and a null slot; the score is the sum
of a * p, so that a token's contribution is exact. Additive pooling with signed instances: Javed et al., "Additive MIL",
NeurIPS 2022. The class is neutral where |s| < .1. The classes' odds are those of `logits`, which part neutral from the rest
sharply and never grow without bound; the report's are of the same form, fitted afterwards (articles.py).
"""

import torch
from torch import Tensor, nn
from torch.nn import functional as F

THRESHOLD = 0.1  # |score| below it is neutral
SOFTENED = 0.15  # how far from 0 the odds still grow as the score does


class AdditiveHead(nn.Module):
    def __init__(self, width: int):
        super().__init__()
        self.polarity = nn.Linear(width, 1)
        self.attention = nn.Linear(width, 1)
        self.null = nn.Parameter(torch.zeros(1))
        self.sharpness = nn.Parameter(torch.tensor(5.0))

    def forward(self, hidden: Tensor, mask: Tensor, sought: Tensor | float = 0.0) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Score [batch]; for every token its contribution, attention before the softmax less the null slot's, polarity.

        `sought` is added to the attention before the softmax.
        """
        p = torch.tanh(self.polarity(hidden).squeeze(-1))
        e = self.attention(hidden).squeeze(-1) + sought
        e = e.masked_fill(~mask, -1e4)
        a = torch.softmax(torch.cat([self.null.to(e.dtype).expand(len(e), 1), e], 1).float(), 1)[:, 1:]
        c = a * p.float()
        return c.sum(1), c, e - self.null, p.float()

    def logits(self, score: Tensor) -> Tensor:
        k = F.softplus(self.sharpness) / (score.abs() + SOFTENED)
        return torch.stack([k * (-score - THRESHOLD), torch.zeros_like(score), k * (score - THRESHOLD)], -1)


def loss(head: AdditiveHead, out: tuple, batch: dict, cue_weight: float = 0.3, score_weight: float = 2.0) -> Tensor:
    """Cross-entropy of the classes, squared error of the score where one is known, attention and sign of the cues."""
    score, _, energy, polarity = out
    weight = batch["weight"]
    ce = -(batch["probabilities"] * F.log_softmax(head.logits(score), -1)).sum(-1)
    total = (ce * weight).sum() / weight.sum()
    # Sums over what is known, not picks of it: a GPU need not wait to learn how many those are.
    known = batch["score"].isfinite()
    squared = (score - batch["score"].nan_to_num()).square() * weight * known
    total = total + score_weight * squared.sum() / known.sum().clamp_min(1)
    looked = batch["cue_known"][:, None] & batch["mask"]
    cue = batch["cue"]
    # The mass of attention should lie on the cues (or on the null slot where there are none) ...
    hit = F.binary_cross_entropy_with_logits(energy.float(), cue.abs().float(), reduction="none") * looked
    # ... and every token of a cue should pull in the cue's direction.
    on = looked & (cue != 0)
    against = (1 - torch.sign(cue) * polarity) * on
    return total + cue_weight * (hit.sum() / looked.sum().clamp_min(1) + against.sum() / on.sum().clamp_min(1))
