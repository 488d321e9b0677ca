"""The web report: its text, its policy, and what a real browser makes of it."""

import json
import re
import shutil

import nbformat
import pytest
import sample
from lxml import html as markup

from helpers import paths, record, report
from helpers.problems import InputProblems
from helpers.report.page import policy

BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync"]
needs_browser = pytest.mark.skipif(BROWSER is None, reason="Chromium is not installed")


def add_notebook(folder):
    from base64 import b64encode

    png = b64encode((folder / "figures" / "sample-figure.en.png").read_bytes()).decode()
    out = nbformat.v4.new_output
    book = nbformat.v4.new_notebook(cells=[
        nbformat.v4.new_markdown_cell("# How far\n\nText with <script>alert(1)</script> in it."),
        nbformat.v4.new_code_cell("language = \"en\"\nsecret_code()", outputs=[
            out("stream", name="stdout", text="sample-figure: 13 rows"),
            out("stream", name="stderr", text="a warning nobody should see"),
            out("display_data", data={"image/png": png, "text/plain": "<Image>"}, metadata={"image/png": {"alt": "Bars rise."}}),
            out("execute_result", data={"text/html": "<style scoped>td{}</style><table><tr><td onclick='x()'>7</td></tr></table>"
                                                     "<script>alert(2)</script><a href='javascript:x()'>y</a>", "text/plain": "7"}),
            out("display_data", data={"application/javascript": "alert(3)", "text/plain": "js"}),
        ])])
    (folder / "notebooks").mkdir()
    nbformat.write(book, folder / "notebooks" / "01-sample.ipynb")


@pytest.fixture(scope="module")
def made(sample_run, tmp_path_factory):
    folder = sample.copy(sample_run, tmp_path_factory.mktemp("report") / "sample")
    add_notebook(folder)
    report.write(folder)
    return folder


def text_of(folder, name="index.html"):
    return (folder / name).read_text(encoding="utf-8")


def tree(folder, name="index.html"):
    return markup.fromstring(text_of(folder, name))


def test_the_page_loads_nothing_and_says_so_in_its_policy(made):
    for name in ("index.html", "notebooks/01-sample.html"):
        page = tree(made, name)
        rule = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
        assert rule.startswith("default-src 'none'; img-src data:; style-src 'sha256-")
        assert "unsafe" not in rule and "*" not in rule.replace("sha256-", "")
        assert not page.xpath("//link|//iframe|//object|//embed|//form|//base|//*[@style]|//*[starts-with(name(@*), 'on')]")
        assert all(source.startswith("data:image/") for source in page.xpath("//img/@src"))
        assert not page.xpath("//script[@src]")
    assert not tree(made, "notebooks/01-sample.html").xpath("//script")


def test_both_languages_hold_every_finding_figure_and_source(made):
    page, run = tree(made), record.load(made)
    for lang, locale in (("en", "en-US"), ("es", "es-MX")):
        (block,) = page.xpath(f"//div[@id='{lang}']")
        assert block.get("lang") == locale
        shown = " ".join(block.text_content().split())
        for finding in run["findings"]:
            assert finding["sentence"][lang] in shown and finding["id"] in shown
        for figure, about in run["figures"].items():
            assert block.xpath(f".//article[@id='{lang}-figure-{figure}']//img/@alt") == [about["alt"][lang]]
            assert about["long_description"][lang] in shown and about["note"][lang] in shown
        for source in run["sources"].values():
            assert source.citation in shown
        assert not re.search(r"\b(report|column|value|status|letter)-[a-z]+(-[a-z]+)*\b(?!\.)", shown)
    assert not re.search(r"(?<!US)\$\d", " ".join(page.xpath("//div[@id='es']")[0].text_content().split()))
    assert "confirmado" in page.xpath("//div[@id='es']")[0].text_content()


def test_downloads_lead_to_the_bundle(made):
    for href in tree(made).xpath("//a[@download]/@href"):
        assert (made / href).is_file(), href
    assert len(tree(made).xpath("//div[@id='en']//a[@download]")) == 10


def test_every_inner_link_has_its_target(made):
    page = tree(made)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    for href in page.xpath("//a/@href"):
        if href.startswith("#"):
            assert href[1:] in ids, href
        elif not re.match(r"https?://", href):
            assert (made / href).is_file(), href


