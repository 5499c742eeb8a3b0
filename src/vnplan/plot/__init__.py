"""Charts of scorecards and series (biểu đồ), by matplotlib: ``pip install 'vnplan[plot]'``.

Each function returns the figure that it drew on; `savefig` of that writes PNG, SVG or PDF.
"""

from vnplan.plot.bullet import bullets
from vnplan.plot.course import series
from vnplan.plot.growing import growth
from vnplan.plot.pacing import pace

__all__ = ["bullets", "growth", "pace", "series"]
