"""From bytes to text."""

from __future__ import annotations

import io
import unicodedata
from pathlib import Path

import pytest

from vnplan.errors import (
    InvalidValueError,
    LoadError,
    MissingFileError,
    NoTextError,
    UnknownFormatError,
    UnreadableTextError,
)
from vnplan.files import Format, decode, format_of, read_bytes, read_file
from vnplan.files.html import html_text

SENTENCE = "Tổng thu ngân sách Nhà nước ước đạt 1.390,9 tỷ đồng"
WINDOWS_1258 = (
    b"T\xf4\xd2ng thu ng\xe2n s\xe1ch Nh\xe0 n\xfd\xf5\xecc \xfd\xf5\xecc \xf0a\xf2t 1.390,9 ty\xd2 \xf0\xf4\xccng"
)


class TestDecode:
    @pytest.mark.parametrize(
        "data",
        [
            SENTENCE.encode(),
            SENTENCE.encode("utf-8-sig"),
            SENTENCE.encode("utf-16"),
            "\ufeff".encode("utf-16-be") + SENTENCE.encode("utf-16-be"),
        ],
    )
    def test_unicode_with_and_without_a_mark(self, data: bytes) -> None:
        assert decode(data) == SENTENCE

    def test_windows_1258_keeps_its_tone_marks_apart(self) -> None:
        text = decode(WINDOWS_1258)
        assert text != SENTENCE
        assert unicodedata.normalize("NFC", text) == SENTENCE

    def test_line_ends_stay_as_given(self) -> None:
        assert decode(b"a\r\nb\rc\n") == "a\r\nb\rc\n"

    def test_decomposed_letters_stay_as_given(self) -> None:
        given = unicodedata.normalize("NFD", SENTENCE)
        assert decode(given.encode()) == given

    @pytest.mark.parametrize(
        "data",
        [
            "Tæng thu ng©n s¸ch Nhµ n\xadíc".encode("latin-1"),  # TCVN3
            "Toång thu ngaân saùch Nhaø nöôùc".encode("latin-1"),  # VNI
            SENTENCE.encode()[:-1] + b"\xe1\xff\x8a",  # broken off
            bytes(range(128, 256)),
            b"\xff\xfea",  # half a character of UTF-16
        ],
    )
    def test_refuses_what_it_cannot_read(self, data: bytes) -> None:
        with pytest.raises(UnreadableTextError) as caught:
            decode(data, name="cũ.txt")
        assert caught.value.path == "cũ.txt"
        assert isinstance(caught.value.__cause__, UnicodeDecodeError)

    def test_says_where_it_stopped_being_utf_8(self) -> None:
        with pytest.raises(UnreadableTextError, match="byte 0xff at 3"):
            decode(b"abc\xff\xfe\xff\xfe\xff")


class TestFormat:
    @pytest.mark.parametrize(
        ("name", "data", "expected"),
        [
            ("a.txt", b"x", Format.TXT),
            ("a.MD", b"x", Format.MD),
            ("a.htm", b"x", Format.HTML),
            ("", b"x", Format.TXT),
            ("a", b"\n<!-- note --><html><p>x", Format.HTML),
            ("a", b"\xef\xbb\xbf<!DOCTYPE html>", Format.HTML),
            ("a.2023", "Năm".encode("utf-16"), Format.TXT),  # no suffix that is known
            ("a.txt", b"<html>", Format.TXT),  # the suffix decides
        ],
    )
    def test_by_suffix_else_by_the_first_bytes(self, name: str, data: bytes, expected: Format) -> None:
        assert format_of(data, name=name) is expected

    @pytest.mark.parametrize("told", ["html", "HTML", ".html", "htm"])
    def test_as_told(self, told: str) -> None:
        assert format_of(b"x", name="a.txt", file_format=told) is Format.HTML

    @pytest.mark.parametrize(
        ("name", "data", "word"),
        [
            ("a.docx", b"PK\x03\x04", "Word"),
            ("a.pdf", b"x", "PDF"),
            ("a.xls", b"\xd0\xcf\x11\xe0", "Excel"),
            ("a.txt", b"%PDF-1.7", "PDF"),  # the bytes know better
            ("a", b"PK\x03\x04", "zip"),
            ("a", b"\x00\x01\x02", "no text"),
        ],
    )
    def test_says_what_it_cannot_read_yet(self, name: str, data: bytes, word: str) -> None:
        with pytest.raises(UnknownFormatError, match=word) as caught:
            format_of(data, name=name)
        assert caught.value.path == name

    def test_refuses_an_unknown_format_asked_for(self) -> None:
        with pytest.raises(UnknownFormatError, match="'odt' is none of txt, md, html"):
            format_of(b"x", file_format="odt")


