"""Trains the recurrent network of src/text/repair/line-network.ts. Run by train.ts, never by hand:

    python3 fit_line.py <folder>

It needs PyTorch 1.13 or later (BSD; Debian: python3-torch, with libopenblas0-pthread, or it is thirty times slower).
The folder holds what train.ts wrote: line.json (sizes and settings), vectors.f32 (a vector for each word that differs
from others), words.i32 (the running text, as numbers of vectors), and for each epoch lines-<n>.i32 (first word, length,
words before and behind it in its paragraph) with orders-<n>.i8 (orders of each line, the right one first, -1 where none
is). The result is line.f32: the parts of the network one after the other, as line-network.ts lists them.

The loss is the negative log-likelihood of the right order among those of its line, as in scrambles.ts.
"""

import json
import os
import sys
import time

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
import torch
from torch import nn
from torch.nn import functional

BATCH = 32
SILENT = 0.2
# Chance that a side of a line does not know what stands there: as in a first look, when no neighbour is read yet.
UNSEEN = 0.4

torch.set_num_threads(1)
torch.manual_seed(1)


class LineNetwork(nn.Module):
    """Goes over a line from both sides (GRU); a junction is judged by what each side has seen on its way there."""

    def __init__(self, vectors, units, context):
        super().__init__()
        width = vectors.shape[1]
        self.vectors = vectors
        self.units = units
        self.context = context
        self.edge = nn.Parameter(torch.randn(width) * 0.3)
        self.unseen = nn.Parameter(torch.randn(width) * 0.3)
        self.inputs = nn.Parameter(torch.randn(width, 6 * units) / width**0.5)
        self.input_bias = nn.Parameter(torch.zeros(6 * units))
        self.states = nn.Parameter(torch.randn(2, units, 3 * units) * 0.7 / units**0.5)
        self.state_bias = nn.Parameter(torch.zeros(2, 1, units))
        self.lift = nn.Parameter(torch.randn(2, units, units) / (2 * units) ** 0.5)
        self.lift_bias = nn.Parameter(torch.zeros(units))
        self.out = nn.Parameter(torch.randn(units) / units**0.5)

    def forward(self, rows, lengths):
        """Scores of orders. rows: line, order, place, with `context` places before and behind; lengths: of the lines."""
        lines, orders, places = rows.shape
        units = self.units
        unique, where = torch.unique(rows, return_inverse=True)
        known = unique[unique < len(self.vectors)]
        table = torch.cat([self.vectors[known], self.edge[None], self.unseen[None]])
        place_of = torch.where(unique < len(self.vectors), torch.arange(len(unique)), unique - len(self.vectors) + len(known))
        vectors = functional.dropout(table[place_of], SILENT, self.training)
        inputs = vectors @ self.inputs + self.input_bias
        forwards, backwards = (half.contiguous() for half in inputs.split(3 * units, 1))
        where = where.view(lines * orders, places)
        state = torch.zeros(2, lines * orders, units)
        states = []
        for place in range(places):
            into = torch.stack(
                [
                    functional.embedding(where[:, place], forwards),
                    functional.embedding(where[:, places - 1 - place], backwards),
                ]
            )
            within = torch.bmm(state, self.states)
            gates = torch.sigmoid(into[..., : 2 * units] + within[..., : 2 * units])
            reset, update = gates.split(units, -1)
            new = torch.tanh(into[..., 2 * units :] + reset * (within[..., 2 * units :] + self.state_bias))
            state = new + update * (state - new)
            states.append(state)
        left = torch.stack([both[0] for both in states[:-1]], 1)
        right = torch.stack([both[1] for both in states[-2::-1]], 1)
        left, right = (functional.dropout(side, SILENT, self.training) for side in (left, right))
        layer = torch.relu(left @ self.lift[0] + right @ self.lift[1] + self.lift_bias)
        scores = (layer @ self.out).view(lines, orders, places - 1)
        place = torch.arange(places - 1)[None]
        counted = (place >= self.context - 1) & (place < self.context + lengths[:, None])
        return (scores * counted[:, None]).sum(-1)

    def parts(self):
        return [
            self.inputs,
            self.input_bias,
            self.states,
            self.state_bias,
            self.lift,
            self.lift_bias,
            self.out,
            self.edge,
            self.unseen,
        ]


def batches(folder, epoch, words, edge, random, context, longest):
    """The lines of an epoch, in batches: rows of vectors, lengths of the lines, which orders there are."""
    lines = np.fromfile(f"{folder}/lines-{epoch}.i32", dtype=np.int32).reshape(-1, 4)
    orders = np.fromfile(f"{folder}/orders-{epoch}.i8", dtype=np.int8)
    orders = orders.reshape(len(lines), -1, longest)
    for start in range(0, len(lines), BATCH):
        some, their = lines[start : start + BATCH], orders[start : start + BATCH].astype(np.int64)
        first, length, before, behind = (some[:, at].astype(np.int64) for at in range(4))
        rows = np.full((len(some), their.shape[1], longest + 2 * context), edge, dtype=np.int64)
        found = their >= 0
        within = words[first[:, None, None] + np.maximum(their, 0)]
        rows[:, :, context : context + longest] = np.where(found, within, edge)
        for line in range(len(some)):
            end = context + length[line]
            for side in range(context):
                if side < before[line]:
                    rows[line, :, context - 1 - side] = words[first[line] - 1 - side]
                if side < behind[line]:
                    rows[line, :, end + side] = words[first[line] + length[line] + side]
            if random.random() < UNSEEN:
                rows[line, :, :context] = edge + 1
            if random.random() < UNSEEN:
                rows[line, :, end : end + context] = edge + 1
        yield torch.from_numpy(rows), torch.from_numpy(length), torch.from_numpy(found[:, :, 0])


def main(folder):
    with open(f"{folder}/line.json", encoding="utf8") as file:
        settings = json.load(file)
    vectors = np.fromfile(f"{folder}/vectors.f32", dtype=np.float32).reshape(-1, settings["width"])
    words = np.fromfile(f"{folder}/words.i32", dtype=np.int32).astype(np.int64)
    network = LineNetwork(torch.from_numpy(vectors), settings["units"], settings["context"])
    optimiser = torch.optim.Adam(network.parameters(), lr=settings["rates"][0])
    random = np.random.default_rng(1)
    for epoch, rate in enumerate(settings["rates"]):
        began = time.time()
        for group in optimiser.param_groups:
            group["lr"] = rate
        total = count = 0
        parts = (settings["context"], settings["longest"])
        for rows, lengths, found in batches(folder, epoch, words, len(vectors), random, *parts):
            scores = network(rows, lengths).masked_fill(~found, -1e9)
            loss = (torch.logsumexp(scores, 1) - scores[:, 0]).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            total += loss.item() * len(rows)
            count += len(rows)
        print(f"line network, epoch {epoch}: {count} lines, loss {total / count:.4f}, {time.time() - began:.0f} s", flush=True)
        with torch.no_grad():
            flat = torch.cat([part.reshape(-1) for part in network.parts()])
        flat.numpy().astype("<f4").tofile(f"{folder}/line.f32")


main(sys.argv[1])
