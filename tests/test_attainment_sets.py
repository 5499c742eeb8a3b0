"""A printed figure as a set of possible values."""

from __future__ import annotations

from decimal import Decimal, localcontext

import pytest

from tests.attainment_makers import stated
from vnplan.attainment import DEFAULT, Policy, Rounding, possible_values
from vnplan.errors import InvalidValueError
from vnplan.model.indicator import NaturalDomain

HALF_UP = Policy(rounding=Rounding.HALF_UP)
TRUNCATED = Policy(rounding=Rounding.TRUNCATED)


class TestPossibleValues:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("95 %", "[94.5, 95.5]"),
            ("3.0 %", "[2.95, 3.05]"),
            ("-3.0 %", "[-3.05, -2.95]"),
            ("1390.9 tỷ đồng", "[1390850000000, 1390950000000]"),
            ("5208 tỷ đồng", "[5207500000000, 5208500000000]"),  # trailing zeros would say nothing either
            ("1.4 nghìn tỷ đồng", "[1350000000000, 1450000000000]"),
            ("534 doanh nghiệp", "{534}"),  # a whole count
            ("12 nghìn người", "[11500, 12500]"),
            (">= 75 %", "[75, ∞)"),
            ("> 95 %", "(95, ∞)"),
            ("<= 3 %", "(−∞, 3]"),
            ("< 3 %", "(−∞, 3)"),
            ("near 500 tỷ đồng", "(−∞, 500000000000)"),
            ("6.6–6.8 %", "[6.6, 6.8]"),
            ("> 5 người", "[6, ∞)"),  # people are whole
            ("< 5 người", "[0, 4]"),
            ("<= 5 người", "[0, 5]"),
        ],
    )
    def test_default_policy(self, text: str, expected: str) -> None:
        assert str(possible_values(stated(text))) == expected

    @pytest.mark.parametrize(
        ("text", "half_up", "truncated"),
        [
            ("3.0 %", "[2.95, 3.05)", "[3.0, 3.1)"),
            ("-3.0 %", "(-3.05, -2.95]", "(-3.1, -3.0]"),  # by the magnitude: mirrored
            ("0.0 %", "(-0.05, 0.05)", "(-0.1, 0.1)"),
            ("0 %", "(-0.5, 0.5)", "(-1, 1)"),
            ("534 doanh nghiệp", "{534}", "{534}"),
            (">= 75 %", "[75, ∞)", "[75, ∞)"),
        ],
    )
    def test_other_roundings(self, text: str, half_up: str, truncated: str) -> None:
        assert str(possible_values(stated(text), policy=HALF_UP)) == half_up
        assert str(possible_values(stated(text), policy=TRUNCATED)) == truncated

    def test_no_figure_is_no_set(self) -> None:
        assert possible_values(stated("")) is None

    def test_about_is_a_set_only_with_a_tolerance(self) -> None:
        assert possible_values(stated("about 4 %")) is None
        assert str(possible_values(stated("about 4 %"), policy=Policy(about=Decimal(10)))) == "[3.60, 4.40]"
        assert str(possible_values(stated("about -4 %"), policy=Policy(about=Decimal(10)))) == "[-4.40, -3.60]"

    def test_exact_by_decree(self) -> None:
        assert str(possible_values(stated("5558 tỷ đồng"), exact_value=True)) == "{5558000000000}"

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("99.8 %", "[99.75, 99.85]"),
            ("100 %", "{100}"),
            ("100.0 %", "{100.0}"),
            ("0 %", "{0}"),
            ("> 99 %", "(99, 100]"),
            ("0.2 %", "[0.15, 0.25]"),
            ("103.4 %", "[103.35, 103.45]"),  # impossible; the audit says so, the set stays
        ],
    )
    def test_share_of_a_whole(self, text: str, expected: str) -> None:
        assert str(possible_values(stated(text), domain=NaturalDomain.SHARE)) == expected

    def test_full_share_is_rounded_where_the_policy_says_so(self) -> None:
        policy = Policy(full_and_none_exact=False)
        assert str(possible_values(stated("100 %"), domain=NaturalDomain.SHARE, policy=policy)) == "[99.5, 100]"

    def test_ratio_to_an_estimate_may_pass_100(self) -> None:
        assert str(possible_values(stated("100.3 %"))) == "[100.25, 100.35]"

    def test_nonnegative_domain(self) -> None:
        assert str(possible_values(stated("0 tỷ đồng"), domain=NaturalDomain.NONNEGATIVE)) == "[0, 500000000]"

    def test_callers_decimal_context_does_not_matter(self) -> None:
        expected = [possible_values(stated("357519.7 tỷ đồng"), policy=policy) for policy in (DEFAULT, TRUNCATED)]
        with localcontext(prec=3):
            found = [possible_values(stated("357519.7 tỷ đồng"), policy=policy) for policy in (DEFAULT, TRUNCATED)]
        assert found == expected


class TestPolicy:
    def test_id_names_what_differs_from_the_default(self) -> None:
        assert DEFAULT.id == "vnplan-1"
        policy = Policy(rounding=Rounding.TRUNCATED, about=Decimal("2.5"), bound_exceeds=True)
        assert policy.id == "vnplan-1+rounding=truncated+about=2.5+bound_exceeds=true"
        assert str(policy) == policy.id

    def test_equal_policies_have_equal_ids(self) -> None:
        assert Policy() == DEFAULT
        assert hash(Policy()) == hash(DEFAULT)

    @pytest.mark.parametrize(
        ("choices", "field"),
        [
            ({"about": Decimal(-1)}, "about"),
            ({"ahead": Decimal("0.9")}, "ahead, on_pace, behind"),
            ({"behind": Decimal(0)}, "ahead, on_pace, behind"),
        ],
    )
    def test_refuses_what_makes_no_sense(self, choices: dict[str, Decimal], field: str) -> None:
        with pytest.raises(InvalidValueError) as caught:
            Policy(**choices)  # type: ignore[arg-type]
        assert caught.value.field == field