def test_raw_files_are_listed_with_their_hashes(made):
    shown = tree(made).xpath("//div[@id='en']")[0].text_content()
    for row in record.load(made)["manifest"]["raw_files"]:
        assert row["sha256"] in shown and row["accessed"] in shown


def test_what_changed_is_told(sample_run, made, tmp_path):
    folder = sample.copy(sample_run, tmp_path / "new")
    csv = folder / "figures" / "sample-figure.csv"
    csv.write_text(csv.read_text(encoding="utf-8").replace("1000000.5", "7000000.5"), encoding="utf-8")
    report.write(folder, previous=sample_run)
    assert "sample-figure: 1 value changed" in text_of(folder) and "1 valor cambió" in text_of(folder)
    assert "Nothing differs from the run before" in text_of(made)
    report.write(folder, previous=tmp_path / "nowhere")
    assert "Nothing differs from the run before" in text_of(folder)


def test_notebooks_are_pages_with_folded_code_and_clean_outputs(made):
    page = tree(made, "notebooks/01-sample.html")
    assert page.xpath("//details[@class='code']") and "secret_code" in page.xpath("//details")[0].text_content()
    assert page.xpath("//img/@alt") == ["Bars rise."]
    text = text_of(made, "notebooks/01-sample.html")
    assert "nobody should see" not in text and "<script" not in text and "onclick" not in text
    assert "javascript:" not in text and "alert(3)" not in text and "td{}" not in text
    assert page.xpath("//table//td/text()") == ["7"]
    assert page.xpath("//header//a/@href") == ["../index.html#en"]


def test_hostile_strings_are_never_live(sample_run, tmp_path):
    folder = sample.hostile(sample.copy(sample_run, tmp_path / "sample"))
    report.write(folder)
    page = tree(folder)
    assert len(page.xpath("//script")) == 1 and not page.xpath("//img[@onerror]|//img[@src='x']")
    assert not [href for href in page.xpath("//a/@href") if "javascript" in href]
    assert "{{ 7*7 }}" in page.text_content() and "\N{RIGHT-TO-LEFT OVERRIDE}" not in page.text_content()
    assert page.xpath("//article//img/@alt")[0].startswith('<script>alert("x")')


def test_no_rows_no_findings_no_notebooks(sample_run, tmp_path):
    folder = sample.copy(sample_run, tmp_path / "sample")
    (folder / "figures" / "sample-figure.csv").write_text("year,value_usd\n", encoding="utf-8")
    (folder / "findings.json").write_text("[]", encoding="utf-8")
    report.write(folder)
    assert "Data table: no rows" in text_of(folder) and "recorded no findings" in text_of(folder)


def test_a_long_table_is_cut_and_says_so(sample_run, tmp_path):
    folder = sample.copy(sample_run, tmp_path / "sample")
    rows = "\n".join(f"{1000 + n},{n}" for n in range(305))
    (folder / "figures" / "sample-figure.csv").write_text(f"year,value_usd\n{rows}\n", encoding="utf-8")
    report.write(folder)
    assert "5 more rows are in the CSV file." in text_of(folder)


def test_the_same_run_gives_the_same_page(made, sample_run, tmp_path):
    folder = sample.copy(sample_run, tmp_path / "sample")
    add_notebook(folder)
    report.write(folder)
    assert paths.digest(made / "index.html") == paths.digest(folder / "index.html")


