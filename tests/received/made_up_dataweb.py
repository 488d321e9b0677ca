"""A made-up DataWeb query for Mexico in the true layout; round figures that nobody published."""

HEADINGS = {"9301": 4, "9302": 2, "9303": 1, "9305": 2, "9306": 3}


def csv_text(first: int = 2000, last: int = 2024, flow: str = "Total Exports", codes: dict[str, int] = HEADINGS, zero_last: bool = False) -> str:
    """Each code's value is its weight times 100,000 times the number of the year; ``zero_last`` leaves the last year empty as DataWeb does."""
    years = range(first, last + 1)
    lines = [f"{flow}|Annual Data", f"Data Row Count,{len(codes)}", "Data Type,HTS Number,Description,Country," + ",".join(map(str, years))]
    totals = [0] * len(years)
    for code, weight in codes.items():
        values = [0 if zero_last and year == last else weight * 100_000 * (year - first + 1) for year in years]
        totals = [a + b for a, b in zip(totals, values, strict=True)]
        lines.append(f"FAS Value,{code},MADE UP,Mexico," + ",".join(f"{value}.00" for value in values))
    lines.append("Total: ,,,," + ",".join(f'"{value:,}"' for value in totals))
    return "\n".join(lines) + "\n"
