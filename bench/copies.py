"""Measures near-copies: recall and precision over pairs, on edits of texts and on look-alikes that are no copies.

``python -m bench.copies`` takes the articles of evals, those of the gold deals, and look-alikes made of sentences below: one
and the same wording about other states, firms, types and numbers, releases that end in the same words about a firm, and
monthly reports. Each text is edited in every way of EDITS and in two ways at once; a pair is right if both come from one text.
"""

import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

from bench.deals import articles

from wektor.resolve.copies import MemoryShelf

EVALS = Path(__file__).resolve().parent.parent / "evals"
WORDS = "officials however reported recently programme region several cooperation under agreed also long important said " \
        "jednak obecnie także wspólnie ważny region program przedstawiciele również ostatnio"  # fmt: skip
HEADLINES = (
    "What we know about the deal", "Kolejna umowa podpisana", "Новое соглашение подписано", "Yeni anlaşma imzalandı", "Підписано нову угоду",
    "Ein neuer Vertrag wurde unterzeichnet", "Un nouveau contrat a été signé", "Se firmó un nuevo contrato",
)  # fmt: skip
LEADS = ("CAPITAL, (Courier Wire) - ", "By our correspondent. ", "PAP/Kurier: ", "UPDATED ", "(Reuter-like) — ")
TAILS = ("\n\nReporting by A. Writer; editing by B. Reader.", "\n\nRead more on our pages.", "\n\n© Kurier. Wszelkie prawa zastrzeżone.")


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?])\s+", text.strip())


def wire(text: str, dice: random.Random) -> str:
    """Another opening and another end."""
    return dice.choice(LEADS) + text + dice.choice(TAILS)


def light(text: str, dice: random.Random) -> str:
    """One word in twelve replaced, dropped or added to; names and numbers are left alone."""
    kept = []
    for word in text.split(" "):
        chance = dice.random()
        if chance < 0.05 and word.islower():
            kept.append(dice.choice(WORDS.split()))
        elif chance < 0.065 and word.islower():
            continue
        elif chance < 0.08:
            kept += [word, dice.choice(WORDS.split())]
        else:
            kept.append(word)
    return " ".join(kept)


def cut(text: str, dice: random.Random) -> str:
    """The first 45 to 85 % of the sentences, or as many of any."""
    sentences = _sentences(text)
    count = max(2, round(len(sentences) * dice.uniform(0.45, 0.85)))
    kept = range(count) if dice.random() < 0.7 else sorted(dice.sample(range(len(sentences)), min(count, len(sentences))))
    return " ".join(sentences[n] for n in kept if n < len(sentences))


def reorder(text: str, dice: random.Random) -> str:
    """Paragraphs, or sentences where there is one paragraph, in another order."""
    parts = [p for p in text.split("\n") if p.strip()]
    parts, mark = (parts, "\n") if len(parts) > 3 else (_sentences(text), " ")
    dice.shuffle(parts)
    return mark.join(parts)


def retitle(text: str, dice: random.Random) -> str:
    """Another headline, in whatever language."""
    first, mark, rest = text.partition("\n")
    body = rest if mark and first and first[-1] not in ".!?”\"" else text
    return f"{dice.choice(HEADLINES)}\n{body.strip()}"


EDITS: dict[str, Callable[[str, random.Random], str]] = {
    "wire": wire, "light": light, "cut": cut, "reorder": reorder, "retitle": retitle,
}  # fmt: skip

