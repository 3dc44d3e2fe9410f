// SPDX-License-Identifier: Apache-2.0

/// Scripts of our own, at least one for every operator and clause of the language.
enum SyntaxCorpus {
  static let statements: [String] =
    general + text + numbers + comparison + logic + time + sets + groups + validation + choice
    + clauses + joins + definitions

  static let general = [
    "population <- census_2024;",
    "total := (urban + rural) * 2;",
    "me := births#live;",
    "keyed := (births + deaths)#count_all;",
    "'2024 total' := 'my data'#'group';",
    "AYNI:FLOWS(1.0.0):A.B := AYNI:FLOWS(1.0) + EC:F(1.0.+);",
    "rate := cast(text_value, number);",
    "rate := cast(text_value, number, \"DD.DDD\") + 1;",
    "coded := births[calc sex_code := cast(sex, SEX_DOMAIN)];",
    "out := eval(refine(births, deaths, 3, cast(\"2020\", time_period)) language \"SQL\" "
      + "returns dataset {identifier<string> area, measure<number not null> _+, "
      + "viral attribute<string {\"A\", \"B\"}> status});",
    "out := eval(refine() returns integer [value > 0 and value < 10] not null);",
    "out := double_it(births, _, 3);",
    "a := null; b := true; c := \"say \"\"hello\"\"\"; d := -1.50; e := +3; f := - - 1;",
  ]

  static let text = [
    "t := first_name || \" \" || last_name;", "t := trim(ltrim(rtrim(x)));",
    "t := upper(lower(x));", "t := substr(x, 2, 3);", "t := substr(x, _, 3);",
    "t := substr(x, 2);", "t := substr(x);", "t := replace(x, \"a\", \"b\");",
    "t := replace(x, \"a\");", "t := instr(x, \"a\", 2, 3);", "t := instr(x, \"a\", _, 2);",
    "t := length(x);", "t := string_distance(levenshtein, x, \"abc\");",
    "t := d[calc m := string_distance(jaro_winkler, a, b), n := string_distance(hamming, a, b), "
      + "o := string_distance(damerau_levenshtein, a, b)];",
  ]

  static let numbers = [
    "n := -x + +y - z * 2 / 3;", "n := mod(x, 2);", "n := round(x, 2);", "n := round(x, _);",
    "n := trunc(x);", "n := ceil(floor(abs(x)));", "n := exp(ln(sqrt(x)));",
    "n := power(x, 2) + log(x, 10);", "n := random(x, 5);",
  ]

  static let comparison = [
    "c := x = 1;", "c := x <> 1 ;", "c := x > 1 and x >= 2 and x < 3 and x <= 4;",
    "c := between(x, 1, 10);", "c := area in {\"N\", \"S\", cast(\"E\", string)};",
    "c := area not_in AREA_DOMAIN;", "c := match_characters(x, \"[a-z]+\");", "c := isnull(x);",
    "c := exists_in(a, b, all);", "c := exists_in(a, b);", "c := exists_in(a, b, false);",
    "c := x < -1 = true;",
  ]

  static let logic = ["l := not a and b or c xor d;", "l := not (a or not b);"]

  static let time = [
    "p := period_indicator(d);", "p := d[filter period_indicator() = \"A\"];",
    "p := d[calc i := period_indicator('time')];",
    "p := fill_time_series(d, single);", "p := fill_time_series(d);",
    "p := flow_to_stock(stock_to_flow(d));", "p := timeshift(d, -1);", "p := timeshift(d, n);",
    "p := sum(d group all time_agg(\"A\", last));", "p := time_agg(\"A\", \"Q\", d, first);",
    "p := time_agg(\"A\", _, d);", "p := time_agg(\"Q\", d);", "p := time_agg(freq);",
    "p := d[calc y := time_agg(\"A\", cast(m, time_period))];",
    "p := current_date();", "p := datediff(a, b);", "p := dateadd(a, 3, \"M\");",
    "p := d[calc a := getyear(x), b := getmonth(x), c := dayofmonth(x), e := dayofyear(x)];",
    "p := d[calc a := daytoyear(x), b := daytomonth(x), c := yeartoday(y), e := monthtoday(y)];",
  ]

  static let sets = [
    "s := union(a, b, c);", "s := intersect(a, b);", "s := setdiff(a, b);", "s := symdiff(a, b);",
  ]

