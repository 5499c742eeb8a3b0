"""How a report was read, told in its own text."""

from __future__ import annotations

import pytest

import vnplan
from vnplan import Claim, InvalidValueError, Ledger, LedgerEntry, Report, samples
from vnplan.explaining import Piece, explain, pieces


class TestReport:
    @pytest.mark.parametrize("name", samples.names())
    def test_pieces_give_the_text_back(self, name: str) -> None:
        report = samples.load(name)
        assert "".join(piece.text for piece in pieces(report)) == report.text

    @pytest.mark.parametrize("name", samples.names())
    def test_every_number_is_marked_once(self, name: str) -> None:
        report = samples.load(name)
        assert sum(piece.claim is not None for piece in pieces(report)) == len(report.ledger)

    def test_figures_tell_their_role(self) -> None:
        told = explain(vnplan.loads("Năm 2023, thu ngân sách đạt 5.574,5 tỷ đồng, tăng 12%."))
        assert told == "Năm [2023: kỳ], thu ngân sách đạt [5.574,5: kết quả] tỷ đồng, tăng [12: tăng, giảm]%."

    def test_english(self) -> None:
        assert explain(vnplan.loads("Năm 2023"), locale="en") == "Năm [2023: period]"

    def test_unread_numbers_stand_out(self) -> None:
        report = Report(text="a 17 b", ledger=Ledger((LedgerEntry(2, 4, Claim.UNREAD),)))
        assert explain(report) == "a [17: ??? chưa đọc được] b"

    def test_a_figure_without_an_object_is_still_a_figure(self) -> None:
        report = Report(text="17", ledger=Ledger((LedgerEntry(0, 2, Claim.FIGURE),)))
        assert list(pieces(report)) == [Piece("17", Claim.FIGURE, "số liệu")]

    def test_entries_in_any_order_and_overlapping(self) -> None:
        entries = (LedgerEntry(3, 4, Claim.AGE), LedgerEntry(0, 2, Claim.DATE), LedgerEntry(1, 2, Claim.AGE))
        found = list(pieces(Report(text="12 3", ledger=Ledger(entries))))
        assert [piece.text for piece in found] == ["12", " ", "3"]


class TestVerdict:
    def test_is_derived_line_by_line(self) -> None:
        target = vnplan.Target(name="Thu", stated=vnplan.Stated.of("từ 95% trở lên"))
        actual = vnplan.Actual(name="Thu", stated=vnplan.Stated.of("96,2%"))
        told = explain(vnplan.assess(target, actual))
        assert told.startswith("Chỉ tiêu: ")
        assert "Kết luận: đạt" in told


def test_refuses_what_has_no_explanation() -> None:
    with pytest.raises(InvalidValueError, match="a report or a verdict"):
        explain("17")  # type: ignore[arg-type]
