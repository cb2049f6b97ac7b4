"""Computes again what the tests wrote in target/test-statistics.csv, with statsmodels and SciPy.

    shares.py FILE
"""

import csv
import math
import sys
from collections import Counter

from scipy.optimize import brentq
from scipy.stats import norm, t
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint
from statsmodels.stats.weightstats import _tconfint_generic

Z = 1.96
CLOSE = 1e-9


def effective(of, among):
    return of * (among - 1) / (among - of)


def wilson(part, of, among, z=Z):
    n = effective(of, among)
    return proportion_confint(part / of * n, n, alpha=2 * norm.sf(z), method="wilson")


def newcombe(a, b, c, d, e, f, z=Z):
    p1, p2 = a / b, d / e
    (l1, u1), (l2, u2) = wilson(a, b, c, z), wilson(d, e, f, z)
    return (
        p1 - p2 - math.sqrt((p1 - l1) ** 2 + (u2 - p2) ** 2),
        p1 - p2 + math.sqrt((u1 - p1) ** 2 + (p2 - l2) ** 2),
    )


def chance(*six):
    difference = six[0] / six[1] - six[3] / six[4]
    if difference == 0:
        return 1.0, 0.0
    edge = lambda z: newcombe(*six, z=z)[0 if difference > 0 else 1]
    # Beyond 8 the level of the library is not exact any more; nor does it matter.
    if edge(1e-9) * edge(8.0) > 0:
        return None, difference
    return 2 * norm.sf(brentq(edge, 1e-9, 8.0, xtol=1e-14)), difference


def student(mean, variance, of, *_):
    return _tconfint_generic(mean, math.sqrt(variance / of), of - 1, 0.05, "two-sided")


def welch(m1, v1, n1, m2, v2, n2):
    a, b = v1 / n1, v2 / n2
    freedom = (a + b) ** 2 / (a * a / (n1 - 1) + b * b / (n2 - 1))
    half = t.ppf(0.975, freedom) * math.sqrt(a + b)
    return m1 - m2 - half, m1 - m2 + half


def many(*chances):
    found = multipletests(chances, alpha=0.1, method="fdr_bh")[0]
    return sum(1 << at for at, one in enumerate(found) if one), 0.0


def expected(kind, numbers):
    if kind == "wilson":
        return wilson(*numbers[:3])
    return {"newcombe": newcombe, "chance": chance, "student": student, "welch": welch, "many": many}[kind](*numbers)


def main():
    passed, failed, worst = Counter(), 0, 0.0
    with open(sys.argv[1], newline="") as file:
        for row in csv.DictReader(file):
            numbers = [float(row[name]) for name in "abcdef"]
            for ours, theirs in zip((float(row["one"]), float(row["two"])), expected(row["kind"], numbers)):
                if theirs is None:
                    continue
                off = abs(ours - theirs)
                worst = max(worst, off)
                if off > CLOSE:
                    failed += 1
                    print(row, theirs)
                else:
                    passed[row["kind"]] += 1
    print(f"FIGURE statistics against SciPy and statsmodels | {sum(passed.values())} numbers, largest difference {worst:.1e}")
    print(f"{len(passed)} passed, {failed} failed")
    sys.exit(failed > 0)


main()