class TestReadFile:
    def test_path(self, tmp_path: Path) -> None:
        path = tmp_path / "Báo cáo quý I.txt"
        path.write_text(SENTENCE, encoding="utf-8")
        read = read_file(path)
        assert (read.text, read.document, read.format) == (SENTENCE, "Báo cáo quý I", Format.TXT)
        assert read_file(str(path)) == read

    def test_binary_file(self, tmp_path: Path) -> None:
        path = tmp_path / "a.md"
        path.write_text(SENTENCE, encoding="utf-8")
        with path.open("rb") as file:
            assert read_file(file).document == "a"

    def test_nameless_binary_file(self) -> None:
        read = read_file(io.BytesIO(SENTENCE.encode()))
        assert (read.text, read.name, read.document) == (SENTENCE, "", "")

    def test_file_in_text_mode(self) -> None:
        with pytest.raises(InvalidValueError, match="binary mode"):
            read_file(io.StringIO("x"))  # type: ignore[arg-type]

    def test_missing(self, tmp_path: Path) -> None:
        with pytest.raises(MissingFileError) as caught:
            read_file(tmp_path / "không có.txt")
        assert caught.value.filename == str(tmp_path / "không có.txt")

    def test_folder(self, tmp_path: Path) -> None:
        with pytest.raises(LoadError, match="folder"):
            read_file(tmp_path)

    def test_path_that_cannot_be(self) -> None:
        with pytest.raises(LoadError, match="null"):
            read_file("a\0b")

    @pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"<html><script>1</script>"])
    def test_no_text(self, data: bytes) -> None:
        with pytest.raises(NoTextError):
            read_bytes(data, name="a.html" if data.startswith(b"<") else "a.txt")


class TestHtml:
    @pytest.mark.parametrize(
        ("page", "expected"),
        [
            ("<p>Một\n  hai</p><p>ba", "Một hai\n\nba\n"),
            ("một<br>hai", "một\n\nhai\n"),
            ("<h2>I. Kinh tế</h2>x", "## I. Kinh tế\n\nx\n"),
            ("<b>1.390</b>,9 t&#7927; &amp; hơn", "1.390,9 tỷ & hơn\n"),
            ("diện tích 5 m<sup>2</sup>", "diện tích 5 m²\n"),
            ("<ul><li>a<li>b</ul>", "- a\n- b\n"),
            ("<ol start='3'><li>a</li><li value=7>b</li><li>c</ol>", "3. a\n\n7. b\n\n8. c\n"),
            ("<li>a", "- a\n"),  # outside any list
            ("<pre>a  b\nc</pre>", "a b\n\nc\n"),
            ("<head><title>1</title><body>x", "x\n"),  # a head left open
            ("<style>p{top:1}</style><script>var a='<p>2</p>'</script>x<noscript>3</noscript>", "x\n"),
            ("<svg><text>4</text><path/></svg>x<br/>y", "x\n\ny\n"),
            ("</td></tr></table></ul></pre></sup>x", "x\n"),  # ends of nothing
            ("a<td>b", "a\n\nb\n"),  # a cell outside any table
            ("", ""),
        ],
    )
    def test_text(self, page: str, expected: str) -> None:
        assert html_text(page) == expected

    @pytest.mark.parametrize(
        ("page", "expected"),
        [
            (
                "<table><tr><th>Chỉ tiêu</th><th>Số</th></tr><tr><td>Thu</td><td>5|8</td></tr></table>",
                "| Chỉ tiêu | Số |\n| Thu | 5/8 |\n",
            ),
            ("<table><tr><th>a<th>b<tr><td>1<td>2</table>x", "| a | b |\n| 1 | 2 |\n\nx\n"),  # ends left out
            ("<table><tr><td><p>a</p><p>b</p><td>c", "| a b | c |\n"),
            ("<table><tr><td></td><td>a</td><td>b", "|  | a | b |\n"),  # an empty cell keeps its column
            ("<table><tr><td>a</td></tr><tr><td><p>b</p><p>c</p></td></tr></table>", "a\n\nb\n\nc\n"),  # no columns
            ("<table><tr><td>a<table><tr><td>1<td>2</table><td>b</table>", "a\n\n| 1 | 2 |\n\nb\n"),  # page layout
        ],
    )
    def test_tables(self, page: str, expected: str) -> None:
        assert html_text(page) == expected

    def test_encoding_that_the_page_names(self) -> None:
        page = b"<html><meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'><p>gar\xe7on"
        assert read_bytes(page).text == "garçon\n"

    def test_unknown_encoding_that_the_page_names(self) -> None:
        assert read_bytes(b"<html><meta charset=x-unheard-of><p>a\x93").text == "a“\n"

    def test_windows_1258_page(self) -> None:
        text = read_bytes(b"<html><meta charset='windows-1258'><p>" + WINDOWS_1258).text
        assert unicodedata.normalize("NFC", text) == SENTENCE + "\n"
