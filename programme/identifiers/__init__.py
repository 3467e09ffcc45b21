"""Numbers, amounts, names and dates as owners write them, read to one canonical form.

Each `read_…` takes any text and gives the canonical value or a `Problem` that says what is wrong with it; none raises.
"""