def test_a_folder_without_a_run_and_a_full_disk(sample_run, tmp_path, monkeypatch):
    with pytest.raises(InputProblems, match="finished run"):
        report.write(tmp_path)
    folder = sample.copy(sample_run, tmp_path / "sample")
    report.write(folder)
    before = text_of(folder)
    monkeypatch.setattr(paths, "write_text", lambda *a: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(OSError):
        report.write(folder)
    assert text_of(folder) == before


def test_the_policy_names_the_hash_of_what_is_inside():
    assert "script-src" not in policy(styles="x") and "form-action 'none'" in policy(styles="x", script="y")


# In a browser ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=BROWSER, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def page(browser, made):
    opened = browser.new_page(viewport={"width": 1000, "height": 900}, accept_downloads=True, locale="en-US")
    opened.heard = []
    opened.on("console", lambda message: opened.heard.append(message.text))
    opened.on("pageerror", lambda error: opened.heard.append(str(error)))
    opened.on("request", lambda request: opened.heard.append(request.url)
              if not request.url.startswith(("file:", "data:")) else None)
    opened.goto((made / "index.html").as_uri())
    yield opened
    assert opened.heard == [], "the page complained, or asked the network for something"
    opened.close()


@needs_browser
def test_the_language_switch_changes_page_title_and_place(page):
    assert page.title() == "Arms Trail: sample" and not page.is_visible("#es")
    page.click("text=Español")
    assert page.is_visible("#es") and not page.is_visible("#en")
    assert page.title() == "Arms Trail: historia sample" and page.evaluate("document.documentElement.lang") == "es-MX"
    page.click("a[href='#es-figures']")
    assert page.get_attribute("[data-switch=en]", "href") == "#en-figures"
    page.click("text=English")
    assert page.is_visible("#en-figures") and page.url.endswith("#en-figures")


@pytest.fixture
def served(made):
    """The run's folder as a web server shows it; from a file, Chromium opens a download instead of keeping it."""
    import functools
    import http.server
    import threading

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *args):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(made)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def downloaded(page, link):
    """The file that a click on ``link`` brings. A busy machine's browser may lose a click, so it is clicked up to three times."""
    from playwright.sync_api import TimeoutError as Late

    for last in (False, False, True):
        try:
            with page.expect_download(timeout=15_000) as download:
                link.click()
        except Late:
            if last:
                raise
        else:
            assert download.value.failure() is None
            return download.value.path()


@needs_browser
def test_every_link_and_download_works(page, made, served):
    for lang in ("en", "es"):
        page.goto(f"{served}/index.html#{lang}")
        for link in page.query_selector_all(f"#{lang} a[download]"):
            name = link.get_attribute("href")
            assert paths.digest(downloaded(page, link)) == paths.digest(made / name)
        for link in page.query_selector_all(f"#{lang} a[href^='#']"):
            target = link.get_attribute("href")
            page.evaluate("target => { location.hash = target; }", target)
            page.wait_for_function("target => { const e = document.getElementById(target.slice(1));"
                                   " return e && e.getClientRects().length; }", arg=target)
    assert {url.removeprefix(served).split("#")[0] for url in page.heard} <= {
        "/index.html", *(f"/{href}" for href in tree(made).xpath("//a[@download]/@href"))}
    page.heard.clear()
    page.goto((made / "index.html").as_uri())
    page.click("text=Notebook 01-sample, as executed")
    assert page.url.endswith("notebooks/01-sample.html")
    page.click("text=Back to the report")
    assert page.url.endswith("index.html#en")


@needs_browser
def test_keyboard_alone_reaches_everything(page):
    reached = set()
    for _ in range(120):
        page.keyboard.press("Tab")
        place = page.evaluate("""() => { const e = document.activeElement; if (e === document.body) return '';
            return e.tagName + '|' + (e.getAttribute('href') || e.textContent.slice(0, 40) || e.getAttribute('aria-label')); }""")
        if not place:
            break
        reached.add(place)
    assert any("#es" in place for place in reached) and any(place.startswith("SUMMARY") for place in reached)
    assert any(place.startswith("A|figures/") for place in reached) and any("notebooks/" in place for place in reached)
    page.focus("[data-switch=es]")
    page.keyboard.press("Enter")
    page.wait_for_function("document.documentElement.lang === 'es-MX'")
    page.focus("#es details summary")
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector('#es details').open")


