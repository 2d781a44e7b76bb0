"""The brief in a browser: nothing overflows, nothing is asked for from elsewhere, and it prints on pages with its text.

Runs where Chromium is (``make pages`` installs it); skipped elsewhere.
"""

import json
import os
import re
import shutil
import subprocess

import pytest

from tests.app.test_answers import TEXTS
from wektor import Document, Register
from wektor.app.answers import Answers
from wektor.output.briefs import write_page

CHROMIUM = next((found for name in (os.environ.get("WEKTOR_TEST_CHROMIUM"), "chromium", "chromium-browser") if name and (found := shutil.which(name))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not here: make pages installs it")
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
PROBE = """<script>addEventListener('load', () => { const wide = document.documentElement;
const out = [...document.querySelectorAll('body *')].filter(e => !e.closest('.table, svg, figure') && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.tagName);
const cut = [...document.querySelectorAll('svg text')].filter(t => { const s = t.ownerSVGElement.getBoundingClientRect(), b = t.getBoundingClientRect();
  return b.width && (b.right > s.right + 2 || b.left < s.left - 2); }).map(t => t.textContent);
document.title = JSON.stringify({scroll: wide.scrollWidth, width: innerWidth, out, cut, asked: performance.getEntriesByType('resource').map(r => r.name)}); })</script>"""


def run(*words, **more):
    return subprocess.run([CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-background-networking", "--no-first-run",
                           "--host-resolver-rules=MAP * ~NOTFOUND", *words], capture_output=True, text=True, timeout=120, check=True, **more).stdout  # fmt: skip


@pytest.fixture(scope="module", params=["en", "pl"])
def page(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("page")
    with Register.open("memory:") as register:
        register.add([Document(id=i, lang="en", published=day, text=text, url=f"https://example.org/{LONG}/{i}", publisher="Gazette", title=LONG) for i, day, text in TEXTS])
        brief = Answers(register).brief("POL", request.param, on="2025-01-31")
    path = folder / "brief.html"
    with path.open("w", encoding="utf-8") as out:
        write_page(brief, out)
    return brief, path


@pytest.mark.parametrize("width", [1200, 500])
def test_nothing_overflows_and_nothing_is_asked_for(page, width):
    _, path = page
    probed = path.with_name("probed.html")
    probed.write_text(path.read_text(encoding="utf-8").replace("</head>", PROBE + "</head>"), encoding="utf-8")
    dom = run(f"--window-size={width},900", "--virtual-time-budget=5000", "--dump-dom", probed.as_uri())
    found = json.loads(re.search(r"<title>(\{.*?\})</title>", dom)[1].replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">"))
    assert found["scroll"] <= found["width"] and not found["out"] and not found["cut"] and not found["asked"], found


def test_it_prints_on_pages_with_its_text(page):
    brief, path = page
    pdf = path.with_suffix(".pdf")
    run("--no-pdf-header-footer", f"--print-to-pdf={pdf}", path.as_uri())
    import pypdfium2

    held = pypdfium2.PdfDocument(pdf)
    texts = [p.get_textpage().get_text_bounded() for p in held]
    sizes = {tuple(round(x) for x in p.get_size()) for p in held}
    assert 2 <= len(texts) <= 12 and sizes == {(595, 842)} and all(len(t.strip()) > 40 for t in texts)
    whole = re.sub(r"[-\u00ad\ufffe\s\u0002]+", "", " ".join(texts))
    for section in brief.sections:
        assert re.sub(r"[-\s]+", "", section.heading) in whole
    assert all(re.sub(r"[-\s]+", "", n.quote)[:40] in whole for n in brief.notes)
