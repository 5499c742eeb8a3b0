"""Makes the pictures of README and docs from the texts in seeds/: ``python tools/pictures.py``.

The picture of the page needs Playwright and a Chromium; without them it is left as it is.
"""

from __future__ import annotations

import shutil
import sys
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

import vnplan

IMAGES = Path(__file__).parents[1] / "docs" / "img"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
WIDTH, HEIGHT, MARGIN = 1180, 980, 24


def main() -> None:
    """Write all pictures."""
    IMAGES.mkdir(exist_ok=True)
    reports = tuple(vnplan.samples.load_all())
    charts(reports)
    for language in ("vi", "en"):
        photograph(reports, language)


def charts(reports: tuple[vnplan.Report, ...]) -> None:
    """A picture of each chart; the same bytes each time."""
    card, together = vnplan.scorecard(reports), vnplan.ReportSet(reports)
    revenue, aims = (
        together.series("state_budget_revenue", role=role) for role in (vnplan.Role.ACTUAL, vnplan.Role.TARGET)
    )
    sales = together.series("goods_services_sales", role=vnplan.Role.CHANGE)
    drawn = {
        "bullets": vnplan.plot.bullets(card),
        "pace": vnplan.plot.pace(card),
        "series": vnplan.plot.series(revenue, targets=aims),
        "growth": vnplan.plot.growth(sales),
    }
    for name, figure in drawn.items():
        figure.savefig(IMAGES / f"{name}.png", dpi=140, metadata={"Software": None})


def photograph(reports: tuple[vnplan.Report, ...], language: str) -> None:
    """The page of the scorecard as a browser shows it, one figure opened."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    try:
        driver = import_module("playwright.sync_api")
    except ImportError:
        driver = None
    if browser is None or driver is None:
        sys.stderr.write("pictures: no browser, so no picture of the page\n")
        return
    with TemporaryDirectory() as folder, driver.sync_playwright() as playwright:
        path = Path(folder, "page.html")
        path.write_text(vnplan.scorecard_page(reports, locale="vi" if language == "vi" else "en"), encoding="utf-8")
        opened = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        page = opened.new_page(viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=1.5)
        page.goto(path.as_uri())
        page.locator("tr.met button.figure").last.click()
        page.mouse.move(0, 0)
        page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
        shown = page.locator("tr:has(.quote:visible)").last.bounding_box()
        clip = {"x": 0, "y": 0, "width": WIDTH, "height": shown["y"] + shown["height"] + MARGIN}
        page.screenshot(path=IMAGES / f"scorecard-{language}.png", full_page=True, clip=clip)
        opened.close()


if __name__ == "__main__":
    main()
