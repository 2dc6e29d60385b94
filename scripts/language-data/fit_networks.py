"""Trains the networks of src/text/repair: network.ts (junctions) and line-network.ts (whole lines), on word vectors that
they share. Run by fit-networks.ts, never by hand, as many times side by side as there are networks of lines:

    python3 fit_networks.py <folder> <number of the network of lines>

It needs PyTorch 1.13 or later (BSD; Debian: python3-torch, with libopenblas0-pthread, or it is thirty times slower). An
OpenBLAS that is older than the processor takes it for a very old one: then OPENBLAS_CORETYPE=SkylakeX (or Haswell, without
AVX-512) makes the products five times as fast.
The folder holds what network-folder.ts wrote: settings.json (sizes, epochs), rows.i32 (for each kind of word its row in
every field, -1 for none), words.i32 (the running text, as numbers of kinds), start-<part>.f32 (where there is a part to
start from), and for each process and epoch lines-<n>-<n>.i32 (first word, length, words before and behind it in its
paragraph) with orders-<n>-<n>.i8 (orders of each line, the right one first, -1 where none is). The results are <part>.f32,
and for the fields of the words fields.i8 with scales.f32.

The loss is the negative log-likelihood of the right order among those of its line. Each process lets the words, the network
of junctions and one of lines learn together; behind each epoch the words and the network of junctions become the mean of
what all processes have made of them. In the last epochs the vectors are as they ship, rounded and at rest.
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
# The lines of so many batches are put in order by their lengths.
ALIKE = 64
# Chance that a number of a layer is silent. With 0.2, and 0.3 below, the network of lines put the right one of forty orders
# first in 71 % of unseen lines and in 73 % of those it had learnt from: it was held back where it did not overfit.
SILENT = 0.1
# Chance that a word goes without what is known of it alone, so that its grammar learns to speak.
FORGOTTEN = 0.1
# Chance that a side of a line does not know what stands there: as in a first look, when no neighbour is read yet.
UNSEEN = 0.4
# Chance that it knows the next words only: of a short neighbour with one beyond it that is not read yet.
PARTLY = 0.1
# A step of the numbers of a large field is such a part of their standard deviation: finer ones take space for nothing.
COARSE = 1 / 3
LARGE = 1000

torch.set_num_threads(1)


class Words(nn.Module):
    """A word is the sum of its rows in the fields; the first fields are those that words have of their own."""

    def __init__(self, rows, sizes, own, width):
        super().__init__()
        self.rows = rows + 1
        self.own = own
        self.fields = nn.ModuleList([nn.Embedding(size + 1, width, padding_idx=0, sparse=size > LARGE) for size in sizes])
        for field, table in enumerate(self.fields):
            nn.init.normal_(table.weight, 0, 1e-4 if field < own else 0.1)
            with torch.no_grad():
                table.weight[0] = 0

    def forward(self, kinds):
        total = 0
        for field, table in enumerate(self.fields):
            rows = self.rows[kinds, field]
            if self.training and field < self.own:
                rows = rows * (torch.rand(len(rows)) >= FORGOTTEN)
            total = total + table(rows)
        return total

    def round(self):
        """Rounds the numbers to what ships: signed bytes, and a scale for each field."""
        values, scales = [], []
        for table in self.fields:
            weight = table.weight.detach()[1:]
            scale = max(weight.abs().max().item(), 1e-6) / 127
            if len(weight) >= LARGE:
                scale = max(scale, weight.pow(2).mean().sqrt().item() * COARSE)
            rounded = (weight / scale).round()
            table.weight.data[1:] = rounded * scale
            table.weight.requires_grad = False
            values.append(rounded.to(torch.int8).reshape(-1))
            scales.append(scale)
        return torch.cat(values), scales


class Junctions(nn.Module):
    """Judges a junction by the four words around it; those inside a line see nothing beyond it."""

    names = ["projection", "bias", "out", "nothing"]

    def __init__(self, width, hidden, context):
        super().__init__()
        self.context = context
        self.hidden = hidden
        self.projection = nn.Parameter(torch.randn(width, 4 * hidden) * 0.15)
        self.bias = nn.Parameter(torch.full((hidden,), 0.1))
        self.out = nn.Parameter(torch.randn(hidden) * 0.3)
        self.nothing = nn.Parameter(torch.randn(width) * 0.3)

    def forward(self, vectors, where, lengths):
        """vectors: of the kinds; where: line, order, place, where a number behind the last kind is nothing."""
        context = self.context
        projected = torch.cat([vectors, self.nothing[None]]) @ self.projection
        parts = [part.contiguous() for part in projected.split(self.hidden, 1)]
        lines, _, places = where.shape
        place = torch.arange(places)[None, None]
        inside = (place >= context) & (place < context + lengths[:, None, None])
        line = torch.where(inside, where, torch.full_like(where, len(vectors)))
        first, last = context - 1, places - context
        scores = self.judge(parts, [line[:, :, first + at : last - 2 + at] for at in range(4)])
        counted = torch.arange(scores.shape[2])[None] < lengths[:, None] - 1
        scores = (scores * counted[:, None]).sum(-1)
        begin = self.judge(parts, [where[:, :, context - 2 + at] for at in range(4)])
        each = torch.arange(lines)
        end = self.judge(parts, [where[each, :, context + lengths - 2 + at] for at in range(4)])
        return scores + begin + end

    def judge(self, parts, words):
        layer = sum(functional.embedding(word, part) for word, part in zip(words, parts)) + self.bias
        return functional.dropout(torch.relu(layer), SILENT, self.training) @ self.out


class Lines(nn.Module):
    """Goes over a line from both sides (GRU); a junction is judged by what each side has seen on its way there."""

    names = ["inputs", "input_bias", "states", "state_bias", "lift", "lift_bias", "out", "edge", "unseen"]

    def __init__(self, width, units, context):
        super().__init__()
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

    def forward(self, vectors, where, lengths):
        """vectors: of the kinds; where: line, order, place; behind the last kind stand the edge and what is not seen."""
        units, context = self.units, self.context
        lines, orders, places = where.shape
        most = places - 2 * context
        table = functional.dropout(torch.cat([vectors, self.edge[None], self.unseen[None]]), SILENT, self.training)
        gates = [half.contiguous() for half in (table @ self.inputs + self.input_bias).split(3 * units, 1)]
        # What stands around a line is the same for all of its orders.
        around = torch.arange(context)[None]
        before = where[:, 0, :context]
        behind = torch.gather(where[:, 0], 1, (lengths + 2 * context - 1)[:, None] - around)
        start = self.walk(torch.zeros(2, lines, units), gates, before, behind)[-1]
        # Backwards, a line begins with its last word; behind its first stands what is not counted.
        inside = where[:, :, context : context + most].reshape(lines * orders, most)
        ends = lengths.repeat_interleave(orders)[:, None]
        backwards = torch.gather(inside, 1, (ends - 1 - torch.arange(most)[None]).clamp(min=0))
        states = self.walk(start.repeat_interleave(orders, 1), gates, inside, backwards)
        left, right = torch.stack(states, 2)
        left, right = (functional.dropout(side, SILENT, self.training) for side in (left, right))
        # The junction before a word lies between what stands before the word, and what is left of the line from there on.
        junction = torch.arange(most + 1)[None]
        facing = (ends - junction).clamp(min=0)[:, :, None].expand(-1, -1, units)
        layer = torch.relu(left @ self.lift[0] + torch.gather(right @ self.lift[1], 1, facing) + self.lift_bias)
        counted = junction <= ends
        return ((layer @ self.out) * counted).sum(-1).view(lines, orders)

    def walk(self, state, gates, *ways):
        """Goes over words in both directions at once; the states before each of them, and behind the last."""
        units = self.units
        states = [state]
        for words in zip(*(way.unbind(1) for way in ways)):
            into = torch.stack([functional.embedding(word, table) for word, table in zip(words, gates)])
            within = torch.bmm(state, self.states)
            opened = torch.sigmoid(into[..., : 2 * units] + within[..., : 2 * units])
            reset, update = opened.split(units, -1)
            new = torch.tanh(into[..., 2 * units :] + reset * (within[..., 2 * units :] + self.state_bias))
            state = new + update * (state - new)
            states.append(state)
        return states


def like_lengths(lengths, random):
    """The numbers of the lines in batches of about one length, so that little is worked out of places where no word is."""
    result = []
    for chunk in np.array_split(np.arange(len(lengths)), len(lengths) // (BATCH * ALIKE) + 1):
        chunk = chunk[np.argsort(lengths[chunk], kind="stable")]
        some = [chunk[start : start + BATCH] for start in range(0, len(chunk), BATCH)]
        random.shuffle(some)
        result.extend(some)
    return result


def batches(folder, name, words, edge, context, longest, random):
    """The lines of an epoch, in batches: the kinds of their orders' words, their lengths, which orders there are."""
    lines = np.fromfile(f"{folder}/lines-{name}.i32", dtype=np.int32).reshape(-1, 4)
    orders = np.fromfile(f"{folder}/orders-{name}.i8", dtype=np.int8)
    orders = orders.reshape(len(lines), -1, longest)
    for batch in like_lengths(lines[:, 1], random):
        some = lines[batch]
        first, length, before, behind = (some[:, at].astype(np.int64) for at in range(4))
        most = length.max()
        their = orders[batch, :, :most].astype(np.int64)
        kinds = np.full((len(some), their.shape[1], most + 2 * context), edge, dtype=np.int64)
        found = their >= 0
        kinds[:, :, context : context + most] = np.where(found, words[first[:, None, None] + np.maximum(their, 0)], edge)
        for line in range(len(some)):
            end = context + length[line]
            for side in range(context):
                if side < before[line]:
                    kinds[line, :, context - 1 - side] = words[first[line] - 1 - side]
                if side < behind[line]:
                    kinds[line, :, end + side] = words[first[line] + length[line] + side]
        yield torch.from_numpy(kinds), torch.from_numpy(length), torch.from_numpy(found[:, :, 0])


