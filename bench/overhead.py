"""Overhead a document of reading with a large model, against an endpoint that answers at once, beside LangExtract on the same documents.

``python bench/overhead.py [--gold ../shared/corpus] [--documents 216] [--rounds 3]`` (``pip install 'wektor[llm,bench]'``). The endpoint
is ``wektor.testing.FakeModel`` in a process of its own; it answers each side in that side's own form with the same claims, made of the
gold, for the words that were asked about. Both sides ask over the ``openai`` client with ten hands, keep nothing from before, and take turns, so that
whatever else the machine does strikes both; garbage is looked for as seldom as the command does it. LangExtract is run as it comes, in chunks of 1,000 characters, and with whole documents as wektor
asks for them; the faster one counts. Clients are made before the clock runs. Told are documents a second and the processor's time for each. ``--profile`` says where wektor's time goes.
"""

import argparse
import cProfile
import gc
import json
import pstats
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from wektor.app.pipeline import Pipeline
from wektor.cli import _GARBAGE
from wektor.engines.llm.asked import AskingEngine
from wektor.engines.llm.settings import Secret, Settings
from wektor.evaluation import load_gold
from wektor.lexicon.loading import language_codes
from wektor.model import Document
from wektor.testing import FakeModel, GoldModel

GOLD = Path(__file__).parents[2] / "shared" / "corpus"
HANDS = 10
Run = Callable[[Sequence[Document]], int]
Side = Callable[[], Run]


def main() -> None:
    """A row for each side, and how many times as fast wektor is."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--gold", type=Path, default=GOLD)
    options.add_argument("--documents", type=int, default=216)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--profile", action="store_true")
    options.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    asked = options.parse_args()
    if asked.serve:
        serve(asked.gold, asked.documents)
        return
    gc.set_threshold(_GARBAGE)
    documents = [g.document for g in load_gold(asked.gold, languages=language_codes())][: asked.documents]
    with served(asked.gold, asked.documents) as url, tempfile.TemporaryDirectory() as folder:
        sides = {"wektor": wektor(url, Path(folder)), "LangExtract": langextract(url, 1_000), "LangExtract, whole documents": langextract(url, 10_000)}
        if asked.profile:
            profile(sides["wektor"](), documents)
            return
        compare(sides, documents, asked.rounds)


def compare(sides: dict[str, Side], documents: Sequence[Document], rounds: int) -> None:
    """Let the sides take turns, and print the best round of each."""
    best: dict[str, tuple[float, float]] = {}
    for name, side in sides.items():
        side()(documents[:5])  # to load what is loaded once
        best[name] = (1e9, 1e9)
    found = dict.fromkeys(sides, 0)
    for _ in range(rounds):
        for name, side in sides.items():
            run = side()
            wall, busy = time.perf_counter(), time.process_time()
            found[name] = run(documents)
            wall, busy = time.perf_counter() - wall, time.process_time() - busy
            best[name] = (min(best[name][0], wall), min(best[name][1], busy))
    for name, (wall, busy) in best.items():
        print(f"{name:<30} {len(documents) / wall:7.1f} documents a second, {1000 * busy / len(documents):6.1f} ms of processor each, {found[name]:,} claims")
    mine, (wall, busy) = best["wektor"], min(best[name] for name in sides if name != "wektor")
    print(f"wektor is {wall / mine[0]:.1f} times as fast, and takes {busy / mine[1]:.1f} times less of the processor")


def wektor(url: str, folder: Path) -> Side:
    """Reads with the engine, grounding included; each run with a shelf of its own."""
    runs = iter(range(1_000_000))

    def side() -> Run:
        engine = AskingEngine(Settings(url, "fake", Secret("none"), cache=folder / str(next(runs)), concurrency=HANDS))
        pipeline = Pipeline(engine)
        return lambda documents: sum(len(pipeline.read(document).claims) for document in pipeline.ahead(documents, lambda d: d))

    return side


def langextract(url: str, buffer: int) -> Side:
    """Reads with LangExtract's OpenAI provider, alignment included."""
    import langextract as lx
    from langextract.providers.openai import OpenAILanguageModel

    model = OpenAILanguageModel(model_id="fake", api_key="none", base_url=url, max_workers=HANDS)
    example = lx.data.ExampleData(text="Norway ordered 54 K9 howitzers from South Korea.", extractions=[
        lx.data.Extraction(extraction_class="order", extraction_text="Norway ordered 54 K9 howitzers from South Korea.", attributes={"recipient": "Norway", "supplier": "South Korea"})])  # fmt: skip

    def run(documents: Sequence[Document]) -> int:
        texts = [lx.data.Document(text=d.text, document_id=d.id) for d in documents]
        read = lx.extract(text_or_documents=texts, prompt_description="Extract claims about defence cooperation.", examples=[example], model=model, max_workers=HANDS,
                          batch_length=HANDS, max_char_buffer=buffer, fence_output=False, use_schema_constraints=False, show_progress=False)  # fmt: skip
        return sum(len(each.extractions or ()) for each in read)

    return lambda: run


def profile(run: Run, documents: Sequence[Document]) -> None:
    """Where the reading hand's time goes."""
    run(documents[:5])
    watch = cProfile.Profile()
    watch.runcall(run, documents)
    pstats.Stats(watch).sort_stats("cumtime").print_stats(45)


class BothForms:
    """Answers as wektor asks, or as LangExtract does."""

    def __init__(self, gold: GoldModel) -> None:
        self._gold = gold

    def __call__(self, body: dict[str, Any]) -> str:
        """The content."""
        asked = str(body["messages"][-1]["content"])
        if "<ARTICLE-" in asked:
            return self._gold(body)
        chunk = asked.rpartition("\nQ: ")[2].rpartition("\nA:")[0]
        claims = json.loads(self._gold({"messages": [{"role": "user", "content": chunk}]}))["claims"]
        told = [{c["kind"]: c["evidence"][0], f"{c['kind']}_attributes": {"status": c["status"], **{r: "; ".join(q) for r, q in c["roles"].items()}}} for c in claims]
        return json.dumps({"extractions": told}, ensure_ascii=False)


def serve(gold: Path, count: int) -> None:
    """Answer until standard input ends."""
    with FakeModel(answer=BothForms(GoldModel(load_gold(gold, languages=language_codes())[:count]))) as model:
        print(model.url, flush=True)
        sys.stdin.read()


@contextmanager
def served(gold: Path, count: int) -> Iterator[str]:
    """The address of an endpoint in a process of its own."""
    with subprocess.Popen([sys.executable, __file__, "--serve", "--gold", str(gold), "--documents", str(count)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None and process.stdin is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.stdin.close()


if __name__ == "__main__":
    main()
