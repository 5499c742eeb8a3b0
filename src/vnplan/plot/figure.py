"""A figure that shows itself in a notebook; imported only where matplotlib is there."""

from __future__ import annotations

from io import BytesIO

from matplotlib.figure import Figure


class Chart(Figure):
    """A figure of no global state, shown as a picture by Jupyter without any setting."""

    def _repr_png_(self) -> bytes:
        held = BytesIO()
        self.savefig(held, format="png")
        return held.getvalue()
