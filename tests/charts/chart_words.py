"""The words of a figure as long as real ones, for the tests of this folder."""

from helpers import charts

WORDS = charts.PageText(
    "Reported exports reached $137.4 million in 2015–2017, at most 12.3 times the 2002–2004 sum",
    "HS chapter 93, current dollars, United States to Mexico, 1994–2017",
    "Source: U.S. Census Bureau, USA Trade Online; Bureau of Transportation Statistics, TransBorder; read November 21, 2026",
    "Note: Surface modes only before 2007, so the base is a lower bound. " * 2,
    "Data: SHA-256 4b886424… · all parameters at their defaults",
)
