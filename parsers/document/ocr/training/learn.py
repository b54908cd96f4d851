"""Learning: steps that end by the clock and go on from the last checkpoint.

The rate of learning falls along a cosine over the lines that are planned in all, so the same plan gives
the same course on a slow machine and on a fast one. The weights that are shipped are a running mean of
those learnt. One process draws lines while this one learns.
"""

import csv
import math
import multiprocessing as mp
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import cv2
import numpy as np
import torch
from torch import nn

from parsers.document.ocr.training import faces, measure
from parsers.document.ocr.training.export import export
from parsers.document.ocr.training.net import LineNet
from parsers.document.ocr.training.samples import Batch, Sample, batched, sample

_POOL_LINES: Final = 320
_WARM_STEPS: Final = 300
_EASY_LINES: Final = 6_000
"""So many short, little worn lines come first: CTC finds the letters sooner on them."""
_HARD_LINES: Final = 20_000
_TEST_LINES: Final = 256
_CHECKPOINT_SECONDS: Final = 200.0
_LEAST_RATE: Final = 0.02


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """`lines` in all, learnt at a rate that starts at `rate`; `minutes` of this step."""

    fonts: Path
    out: Path
    lines: int
    minutes: float
    rate: float = 1.5e-3
    seed: int = 1
    threads: int = 2


@dataclass(kw_only=True, slots=True)
class Course:
    """What a checkpoint holds."""

    net: LineNet
    mean: LineNet
    optimiser: torch.optim.Optimizer
    steps: int = 0
    lines: int = 0
    losses: list[float] = field(default_factory=list)


def learn(plan: Plan) -> None:
    """Go on from the checkpoint in `plan.out`, if there is one; leave a checkpoint, a model and a line of the curve."""
    torch.set_num_threads(plan.threads)
    torch.manual_seed(plan.seed)
    plan.out.mkdir(parents=True, exist_ok=True)
    course = _resumed(plan)
    tests = measure.test_lines(plan.fonts, _TEST_LINES)
    end = time.monotonic() + plan.minutes * 60
    due = time.monotonic() + _CHECKPOINT_SECONDS
    for batch in _drawn(plan, course):
        _step(course, batch, plan)
        over = course.lines >= plan.lines or time.monotonic() >= end
        if over or time.monotonic() >= due:
            _keep(course, plan, tests)
            due = time.monotonic() + _CHECKPOINT_SECONDS
        if over:
            return


def _step(course: Course, batch: Batch, plan: Plan) -> None:
    for group in course.optimiser.param_groups:
        group["lr"] = plan.rate * _share(course, plan)
    course.net.train()
    with torch.autocast("cpu", torch.bfloat16):
        logits = course.net(torch.from_numpy(batch.pictures)[:, None])
    loss = nn.functional.ctc_loss(
        logits.float().log_softmax(-1).transpose(0, 1),
        torch.from_numpy(batch.classes),
        torch.from_numpy(batch.steps),
        torch.from_numpy(batch.lengths),
        zero_infinity=True,
    )
    course.optimiser.zero_grad(set_to_none=True)
    loss.backward()
    nn.utils.clip_grad_norm_(course.net.parameters(), 5.0)
    course.optimiser.step()
    course.steps += 1
    course.lines += len(batch.texts)
    course.losses.append(loss.item())
    _follow(course)


def _share(course: Course, plan: Plan) -> float:
    """Of the full rate: rising for the first steps, then falling along a cosine."""
    warm = min(1.0, (course.steps + 1) / _WARM_STEPS)
    return warm * max(_LEAST_RATE, 0.5 * (1 + math.cos(math.pi * min(1.0, course.lines / plan.lines))))


def _follow(course: Course) -> None:
    """The running mean; it looks further back the longer the course is."""
    kept = min(0.999, 0.9 + course.steps / 20_000)
    with torch.no_grad():
        pairs = zip(course.mean.state_dict().values(), course.net.state_dict().values(), strict=True)
        for mean, now in pairs:
            if mean.dtype.is_floating_point:
                mean.lerp_(now, 1 - kept)
            else:
                mean.copy_(now)


def _drawn(plan: Plan, course: Course) -> Iterator[Batch]:
    """Batches without end from a process of their own; it learns how far the course is."""
    context = mp.get_context("spawn")
    queue = context.Queue(maxsize=24)
    far = context.Value("q", course.lines)
    arguments = (plan, plan.seed + 1000 + course.steps, queue, far)
    drawer = context.Process(target=_draw, args=arguments, daemon=True)
    drawer.start()
    try:
        while True:
            batch = queue.get(timeout=120)
            yield batch
            far.value = course.lines
    finally:
        drawer.terminate()


def _draw(plan: Plan, seed: int, queue: Any, far: Any) -> None:
    cv2.setNumThreads(1)
    rng = random.Random(seed)  # noqa: S311  chance, not a secret
    among = faces.load(plan.fonts, held_out=False)
    while True:
        hard = min(1.0, 0.2 + far.value / _HARD_LINES)
        longest = 25 if far.value < _EASY_LINES else 95
        pool = [sample(rng, among, hard=hard, longest=longest) for _ in range(_POOL_LINES)]
        for batch in batched(pool, rng):
            queue.put(batch)


def _resumed(plan: Plan) -> Course:
    net, mean = LineNet().to(memory_format=torch.channels_last), LineNet()
    mean.load_state_dict(net.state_dict())
    matrices = [one for one in net.parameters() if one.ndim > 1]
    others = [one for one in net.parameters() if one.ndim <= 1]
    optimiser = torch.optim.AdamW(
        [{"params": matrices, "weight_decay": 0.01}, {"params": others, "weight_decay": 0.0}], lr=plan.rate
    )
    course = Course(net=net, mean=mean, optimiser=optimiser)
    path = plan.out / "checkpoint.pt"
    if path.exists():
        saved = torch.load(path, weights_only=True)
        net.load_state_dict(saved["model"])
        mean.load_state_dict(saved["averaged"])
        optimiser.load_state_dict(saved["opt"])
        course.steps, course.lines = saved["state"]["steps"], saved["state"]["lines"]
    return course


def _keep(course: Course, plan: Plan, tests: list[Sample]) -> None:
    """Checkpoint first, then what is made from it."""
    unfinished = plan.out / "checkpoint.part"
    torch.save(
        {
            "model": course.net.state_dict(),
            "averaged": course.mean.state_dict(),
            "opt": course.optimiser.state_dict(),
            "state": {"steps": course.steps, "lines": course.lines},
        },
        unfinished,
    )
    unfinished.rename(plan.out / "checkpoint.pt")
    shipped = LineNet()
    shipped.load_state_dict(course.mean.state_dict())
    export(shipped, plan.out / "thai.onnx", version=f"{course.lines} lines")
    found = measure.score(measure.read(measure.onnx_reader(plan.out / "thai.onnx"), tests))
    with (plan.out / "curve.csv").open("a", newline="") as curve:
        csv.writer(curve).writerow(
            [
                course.lines,
                f"{np.mean(course.losses):.4f}",
                f"{found.character_error:.4f}",
                f"{found.exact:.4f}",
                f"{found.digits:.4f}",
            ]
        )
    course.losses.clear()
