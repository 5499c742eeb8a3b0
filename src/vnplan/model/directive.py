"""Who asks what of whom, and which documents are cited (chỉ đạo, văn bản viện dẫn)."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from vnplan.model.checked import checked
from vnplan.model.shown import short
from vnplan.model.source import Source


@frozen(field_transformer=checked)
class Person:
    """Somebody who speaks for an office (người phát biểu, chỉ đạo).

    Attributes:
        name: Name without đồng chí, ông, bà.
        role: Office as worded.
    """

    name: str
    role: str | None = None

    def __str__(self) -> str:
        return self.name


@frozen(field_transformer=checked)
class Body:
    """An authority or group of units (cơ quan, đơn vị)."""

    name: str

    def __str__(self) -> str:
        return self.name


Issuer = Person | Body


@frozen(kw_only=True, field_transformer=checked)
class Deadline:
    """By when something is due (thời hạn).

    Attributes:
        text: As worded.
        date: The day, where the text names one.
        inclusive: Whether the day itself still counts: "trước ngày" excludes it.
    """

    text: str
    date: date | None = None
    inclusive: bool = True

    def __str__(self) -> str:
        return self.text

    __repr__ = short


@frozen(kw_only=True, field_transformer=checked)
class Directive:
    """An instruction or assignment (ý kiến chỉ đạo, giao việc).

    Attributes:
        issuer: Who speaks.
        text: The task as worded.
        addressee: Who is to do it; None where the text does not say.
        verb: The verb that binds: giao, yêu cầu, đề nghị, cần …
        deadline: By when.
        source: Where it was read.
    """

    issuer: Issuer
    text: str
    addressee: Body | None = None
    verb: str | None = None
    deadline: Deadline | None = None
    source: Source | None = None

    def __str__(self) -> str:
        to = f" → {self.addressee}" if self.addressee is not None else ""
        return f"{self.issuer}{to}: {self.text}"

    __repr__ = short


@frozen(kw_only=True, field_transformer=checked)
class Citation:
    """A document that the text rests on or names (văn bản viện dẫn).

    Attributes:
        number: Number and symbol without spaces: ``19-CT/TU``, ``488`` in "Quyết định số 488"; None where only the type
            is named.
        type: Type as written before the number, or before the list of numbers: Nghị quyết, Quyết định …
        issuer: Who issued it, as worded.
        date: Date of the document.
        title: What it is about, as worded.
        is_basis: Whether the plan is made on its ground (căn cứ, thực hiện).
        source: Where it was read.
    """

    number: str | None = None
    type: str | None = None
    issuer: str | None = None
    date: date | None = None
    title: str | None = None
    is_basis: bool = False
    source: Source | None = None

    @property
    def resolved(self) -> bool:
        """Whether the document is pinned down: number, type, issuer and date."""
        return None not in (self.number, self.type, self.issuer, self.date)

    def __str__(self) -> str:
        return " ".join(part for part in (self.type, self.number) if part) or "?"

    __repr__ = short