ORDER = (
    "{buyer} has signed a contract with {maker} for {n} {item}, the defence ministry in {capital} announced on {day}.",
    "The deal is worth {value} million dollars and includes spare parts, simulators and training for the crews.",
    "The first {item} are to arrive in {year}, and deliveries will be completed two years later.",
    "“This is an important step for our armed forces,” said {name}, the deputy minister, at the signing ceremony.",
    "{maker} won the tender against two other bidders. The losing side has not filed a complaint.",
    "{buyer} has operated similar equipment since {old}, but most of it is to be withdrawn by {end}.",
)  # fmt: skip
ZAKUP = (
    "Ministerstwo obrony w mieście {capital} podpisało umowę z firmą {maker} na {n} sztuk {item}. Dokument parafowano {day}.",
    "Wartość kontraktu to {value} mln dolarów; obejmuje on części zamienne, symulatory i szkolenie załóg.",
    "Pierwsze egzemplarze mają trafić do odbiorcy w {year} r., a dostawy zakończą się po dwóch latach.",
    "„To ważny krok dla naszych sił zbrojnych” – powiedział wiceminister {name} podczas uroczystości.",
    "Podobny sprzęt służy w tym kraju od {old} r., jednak większość zostanie wycofana do {end} r.",
)  # fmt: skip
REPORT = (
    "In {day} the army of {buyer} received {n} {item} under the programme that began in {old}, according to the monthly report.",
    "Another {value} vehicles are being repaired at the depot near {capital}, of which {n2} will return to their units in {year}.",
    "The report says that the programme is on schedule and that no accidents occurred during the trials.",
    "By the end of {end} the ministry wants to have all units equipped with the new type.",
)  # fmt: skip
ABOUT = (
    "About {maker}: the company develops and makes vehicles, boats and aircraft for armed forces all over the world.",
    "{maker} employs {n3} people in three plants and has its seat in {seat}. Its shares are traded on the stock exchange.",
    "For more information, visit our pages or write to the press office. Photographs may be used free of charge.",
)  # fmt: skip
SLOTS = {
    "buyer": ["Peru", "Ghana", "Norway", "Jordan", "Vietnam", "Chile", "Latvia", "Oman", "Kenya", "Brazil", "Croatia", "Qatar", "Angola", "Serbia", "Tunisia"],
    "maker": ["Nordvik", "Aramtek", "Helion", "Vostmash", "Orlanda", "Kestrel", "Bastion", "Tarvos", "Meridia", "Solmar", "Pantheon", "Lyra"],
    "item": ["T-90S", "Gripen E", "CB90", "Piorun", "KTO-8", "Heron II", "FV-112", "Patrol-46", "M-346", "AH-2", "Spike-X", "D30"],
    "capital": ["Lima", "Accra", "Oslo", "Amman", "Hanoi", "Santiago", "Riga", "Muscat", "Nairobi", "Zagreb", "Doha", "Luanda", "Tunis"],
    "day": ["3 May 2021", "14 June 2022", "January 2019", "27 March 2020", "9 October 2023", "August 2018", "1 December 2024", "February 2017"],
    "name": ["Ana Castillo", "Kofi Mensah", "Lars Berg", "Omar Haddad", "Linh Tran", "Jan Nowicki", "Ivo Horvat", "Salma Trabelsi"],
    "seat": ["Gdynia", "Turin", "Porto", "Lyon", "Haifa", "Izmir"],
}  # fmt: skip


def look_alikes(dice: random.Random) -> Iterator[str]:
    """Texts of one wording that are no copies of each other."""
    for _ in range(60):
        for story in (ORDER, ZAKUP, REPORT):
            yield filled(story, dice)
        maker = dice.choice(SLOTS["maker"])
        yield filled(ORDER[:3] + ABOUT, dice, maker=maker)


def filled(story: tuple[str, ...], dice: random.Random, **given: str) -> str:
    slots = {name: dice.choice(choices) for name, choices in SLOTS.items()} | given
    numbers = {"n": dice.randint(2, 99), "n2": dice.randint(2, 99), "n3": dice.randint(2, 90) * 100, "value": dice.randint(10, 990)}
    years = {"year": dice.randint(2024, 2030), "old": dice.randint(1975, 2012), "end": dice.randint(2031, 2040)}
    return "\n".join(sentence.format(**slots, **numbers, **years) for sentence in story)


def texts(dice: random.Random) -> list[str]:
    """All texts that are edited, none a copy of another."""
    own = [path.read_text(encoding="utf-8") for path in sorted(EVALS.glob("*.txt"))]
    told = {article.text for article in articles() if article.group == article.id}
    return own + sorted(told) + list(dict.fromkeys(look_alikes(dice)))


def family(text: str, dice: random.Random) -> Iterator[tuple[str, str]]:
    """A text and its edits, each with its name."""
    yield "original", text
    for name, edit in EDITS.items():
        yield name, edit(text, dice)
    for one, two in dice.sample(list(combinations(EDITS, 2)), 3):
        yield f"{one}+{two}", EDITS[two](EDITS[one](text, dice), dice)


def main() -> int:
    """Print the table; 1 where recall is under 95 or precision under 98."""
    dice = random.Random(11)
    shelf, home, how = MemoryShelf(), {}, {}
    documents = [(n, name, each) for n, text in enumerate(texts(dice)) for name, each in family(text, dice)]
    dice.shuffle(documents)
    started = time.perf_counter()
    for number, (n, name, each) in enumerate(documents):
        key = f"{number:05}"
        home[key], how[key] = n, name
        shelf.put(key, each)
    seconds = time.perf_counter() - started
    wanted, found, both = Counter[str](), 0, Counter[str]()
    for left, right in combinations(sorted(home), 2):
        together, same = shelf.groups[left] == shelf.groups[right], home[left] == home[right]
        found += together
        if same:
            for name in {how[left], how[right]}:
                wanted[name] += 1
                both[name] += together
            wanted["all"] += 1
            both["all"] += together
    for name in sorted(wanted):
        print(f"{name:<20} recall {100 * both[name] / wanted[name]:6.2f}  of {wanted[name]} pairs")
    recall, precision = 100 * both["all"] / wanted["all"], 100 * both["all"] / found
    print(f"recall {recall:.2f}, precision {precision:.2f} over {len(documents)} documents; {1000 * seconds / len(documents):.2f} ms each")
    return 0 if recall >= 95 and precision >= 98 else 1


if __name__ == "__main__":
    sys.exit(main())
