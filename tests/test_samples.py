"""The seed texts as data, from source and from every kind of distribution."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from vnplan import samples
from vnplan.errors import MissingFileError

ROOT = Path(__file__).parents[1]
SEEDS = {path.stem: path for path in sorted((ROOT / "seeds").glob("*.txt"))}

PROGRAM = """
import sys
from pathlib import Path
import vnplan.samples as samples
assert Path(samples.__file__).is_relative_to(Path(sys.argv[1])), samples.__file__
for name in samples.names():
    print(name, len(samples.text(name)))
"""
"""Tells which texts an installed vnplan holds; fails where another vnplan is found than the one asked for."""


class TestNames:
    def test_are_the_seeds_in_order(self) -> None:
        assert samples.names() == tuple(SEEDS)

    def test_there_are_five(self) -> None:
        assert len(samples.names()) == 5


class TestPath:
    @pytest.mark.parametrize("name", list(SEEDS))
    def test_whole_name(self, name: str) -> None:
        assert samples.path(name).read_bytes() == SEEDS[name].read_bytes()

    def test_beginning_that_only_one_has(self) -> None:
        assert samples.path("003").stem.startswith("003_")

    @pytest.mark.parametrize(
        "name",
        [
            "",  # every name begins so
            "00",  # so do several
            "nine",  # none does
        ],
    )
    def test_refuses_what_is_not_one_sample(self, name: str) -> None:
        with pytest.raises(MissingFileError) as caught:
            samples.path(name)
        assert caught.value.path == name
        assert all(known in caught.value.reason for known in SEEDS)


class TestText:
    @pytest.mark.parametrize("name", list(SEEDS))
    def test_is_the_file_undone_only_from_utf_8(self, name: str) -> None:
        assert samples.text(name).encode("utf-8") == SEEDS[name].read_bytes()


class TestLoad:
    def test_offsets_count_in_the_text(self) -> None:
        assert samples.load("001").text == samples.text("001")

    def test_all_in_order(self) -> None:
        assert [report.document for report in samples.load_all()] == list(SEEDS)


def run(*command: str | Path, cwd: Path = ROOT) -> str:
    done = subprocess.run([*map(str, command)], cwd=cwd, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def build(kind: str, source: Path, into: Path) -> Path:
    """Build one distribution with the hatchling at hand; nothing is fetched."""
    program = f"import hatchling.build as backend, sys; print(backend.build_{kind}(sys.argv[1]))"
    return into / run(sys.executable, "-c", program, into, cwd=source).splitlines()[-1]


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("sdist", ROOT, tmp_path_factory.mktemp("sdist"))


def names_in(folder: Path, package: Path) -> list[str]:
    """What a fresh interpreter finds once `folder` is its first place to look; vnplan must come from `package`."""
    start = f"import sys, site; sys.path.insert(0, {str(folder)!r}); site.addsitedir({str(folder)!r})"
    lines = run(sys.executable, "-c", f"{start}\n{PROGRAM}", package, cwd=folder).splitlines()
    return [line.split()[0] for line in lines]


def unpack(sdist: Path, into: Path) -> Path:
    with tarfile.open(sdist) as archive:
        if hasattr(tarfile, "data_filter"):  # not in the first releases of 3.11
            archive.extractall(into, filter="data")
        else:
            archive.extractall(into)
    return into / sdist.name.removesuffix(".tar.gz")


@pytest.mark.build
class TestDistributions:
    """The texts ship with the package, however it is installed."""

    def test_wheel(self, tmp_path: Path) -> None:
        zipfile.ZipFile(build("wheel", ROOT, tmp_path)).extractall(tmp_path / "site")
        assert names_in(tmp_path / "site", tmp_path / "site") == list(SEEDS)

    def test_wheel_built_from_sdist(self, sdist: Path, tmp_path: Path) -> None:
        zipfile.ZipFile(build("wheel", unpack(sdist, tmp_path), tmp_path)).extractall(tmp_path / "site")
        assert names_in(tmp_path / "site", tmp_path / "site") == list(SEEDS)

    def test_editable_finds_them_beside_the_source(self, tmp_path: Path) -> None:
        zipfile.ZipFile(build("editable", ROOT, tmp_path)).extractall(tmp_path / "site")
        assert not (tmp_path / "site" / "vnplan").exists()
        assert names_in(tmp_path / "site", ROOT / "src") == list(SEEDS)

    def test_sdist_holds_what_the_tests_need(self, sdist: Path) -> None:
        with tarfile.open(sdist) as archive:
            held = {name.partition("/")[2] for name in archive.getnames()}
        assert held >= {"README.md", "LICENSE", "CHANGELOG.md", "Makefile", "mkdocs.yml", "conftest.py"}
        assert held >= {"seeds/README.md", "tests/gold/score.py", "docs/index.md", "src/vnplan/py.typed"}
