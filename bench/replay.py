"""Gold answers replayed: what does the way from a model's quotes to a scored claim lose?

``python bench/replay.py [--gold ../shared/corpus] [--lang en,pl] [--losses 20] [--mangle] [--oracle [--seed 20]] [--keep DIR]``. For each gold claim a perfect
model's answer is made: it quotes the gold's own forms where they stand in the text, else words that stand for them, and the
sentence of the anchor. Requests go out and answers come in as batch files. What is lost is told by cause: *no words*, the
text holds no words for a core role, so that nobody could quote them; *refused*, by grounding, with the reason; *misread*,
the claim stands but a core role says something else. These are figures of the plumbing, not of any model's quality.
"""

import argparse
import json
import tempfile
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

from wektor.engines.grammar import GrammarEngine
from wektor.engines.llm import LlmEngine
from wektor.engines.llm.batch import Answers, request_lines
from wektor.evaluation import load_gold, run_oracle
from wektor.evaluation.gold import GoldClaim, GoldDocument
from wektor.evaluation.matching import missing_roles
from wektor.evaluation.scoring import score
from wektor.grounding import ground
from wektor.lexicon.loading import language_codes
from wektor.model import Claim, Document, Draft, Rejected, core_roles
from wektor.testing.gold import GoldReader

_PLAIN = str.maketrans({"„": '"', "”": '"', "“": '"', "«": '"', "»": '"', "’": "'", "–": "-", "—": "-"})


