"""How often the right closing tag is offered after `</`, with the guard and by the network alone, by distance.

Each end tag of the pages is asked for as if the page were being typed up to its `</`. The guard is right when what it
offers is the rest of the tag. The network alone is right when the likeliest word of its own is the tag's name; it has
read the page from its beginning. That is slow, so that it is asked about a sample: a few end tags of each page, pages
in a seeded order, until every distance has `sample`; its overall accuracy gives each distance the weight that it has
in the pages.
"""

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from lm.html.pages import EndTag, Page, bucket_of
from lm.html.tag_guard import TagGuard
from lm.predicting.completion import Completer, Point, accept_all
from lm.predicting.predictor import Predictor

BOUNDS = (50, 200, 1000)
LABELS = ("0-50", "50-200", "200-1000", "over 1000")
_MOST_SAMPLED_CHARS = 400_000
"""How much the network reads for a sample, since the farthest distances have few end tags."""
_MOST_OF_A_PAGE = 8
"""The most end tags of one distance that are asked for in one page."""
_CONTEXT_BYTES = 4096


@dataclass(slots=True)
class Tally:
    """Answers and right answers, by distance."""

    asked: Counter[int] = field(default_factory=Counter)
    right: Counter[int] = field(default_factory=Counter)

    def note(self, distance: int, *, is_right: bool) -> None:
        """Count one answer."""
        bucket = bucket_of(distance, BOUNDS)
        self.asked[bucket] += 1
        self.right[bucket] += is_right

    def json(self, weights: Mapping[int, int] | None = None) -> dict[str, object]:
        """Return accuracy and count, overall and by distance; `weights` say how many of each distance there are."""
        accuracies = {bucket: self.right[bucket] / count for bucket, count in self.asked.items()}
        of_each = {bucket: (weights or self.asked)[bucket] for bucket in accuracies}
        total = sum(of_each.values())
        overall = sum(accuracies[bucket] * count for bucket, count in of_each.items()) / total if total else None
        by_distance = {
            label: {"accuracy": _rounded(accuracies.get(bucket)), "n": self.asked[bucket]}
            for bucket, label in enumerate(LABELS)
        }
        return {"accuracy": _rounded(overall), "n": sum(self.asked.values()), "by_distance": by_distance}


def with_guard(pages: Sequence[Page], progress: Callable[[float], None]) -> Tally:
    """Ask the guard for every end tag that closes something."""
    tally = Tally()
    for index, page in enumerate(pages):
        progress(index / len(pages))
        guard = TagGuard()
        for tag in page.end_tags:
            if tag.distance is not None:
                offered = guard.closing_tag(page.text[: tag.position] + "</")
                tally.note(tag.distance, is_right=offered == tag.name + ">")
    return tally


def without_guard(
    pages: Sequence[Page], predictor: Predictor, sample: int, seed: int, progress: Callable[[float], None]
) -> Tally:
    """Ask the network alone, for up to `sample` end tags of each distance."""
    tally = Tally()
    completer = Completer(predictor.model, predictor.quick)
    rng = random.Random(seed)
    order = list(pages)
    rng.shuffle(order)
    chars = 0
    for index, page in enumerate(order):
        is_full = len(tally.asked) == len(LABELS) and min(tally.asked.values()) >= sample
        if chars > _MOST_SAMPLED_CHARS or is_full:
            break
        progress(max(index / len(order), chars / _MOST_SAMPLED_CHARS))
        wanted = _chosen(page, tally, sample, rng)
        if wanted:
            _ask(page, wanted, predictor, completer, tally)
            chars += wanted[-1].position
    return tally


def _chosen(page: Page, tally: Tally, sample: int, rng: random.Random) -> list[EndTag]:
    """Choose a few end tags of each distance that is still wanted, in order: those of one page are much alike."""
    chosen: list[EndTag] = []
    for bucket in range(len(LABELS)):
        tags = [tag for tag in page.end_tags if tag.distance is not None and bucket_of(tag.distance, BOUNDS) == bucket]
        count = max(0, min(len(tags), _MOST_OF_A_PAGE, sample - tally.asked[bucket]))
        chosen += rng.sample(tags, count)
    return sorted(chosen, key=lambda tag: tag.position)


def _ask(page: Page, wanted: Sequence[EndTag], predictor: Predictor, completer: Completer, tally: Tally) -> None:
    """Read a page once from its beginning and ask at each of its wanted end tags."""
    _, (state,) = predictor.model.step([ord("\n")], [predictor.model.begin_state()])
    read = 0
    for tag in wanted:
        assert tag.distance is not None
        context = page.text[: tag.position].encode("utf-8") + b"</"
        for byte in context[read:-1]:
            _, (state,) = predictor.quick.step([byte], [state])
        log_probs, (state,) = predictor.model.step([context[-1]], [state])
        read = len(context)
        point = Point(state, log_probs[0])
        guesses = completer.words(point, context[-_CONTEXT_BYTES:], 1, _never, accept_all)
        tally.note(tag.distance, is_right=bool(guesses) and guesses[0].word == tag.name.encode("utf-8"))


def _never() -> bool:
    return False


def _rounded(ratio: float | None) -> float | None:
    return None if ratio is None else round(ratio, 4)