@needs_browser
def test_nothing_runs_over_at_320_pixels(page, made):
    page.set_viewport_size({"width": 320, "height": 800})
    for lang in ("en", "es"):
        page.goto((made / "index.html").as_uri() + f"#{lang}")
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.goto((made / "notebooks" / "01-sample.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@needs_browser
def test_it_prints(page, made, tmp_path):
    import pymupdf

    page.pdf(path=tmp_path / "report.pdf", prefer_css_page_size=True)
    pdf = pymupdf.open(tmp_path / "report.pdf")
    text = " ".join(" ".join(sheet.get_text() for sheet in pdf).split())
    for finding in record.load(made)["findings"]:
        assert finding["sentence"]["en"] in text
    assert "English" not in text and (pdf[0].rect.width, pdf[0].rect.height) == (612, 792)
    assert sum(len(sheet.get_image_info()) + (len(sheet.get_drawings()) > 20) for sheet in pdf) >= 1


@needs_browser
def test_axe_finds_nothing(page, made):
    from axe_playwright_python.sync_playwright import Axe

    for lang in ("en", "es"):
        page.goto((made / "index.html").as_uri() + f"#{lang}")
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
        results = Axe().run(page)
        assert results.violations_count == 0, results.generate_report()
    page.goto((made / "notebooks" / "01-sample.html").as_uri())
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


@needs_browser
def test_hostile_strings_do_nothing_in_a_browser(browser, sample_run, tmp_path):
    folder = sample.hostile(sample.copy(sample_run, tmp_path / "sample"))
    report.write(folder)
    opened, alerts = browser.new_page(), []
    opened.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    opened.goto((folder / "index.html").as_uri())
    opened.wait_for_timeout(300)
    assert alerts == [] and opened.is_visible("#en")
    opened.close()


def test_findings_come_from_findings_json(sample_run, tmp_path):
    folder = sample.copy(sample_run, tmp_path / "sample")
    found = json.loads((folder / "findings.json").read_text(encoding="utf-8"))
    found[0]["sentence"]["es"] = "Una oración que solo está en findings.json."
    (folder / "findings.json").write_text(json.dumps(found), encoding="utf-8")
    report.write(folder)
    assert "Una oración que solo está en findings.json." in text_of(folder)


def test_sheets_are_linked_in_their_language(sample_run, tmp_path):
    folder = sample.copy(sample_run, tmp_path / "sample")
    for lang in ("en", "es"):
        paths.write_text(folder / "sheets" / f"san-luis-potosi.{lang}.html", "<!doctype html>")
    report.write(folder)
    assert tree(folder).xpath("//div[@id='es']//a[starts-with(@href, 'sheets/')]/@href") == ["sheets/san-luis-potosi.es.html"]
    assert tree(folder).xpath("//div[@id='es']//a[starts-with(@href, 'sheets/')]/text()") == ["San Luis Potosi"]


DEFAULT = paths.root() / "runs" / "default"


@needs_browser
@pytest.mark.skipif(not (DEFAULT / "index.html").is_file(), reason="the default run has not been made (armstrail run)")
def test_the_default_runs_pages_fit_a_phone_and_run_their_script(browser):
    """Rules of axe are tried on the sample's page, which has the same template; over this one axe takes minutes."""
    opened, heard = browser.new_page(viewport={"width": 320, "height": 800}), []
    opened.on("console", lambda message: heard.append(message.text))
    for path in [DEFAULT / "index.html", *sorted((DEFAULT / "notebooks").glob("03*.html")), *sorted((DEFAULT / "sheets").glob("g*.es.html"))]:
        opened.goto(path.as_uri())
        assert opened.evaluate("document.documentElement.scrollWidth") <= 320, path.name
    opened.goto((DEFAULT / "index.html").as_uri() + "#es-sources")
    assert opened.is_visible("#es-sources") and not opened.is_visible("#en-sources") and heard == []
    opened.close()


@pytest.mark.skipif(not (DEFAULT / "index.html").is_file(), reason="the default run has not been made (armstrail run)")
def test_the_default_report_has_no_raw_key_and_no_dead_link():
    page = tree(DEFAULT)
    ids = set(page.xpath("//@id"))
    for href in set(page.xpath("//a/@href")):
        if href.startswith("#"):
            assert href[1:] in ids, href
        elif not re.match(r"https?://", href):
            assert (DEFAULT / re.sub(r"%20", " ", href)).is_file(), href
    from helpers.words.catalog import catalog

    for lang in ("en", "es"):
        shown = " ".join(page.xpath(f"//div[@id='{lang}']")[0].text_content().split())
        keys = {key for key in catalog(lang).entries if key.count("-") >= 2}
        codes = set(re.findall(r"(?<![\w./-])[a-z]+(?:-[a-z0-9]+){2,}(?![\w./-])", shown))
        figures = {path.stem for path in (DEFAULT / "figures").glob("*.json")}
        assert (codes & keys) - figures == set(), "a raw key on the page"
    assert not re.search(r"(?<!US)\$\d", " ".join(page.xpath("//div[@id='es']")[0].text_content().split()))