  static let groups = [
    "g := sum(d group by area, sex having avg(m) > 3 and count() > 1);",
    "g := avg(d group except sex);", "g := count(d);",
    "g := max(d group by area time_agg(\"A\"));",
    "g := d[aggr measure lo := min(m), attribute hi := max(m), viral attribute n := count() "
      + "group by area having stddev_pop(m) < 2];",
    "g := d[aggr v := var_samp(m), w := var_pop(m), x := stddev_samp(m), y := median(m)];",
    "g := sum(d over (partition by area order by year desc, sex asc "
      + "data points between 1 preceding and current data point));",
    "g := d[calc a := lag(m, 1, 0 over (partition by area order by year))];",
    "g := d[calc a := lead(m over (order by year)), r := rank(over (partition by sex order by m))];",
    "g := first_value(d over (order by year range between unbounded preceding and 3 following));",
    "g := last_value(d over (partition except all order by year));",
    "g := d[calc s := ratio_to_report(m over (partition except area))];", "g := avg(d over ());",
    "g := d[calc n := count(m over (partition by area))];",
  ]

  static let validation = [
    "v := hierarchy(d, hr condition c1, c2 rule item non_zero rule_priority all);",
    "v := hierarchy(d, hr rule);", "v := hierarchy(d, hr rule geo rule computed);",
    "v := check_hierarchy(d, hr rule item partial_null dataset_priority all_measures);",
    "v := check_datapoint(d, dpr components a, b all);", "v := check_datapoint(d, dpr);",
    "v := check(a >= b errorcode \"low\" errorlevel 3 imbalance a - b invalid);",
    "v := check(a);",
  ]

  static let choice = [
    "i := if a > 1 then b else c + 1;", "i := nvl(a, 0);",
    "i := case when a then 1 when b then 2 else if c then 3 else 4;",
  ]

  static let clauses = [
    "k := d[filter m > 0 and sex = \"F\"][calc identifier i := a, measure m := b, attribute t := c, "
      + "viral attribute u := e][keep m, u][rename m to n, u to w]#n;",
    "k := d[drop m];", "k := d[pivot item, value_of];", "k := d[unpivot item, value_of];",
    "k := d[sub area = \"N\", year = cast(\"2020\", time_period), flag = chosen];",
    "k := d[calc m := d#m + 1];",
  ]

  static let joins = [
    "j := inner_join(a as x, b as y, c using id filter x#m > 1 calc z := x#m + y#m "
      + "keep z, y#n rename z to total);",
    "j := left_join(a, b using id, sex, nvl(sex, \"_T\"), nvl(id, 0) apply a + b drop q);",
    "j := full_join(a, b aggr s := sum(m) group by id);", "j := cross_join(a as x, b as y);",
    "j := inner_join(a[filter m > 1] as x, sum(b group by id) as y);",
  ]

  static let definitions = [
    "define operator cap (x number [value >= 0] default 0, y integer {1, 2} null, d dataset, "
      + "e dataset {identifier a, measure<integer> _*}, c measure<number>, s set<string>, "
      + "r ruleset, p datapoint_on_variables {a * b}, "
      + "h hierarchical_on_valuedomains {geo (c1 * c2)}, k component, f datapoint, g hierarchical) "
      + "returns number is if x > y then y else x end operator;",
    "define operator nothing () is 1 end operator;",
    "define datapoint ruleset dpr (variable flow as f, value_of) is r1: when f = \"C\" then "
      + "value_of >= 0 errorcode \"negative\" errorlevel 2; r2: value_of < 100 end datapoint ruleset;",
    "define datapoint ruleset dpr (valuedomain D1 as a, D2 as b) is a = b end datapoint ruleset;",
    "define hierarchical ruleset hr (valuedomain condition D as t rule geo) is "
      + "a:when t > 3 then EU = + AT + BE [t > 5] - UK errorcode \"x\" errorlevel 1;"
      + "b : W >= EU; c:1 = 2 + 3 end hierarchical ruleset;",
    "define hierarchical ruleset hr (variable rule geo) is A = A; B < C; D <= E; F > G "
      + "end hierarchical ruleset;",
    "define viral propagation vp (variable status) is n: when \"C\" and \"M\" then \"N\"; "
      + "when \"M\" then \"M\"; else null end viral propagation;",
    "define viral propagation vp (valuedomain CL_STATUS) is aggregate max end viral propagation;",
  ]
}
