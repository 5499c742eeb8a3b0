"""Stated verdicts against computed ones (từ đánh giá nêu trong văn bản)."""

from __future__ import annotations

from collections.abc import Iterator

from vnplan.attainment import Consistency, Outcome, Policy, Result, Verdict, acceptance, assess
from vnplan.attainment.joining import Vintage
from vnplan.audit.finding import Evidence, Fact, Finding, sources_of
from vnplan.audit.wording import stated_en, stated_vi, subject_en
from vnplan.model.actual import VerdictWord
from vnplan.model.target import Target

_MEANT = {
    VerdictWord.EXCEEDED: frozenset((Outcome.EXCEEDED,)),
    VerdictWord.MET: frozenset((Outcome.MET, Outcome.EXCEEDED)),  # what is exceeded is met too
    VerdictWord.NOT_MET: frozenset((Outcome.NOT_MET,)),
}
_VI = {
    VerdictWord.EXCEEDED: "vượt",
    VerdictWord.MET: "đạt",
    VerdictWord.NOT_MET: "không đạt",
    Outcome.EXCEEDED: "vượt",
    Outcome.MET: "đạt",
    Outcome.NOT_MET: "không đạt",
    Outcome.OPEN: "đang thực hiện",
    Outcome.INDETERMINATE: "chưa đủ căn cứ",
    Outcome.NOT_COMPARABLE: "không so sánh được",
    Outcome.NO_ACTUAL: "chưa có số liệu",
    Outcome.QUALITATIVE: "định tính",
}

_EN = {
    VerdictWord.EXCEEDED: "exceeded",
    VerdictWord.MET: "met",
    VerdictWord.NOT_MET: "not met",
    Outcome.EXCEEDED: "exceeded",
    Outcome.MET: "met",
    Outcome.NOT_MET: "not met",
    Outcome.OPEN: "open",
    Outcome.INDETERMINATE: "not certain",
    Outcome.NOT_COMPARABLE: "not comparable",
    Outcome.NO_ACTUAL: "no result told",
    Outcome.QUALITATIVE: "qualitative",
}


def check_verdict_words(evidence: Evidence) -> Iterator[Finding]:
    """A verdict word of the text (vượt, đạt, không đạt) against the computed verdict.

    A word that no value at all could earn ("vượt" of a bound) is a contradiction even where there is no figure.
    Of several targets that one result answers, a word need only be right for one.
    """
    told: tuple[Fact[Result], ...] = evidence.actuals + evidence.changes
    if all(one.figure.verdict_word is None for one in told):
        return  # joining is the costly part
    found: dict[int, list[Finding]] = {}
    for joined in evidence.joined:
        for result in joined.actuals:
            word = result.figure.verdict_word
            if word is not None:
                found.setdefault(id(result.figure), []).append(_judged(evidence.policy, joined.target, result, word))
    for findings in found.values():
        right = [one for one in findings if not one.needs_attention]
        yield from right or findings


def _judged(policy: Policy, target: Vintage[Target], result: Vintage[Result], word: VerdictWord) -> Finding:
    exactly = True if target.exact else None
    verdict = assess(target.figure, result.figure, policy=policy, exact_target=exactly)
    found = _compare(verdict, word, policy)
    told = verdict.outcome
    name = target.figure.name
    return Finding(
        rule="verdict_words",
        result=found,
        subject=target.figure.label,
        documents=tuple(dict.fromkeys((result.document, target.document))),
        sources=sources_of(result.figure, target.figure),
        missing=tuple(verdict.reasons) if found is Consistency.UNDECIDED else (),
        message_vi=(
            f"{name}: văn bản nêu “{_VI[word]}”, tính được “{_VI[told]}” "
            f"(chỉ tiêu {stated_vi(target.figure.stated)}, kết quả {stated_vi(result.figure.stated)})."
        ),
        message_en=(
            f"{subject_en(target.figure)}: the text says “{_EN[word]}”, the figures say “{_EN[told]}” "
            f"(target {stated_en(target.figure.stated)}, result {stated_en(result.figure.stated)})."
        ),
    )


def _compare(verdict: Verdict, word: VerdictWord, policy: Policy) -> Consistency:
    meant = _MEANT[word]
    if verdict.outcome.is_decided:
        return Consistency.CONSISTENT if meant & verdict.possible else Consistency.INCONSISTENT
    if verdict.outcome is Outcome.NOT_COMPARABLE:
        return Consistency.UNDECIDED
    accepted = acceptance(verdict.target, policy=policy)
    if accepted is None:
        return Consistency.UNDECIDED
    # With no core end there is no outside: the outcome named for it is never given.
    given = {accepted.inside}
    given |= {accepted.below} if accepted.core.lower is not None else set()
    given |= {accepted.above} if accepted.core.upper is not None else set()
    possible = meant & given or Outcome.INDETERMINATE in given
    return Consistency.UNDECIDED if possible else Consistency.INCONSISTENT