def main() -> None:
    """Print the score of each language and what was lost."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--gold", type=Path, default=Path(__file__).parents[2] / "shared" / "corpus")
    options.add_argument("--lang", default="")
    options.add_argument("--losses", type=int, default=0, help="print so many")
    options.add_argument("--mangle", action="store_true", help="quote the evidence as models do: parts left out, other case, plain marks, sentences glued")
    options.add_argument("--oracle", action="store_true", help="alter one fact of the drafts and count what grounding refuses")
    options.add_argument("--seed", type=int, default=20, help="of the oracle's chance")
    options.add_argument("--keep", type=Path, help="keep the batch files here")
    asked = options.parse_args()
    gold = load_gold(asked.gold, languages=asked.lang.split(",") if asked.lang else language_codes())
    with tempfile.TemporaryDirectory() as scratch:
        replay(gold, asked.keep or Path(scratch), asked)


def replay(gold: list[GoldDocument], folder: Path, asked: argparse.Namespace) -> None:
    """Export, answer, import, ground, score."""
    desk, told = GrammarEngine(), dict[str, list[dict[str, object]]]()
    prompts, answers = folder / "prompts.jsonl", folder / "answers.jsonl"
    prompts.write_text("".join(line + "\n" for line in request_lines((g.document for g in gold), "perfect")), encoding="utf-8")
    for one in gold:
        model = GoldReader(one, desk)
        told[one.id] = [model.claim(c) for c in one.claims]
        if asked.mangle:
            told[one.id] = [mangle_claim(c, n, model) for n, c in enumerate(told[one.id])]
    answers.write_text("".join(_answer(json.loads(line)["custom_id"], told) for line in prompts.open(encoding="utf-8")), encoding="utf-8")
    engine = LlmEngine(Answers(answers.open(encoding="utf-8")), "perfect")
    results = {g.id: [ground(d, g.document, engine.desk) for d in engine.draft(g.document)] for g in gold}
    _report(gold, told, results, asked.losses)
    if asked.oracle:
        _try_oracle(gold, engine, asked.seed)


def _try_oracle(gold: list[GoldDocument], engine: LlmEngine, seed: int) -> None:
    """The oracle of altered facts over the drafts of the answers."""
    report = run_oracle([g.document for g in gold], engine.draft, lambda draft, document: ground(draft, document, engine.desk), seed)
    for name, count in (("unaltered that pass", report.passed), ("foreign facts caught", report.foreign_caught), ("contrary facts caught", report.contrary_caught)):
        print(f"{name:<24} {count.right} of {count.total} ({100 * count.share:.1f} %)")
    languages = {g.id: g.lang for g in gold}
    for lang in sorted(set(languages.values())):
        trials = [t for t in report.unaltered if languages[t.document] == lang]
        passed = sum(t.reason is None for t in trials)
        print(f"  unaltered {lang}: {passed} of {len(trials)} ({100 * passed / max(1, len(trials)):.1f} %)")
    for name, count in report.by_alteration().items():
        print(f"  {name}: {count.right} of {count.total}")
    for trial in report.refused():
        print(f"refused: {trial.document}: {trial.reason}")
    for trial in report.escapes():
        if trial in report.foreign:
            print(f"escaped: {trial.document}: {trial.alteration}: {trial.draft}")


def mangle_claim(claim: dict[str, Any], turn: int, model: GoldReader) -> dict[str, Any]:
    """The claim with evidence and fillers quoted as models spoil them."""
    roles = {role: [mangle_name(q, turn + n) for n, q in enumerate(quotes)] for role, quotes in claim["roles"].items()}
    return claim | {"evidence": [mangle(q, turn, model) for q in claim["evidence"]], "roles": roles}


def mangle_name(quote: str, turn: int) -> str:
    """A filler in capitals, in plain marks and decomposed, within marks, or as it stands."""
    spoilt = (quote.upper() if len(quote) > 4 else quote, unicodedata.normalize("NFD", quote.translate(_PLAIN)), f'"{quote}".', quote)
    return spoilt[turn % 4]


def mangle(quote: str, turn: int, model: GoldReader) -> str:
    """The quote as models spoil it, in turn."""
    words = quote.split()
    if turn % 4 == 0 and len(words) > 10:
        return " ".join(words[:4]) + " … " + " ".join(words[-4:])
    if turn % 4 == 1:
        return quote.upper()
    if turn % 4 == 2:
        return unicodedata.normalize("NFD", " ".join(words).translate(_PLAIN))
    return f"{quote} {model.sentences[-1].cut(model.gold.text)}"


def _answer(custom_id: str, told: dict[str, list[dict[str, object]]]) -> str:
    document, _, part = custom_id.rpartition("#")
    content = json.dumps({"claims": told[document] if part == "1" else []}, ensure_ascii=False)
    message = {"role": "assistant", "content": content}
    return json.dumps({"custom_id": custom_id, "response": {"status_code": 200, "body": {"choices": [{"message": message}]}}}, ensure_ascii=False) + "\n"


def _report(gold: list[GoldDocument], told: dict[str, list[dict[str, object]]], results: dict[str, list[Claim | Rejected]], shown: int) -> None:
    claims = {key: [r for r in found if isinstance(r, Claim)] for key, found in results.items()}
    scores = score(gold, claims)
    for lang, tally in [*scores.by("lang").items(), ("all", scores.total)]:
        print(f"{lang:4s} claim F1 {100 * tally.claims.f1:.1f}")
    causes: Counter[str] = Counter()
    for one in gold:
        for claim, quoted in zip(one.claims, told[one.id], strict=True):
            cause = _cause(one.document, claim, quoted, results[one.id])
            if cause and not claim.optional:
                causes[cause[0]] += 1
                if sum(causes.values()) <= shown:
                    print(f"{one.id}: {cause[0]}: {cause[1]}: {claim.anchor[:60]!r}")
    print(f"lost {sum(causes.values())} of {sum(not c.optional for g in gold for c in g.claims)}")
    for name, count in causes.most_common():
        print(f"{count:5d} {name}")


def _cause(document: Document, claim: GoldClaim, quoted: dict[str, object], results: list[Claim | Rejected]) -> tuple[str, str] | None:
    """Why a gold claim has no claim that finds it; None if it has."""
    right = [r for r in results if isinstance(r, Claim) and r.kind in claim.kinds and not missing_roles(claim, r)]
    if right:
        return None
    roles = quoted["roles"]
    assert isinstance(roles, dict)
    for role in core_roles(str(quoted["kind"])):
        wanted = sum(a.role == role for a in claim.arguments)
        if min(wanted, 2 if role == "party" else 1) > len(roles.get(role, ())):
            return "no words", f"{role} {[a.accepted for a in claim.arguments if a.role == role]}"
    at = document.text.index(claim.anchor)
    for result in results:
        draft: Draft | Claim = result.draft if isinstance(result, Rejected) else result
        spans = draft.evidence if isinstance(draft, Draft) else (draft.evidence.span,)
        if draft.kind == quoted["kind"] and spans[0].start <= at < spans[0].end and _tells(roles, draft):
            if isinstance(result, Rejected):
                return "refused", result.reason
            return "misread", str({r: [(roles.get(r), f.text, getattr(f, "name", "")) for f in draft.roles.get(r, ())] for r in missing_roles(claim, result)})
    return "other", str(roles)


def _tells(roles: dict[str, list[str]], draft: Draft | Claim) -> bool:
    return all(role in draft.roles for role in roles if role in core_roles(draft.kind))



if __name__ == "__main__":
    main()
