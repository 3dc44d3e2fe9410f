"""The scripts of the VTL benchmark, and the SQL that a person would write for DuckDB instead of each."""

from generate import LEAVES, TREE

HIERARCHY = "define hierarchical ruleset hr (variable rule item) is\n" + ";\n".join(
    [f"  {p} = {' + '.join(leaves)} errorcode \"{p}\" errorlevel 1" for p, leaves in LEAVES.items()]
    + [f"  T = {' + '.join(TREE)} errorcode \"T\" errorlevel 2"]) + "\nend hierarchical ruleset;\n"

DATAPOINTS = """define datapoint ruleset dpr (variable item, year, Me_1, Me_2) is
  d1 : when item = "T" then Me_1 > 0 errorcode "total not positive" errorlevel 3;
  d2 : Me_1 >= 0 errorcode "negative" errorlevel 2;
  d3 : when year >= 2010 then not isnull(Me_2) errorcode "missing" errorlevel 1;
  d4 : Me_2 <= Me_1 * 3 errorcode "ratio" errorlevel 1
end datapoint ruleset;
"""

VTL = {
    "filter and calc": 'DS_r <- DS_1[filter Me_1 > 100 and year >= 2005]'
                       '[calc Me_3 := Me_1 * 1.1 + Me_2, Me_4 := if Me_1 > Me_2 then "HI" else "LO"];',
    "join": "DS_r <- inner_join(DS_1 as d1, DS_2 as d2 calc Me_5 := Me_1 / Me_3 keep Me_1, Me_3, Me_5);",
    "aggregate": "DS_r <- DS_1[aggr Me_s := sum(Me_1), Me_a := avg(Me_2), Me_m := max(Me_1), Me_n := count()"
                 " group by area, year];",
    "check_hierarchy": HIERARCHY + "DS_r <- check_hierarchy(DS_1[keep Me_1], hr rule item non_null invalid);",
    "check_datapoint": DATAPOINTS + "DS_r <- check_datapoint(DS_1, dpr invalid);",
    "analytic": "DS_r <- DS_1[calc Me_3 := lag(Me_1, 1 over (partition by area, item order by year)),"
                " Me_4 := rank(over (partition by area, year order by Me_1))];",
    "flow_to_stock": "DS_r <- flow_to_stock(DS_3);",
    "pipeline": HIERARCHY + "DS_a := DS_1[filter year >= 2005];"
                " DS_b := inner_join(DS_a as a, DS_2 as b calc Me_5 := Me_1 + nvl(Me_3, 0) keep Me_5);"
                " DS_c := hierarchy(DS_b, hr rule item non_null all);"
                " DS_r <- DS_c[aggr Me_s := sum(Me_5) group by item, year];",
}

READ = {
    "DS_1": "columns={'area':'varchar','item':'varchar','year':'bigint','Me_1':'double','Me_2':'double',"
            "'At_1':'varchar'}",
    "DS_2": "columns={'area':'varchar','item':'varchar','year':'bigint','Me_3':'double'}",
    "DS_3": "columns={'area':'varchar','period':'varchar','Me_1':'double'}",
}
KEYS = {"DS_1": "area, item, year", "DS_2": "area, item, year", "DS_3": "area, period"}


def _rule(parent, children):
    total = " + ".join(f"max(case when item = '{child}' then Me_1 end)" for child in children)
    items = ", ".join(f"'{item}'" for item in [parent, *children])
    return (f"select area, year, '{parent}' item, max(case when item = '{parent}' then Me_1 end) Me_1, {total} s "
            f"from DS_1 where item in ({items}) group by area, year")


_RULES = " union all ".join([_rule(p, leaves) for p, leaves in LEAVES.items()] + [_rule("T", list(TREE))])

# Decimals in binary: what differs in the sixteenth digit is the same.
NEAR = "abs(Me_2 - Me_1 * 3) <= 5e-15 * greatest(abs(Me_2), abs(Me_1 * 3))"

SQL = {
    "filter and calc": "select area, item, year, Me_1, Me_2, Me_1 * 1.1 + Me_2 Me_3,"
                       " case when Me_1 > Me_2 then 'HI' else 'LO' end Me_4"
                       " from DS_1 where Me_1 > 100 and year >= 2005",
    "join": "select area, item, year, Me_1, Me_3, Me_1 / Me_3 Me_5 from DS_1 join DS_2 using (area, item, year)",
    "aggregate": "select area, year, sum(Me_1) Me_s, avg(Me_2) Me_a, max(Me_1) Me_m, count(*) Me_n"
                 " from DS_1 group by area, year",
    "check_hierarchy": f"select area, item, year, Me_1, Me_1 - s imbalance from ({_RULES})"
                       " where abs(Me_1 - s) > 5e-15 * greatest(abs(Me_1), abs(s))",
    "check_datapoint": " union all ".join(
        f"select area, item, year, Me_1, Me_2, '{rule}' ruleid, '{code}' errorcode from DS_1"
        f" where {when} and not ({test})" for rule, when, test, code in [
            ("d1", "item = 'T'", "Me_1 > 0", "total not positive"), ("d2", "true", "Me_1 >= 0", "negative"),
            ("d3", "year >= 2010", "Me_2 is not null", "missing"), ("d4", "true", f"Me_2 <= Me_1 * 3 or {NEAR}", "ratio")]),
    "analytic": "select area, item, year, Me_1, Me_2, lag(Me_1) over (partition by area, item order by year) Me_3,"
                " rank() over (partition by area, year order by Me_1) Me_4 from DS_1",
    "flow_to_stock": "select area, period, sum(Me_1) over (partition by area order by period"
                     " rows unbounded preceding) Me_1 from DS_3",
}