def hide_sides(where, lengths, context, edge, random):
    """Puts what is not seen, `edge + 1`, on some sides of the lines: next to the line, or farther off."""
    where = where.clone()
    for line, length in enumerate(lengths.tolist()):
        before, behind = (words_seen(context, random) for _ in range(2))
        where[line, :, : context - before] = edge + 1
        where[line, :, context + length + behind : 2 * context + length] = edge + 1
    return where


def words_seen(context, random):
    draw = random.random()
    return 0 if draw < UNSEEN else random.integers(1, context) if draw < UNSEEN + PARTLY else context


def loss_of(scores, found):
    scores = scores.masked_fill(~found, -1e9)
    return (torch.logsumexp(scores, 1) - scores[:, 0]).mean()


def read_floats(path):
    return torch.from_numpy(np.fromfile(path, dtype="<f4"))


class Trainer:
    """The words, the network of junctions, and one of lines, on their way over the epochs."""

    def __init__(self, folder, settings, number):
        self.settings = settings
        self.folder = folder
        self.number = number
        torch.manual_seed(settings["seed"] + number)
        self.random = np.random.default_rng(settings["seed"] + number)
        width, context = settings["width"], settings["context"]
        rows = np.fromfile(f"{folder}/rows.i32", dtype=np.int32).reshape(-1, len(settings["sizes"]))
        self.kinds = len(rows)
        self.running = np.fromfile(f"{folder}/words.i32", dtype=np.int32).astype(np.int64)
        self.words = Words(torch.from_numpy(rows).long(), settings["sizes"], settings["own"], width)
        self.junctions = Junctions(width, settings["hidden"], context)
        self.lines = Lines(width, settings["units"], context)
        self.start()
        tables = [table.weight for table in self.words.fields]
        self.of_words = torch.optim.Adagrad(tables, initial_accumulator_value=settings["accumulated"])
        self.of_rest = torch.optim.Adam([*self.junctions.parameters(), *self.lines.parameters()])
        self.rounded = None

    def shared(self):
        """The numbers that all processes have in common, by the names of their files."""
        parts = {f"field-{at}": table.weight.data[1:] for at, table in enumerate(self.words.fields)}
        parts.update({f"junctions-{name}": getattr(self.junctions, name).data for name in self.junctions.names})
        return parts

    def own(self):
        return {f"lines-{self.number}-{name}": getattr(self.lines, name).data for name in self.lines.names}

    def start(self):
        """Takes what there is to start from."""
        for name, part in {**self.shared(), **self.own()}.items():
            path = f"{self.folder}/start-{name}.f32"
            if os.path.exists(path):
                part.copy_(read_floats(path).view(part.shape))
        path = f"{self.folder}/start-junctions-edge.f32"
        if os.path.exists(path):
            # What ships of the vector of nothing is its projection.
            projection = self.junctions.projection.data.T
            self.junctions.nothing.data.copy_(torch.linalg.lstsq(projection, read_floats(path)[:, None]).solution[:, 0])

    def is_new(self, number):
        """Does a network of lines begin with chance, where others have learnt before? Its first steps would teach the words wrong."""
        started = [os.path.exists(f"{self.folder}/start-lines-{at}-out.f32") for at in range(self.settings["lines"])]
        return any(started) and not started[number]

    def train(self):
        settings = self.settings
        epochs = settings["epochs"]
        for number, epoch in enumerate(epochs):
            if epoch["rounded"] and self.rounded is None:
                self.rounded = self.words.round()
            resting = number == 0 and self.is_new(self.number)
            self.words.train(not epoch["rounded"] and not resting)
            self.junctions.train(not resting)
            began = time.time()
            later = epochs[number + 1]["rate"] if number + 1 < len(epochs) else epoch["rate"] / 5
            name = f"{self.number}-{number}"
            size = os.path.getsize(f"{self.folder}/lines-{name}.i32") // 16
            count, sums = 0, 0
            sizes = settings["context"], settings["longest"]
            for batch in batches(self.folder, name, self.running, self.kinds, *sizes, self.random):
                rate = epoch["rate"] + (later - epoch["rate"]) * count / size
                losses = self.step(epoch, rate, resting, *batch)
                count += len(batch[0])
                sums = sums + np.array(losses) * len(batch[0])
            mean = " and ".join(f"{loss:.4f}" for loss in sums / count)
            seconds = time.time() - began
            print(f"network {self.number}, epoch {number}: {count} lines, loss {mean}, {seconds:.0f} s", flush=True)
            self.meet(number)
        self.write()

    def step(self, epoch, rate, resting, kinds, lengths, found):
        for group in self.of_rest.param_groups:
            group["lr"] = rate
        for group in self.of_words.param_groups:
            group["lr"] = epoch["wordRate"]
        unique, where = torch.unique(kinds, return_inverse=True)
        with torch.set_grad_enabled(not resting):
            vectors = self.words(unique[unique < self.kinds])
            scores = self.junctions(vectors, where, lengths)
        losses = [loss_of(scores, found)]
        if epoch["lines"]:
            losses.append(self.loss_of_lines(vectors, where, lengths, found, scores))
        self.of_words.zero_grad(set_to_none=True)
        self.of_rest.zero_grad(set_to_none=True)
        (losses[-1] if resting else sum(losses)).backward()
        if not epoch["rounded"] and not resting:
            self.of_words.step()
        self.of_rest.step()
        return [loss.item() for loss in losses]

    def loss_of_lines(self, vectors, where, lengths, found, scores):
        """The loss of the network of lines, given the scores of the orders by the network of junctions."""
        hardest = self.hardest(scores, found)
        where = torch.gather(where, 1, hardest[:, :, None].expand(-1, -1, where.shape[2]))
        seen = hide_sides(where, lengths, self.settings["context"], len(vectors), self.random)
        return loss_of(self.lines(vectors, seen, lengths), torch.gather(found, 1, hardest))

    def hardest(self, scores, found):
        """The right order and some others, drawn by their probability without returning them (Gumbel noise)."""
        noise = -torch.log(-torch.log(torch.rand(scores.shape).clamp(1e-9, 1 - 1e-7)))
        scores = (scores.detach() + noise).masked_fill(~found, -1e9)
        scores[:, 0] = 1e9
        return scores.topk(min(self.settings["hardest"], scores.shape[1]), 1).indices.sort(1).values

    def meet(self, epoch):
        """Waits for the other processes, and takes the mean of what all have made of the words and of the network of junctions."""
        path = f"{self.folder}/met-{epoch}"
        torch.save(self.shared(), f"{path}-{self.number}.part")
        os.rename(f"{path}-{self.number}.part", f"{path}-{self.number}")
        counted = [at for at in range(self.settings["lines"]) if epoch > 0 or not self.is_new(at)]
        while not all(os.path.exists(f"{path}-{at}") for at in counted):
            time.sleep(1)
        others = [torch.load(f"{path}-{at}") for at in counted]
        for name, part in self.shared().items():
            part.copy_(sum(other[name] for other in others) / len(others))

    def write(self):
        parts = {**(self.shared() if self.number == 0 else {}), **self.own()}
        for name, part in parts.items():
            part.numpy().astype("<f4").tofile(f"{self.folder}/{name}.f32")
        if self.number == 0:
            values, scales = self.rounded
            values.numpy().tofile(f"{self.folder}/fields.i8")
            np.array(scales, dtype="<f4").tofile(f"{self.folder}/scales.f32")


def train(folder, number):
    with open(f"{folder}/settings.json", encoding="utf8") as file:
        settings = json.load(file)
    Trainer(folder, settings, number).train()


train(sys.argv[1], int(sys.argv[2]))
