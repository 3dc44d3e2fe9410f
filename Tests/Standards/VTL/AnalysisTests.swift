// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

@testable import VTL

/// Structures of results, worked out by hand from the reference manual.
@Suite struct AnalysisTests {
  static let environment = AnalysisEnvironment(
    datasets: [
      // Two identifiers, two numbers, a text, an attribute of each kind.
      "D": DatasetStructure([
        DatasetComponent("area", .identifier, .string, domain: "AREAS"),
        DatasetComponent("year", .identifier, .timePeriod),
        DatasetComponent("births", .measure, .integer),
        DatasetComponent("rate", .measure, .number),
        DatasetComponent("status", .viralAttribute, .string),
        DatasetComponent("note", .attribute, .string),
      ]),
      "E": DatasetStructure([
        DatasetComponent("area", .identifier, .string),
        DatasetComponent("year", .identifier, .timePeriod),
        DatasetComponent("births", .measure, .integer),
        DatasetComponent("rate", .measure, .number),
        DatasetComponent("status", .viralAttribute, .string),
        DatasetComponent("flag", .viralAttribute, .string),
      ]),
      // One identifier only.
      "A": DatasetStructure([
        DatasetComponent("area", .identifier, .string),
        DatasetComponent("births", .measure, .integer),
        DatasetComponent("rate", .measure, .integer),
      ]),
      // One measure of each type.
      "T": DatasetStructure([
        DatasetComponent("id", .identifier, .integer),
        DatasetComponent("s", .measure, .string),
        DatasetComponent("b", .measure, .boolean),
        DatasetComponent("i", .measure, .integer, isNullable: false),
        DatasetComponent("n", .measure, .number),
        DatasetComponent("d", .measure, .date),
        DatasetComponent("p", .measure, .timePeriod),
        DatasetComponent("t", .measure, .time),
        DatasetComponent("u", .measure, .duration),
      ]),
      "B": DatasetStructure([
        DatasetComponent("area", .identifier, .string),
        DatasetComponent("ok", .measure, .boolean),
      ]),
      "X": DatasetStructure([
        DatasetComponent("other", .identifier, .string),
        DatasetComponent("births", .measure, .integer),
      ]),
    ],
    scalars: ["threshold": .number, "months": .integer],
    domains: [
      ValueDomain("AREAS", .string, values: ["N", "S", "T"]),
      ValueDomain("SIZES", .integer),
    ]
  )

  /// The structure of the last result: a letter for the role, then the name, then the type.
  static func structure(_ text: String) -> String {
    let (script, syntax) = Script.read(SourceText(text))
    let (analysed, problems) = script.analysis(in: environment)
    if let problem = (syntax + problems).first { return problem.code.rawValue }
    switch analysed.statements.last?.structure {
    case .dataset(let structure):
      return structure.components.map { component in
        let role =
          switch component.role {
          case .identifier: "I"
          case .measure: "M"
          case .attribute: "A"
          case .viralAttribute: "V"
          }
        return "\(role) \(component.name) \(component.type.rawValue)"
      }.joined(separator: ", ") + (structure.isOpen ? ", …" : "")
    case .scalar(let type): return type.rawValue
    case nil: return "nothing"
    }
  }

  /// The type of an expression over the components of `T`.
  private func type(_ expression: String) -> String {
    let structure = Self.structure("x := T[calc m := \(expression)][keep m];")
    return structure.split(separator: " ").last.map(String.init) ?? ""
  }

  // MARK: Types

  @Test(arguments: [
    ("i + i", "integer"), ("i + n", "number"), ("i / i", "number"), ("-i", "integer"),
    ("i * 2.5", "number"), ("mod(i, 2)", "integer"), ("mod(n, 2)", "number"),
    ("round(n)", "integer"), ("round(n, 2)", "number"), ("trunc(n)", "integer"),
    ("trunc(i, 2)", "integer"), ("ceil(n)", "integer"), ("floor(n)", "integer"),
    ("abs(i)", "integer"), ("abs(n)", "number"), ("exp(i)", "number"), ("ln(i)", "number"),
    ("sqrt(i)", "number"), ("power(i, 2)", "number"), ("log(i, 2)", "number"),
    ("random(i, 3)", "number"), ("s || \"x\"", "string"), ("s || b", "string"),
    ("upper(s)", "string"), ("substr(s, 1, 2)", "string"), ("replace(s, \"a\")", "string"),
    ("instr(s, \"a\")", "integer"), ("length(s)", "integer"),
    ("string_distance(hamming, s, s)", "number"), ("i = n", "boolean"), ("s = \"x\"", "boolean"),
    ("d = t", "boolean"), ("d = p", "boolean"), ("d = \"2020-01-01\"", "boolean"),
    ("between(i, 1, 2.5)", "boolean"), ("i in {1, 2.5}", "boolean"), ("s in AREAS", "boolean"),
    ("p in {\"2020Q1\"}", "boolean"), ("match_characters(s, \"a\")", "boolean"),
    ("isnull(u)", "boolean"), ("not b", "boolean"), ("b and not b xor b", "boolean"),
    ("nvl(i, 2.5)", "number"), ("nvl(n, 0)", "number"), ("nvl(null, i)", "integer"),
    ("if b then i else n", "number"), ("if b then null else s", "string"),
    ("if b then d else p", "time"), ("case when b then 1 when i > 2 then 2.5 else 3", "number"),
    ("period_indicator(p)", "duration"), ("getyear(d)", "integer"), ("getmonth(p)", "integer"),
    ("dayofmonth(d)", "integer"), ("dayofyear(d)", "integer"), ("daytoyear(i)", "duration"),
    ("daytomonth(i)", "duration"), ("yeartoday(u)", "integer"), ("monthtoday(u)", "integer"),
    ("current_date()", "date"), ("datediff(d, p)", "integer"), ("dateadd(d, 2, \"M\")", "date"),
    ("dateadd(d, months, u)", "date"), ("time_agg(\"A\", p)", "time_period"),
    ("time_agg(\"A\", d, first)", "date"), ("cast(s, integer)", "integer"),
    ("cast(s, date, \"YYYY\")", "date"), ("cast(i, SIZES)", "integer"),
    ("cast(b, number)", "number"),
    ("cast(p, time)", "time"), ("i + threshold", "number"),
    ("lag(i, 1, 0 over (order by id))", "integer"), ("rank(over (order by i))", "integer"),
    ("ratio_to_report(i over (partition by id))", "number"), ("avg(i over ())", "number"),
    ("sum(i over ())", "integer"), ("first_value(s over (order by id))", "string"),
    ("count(s over ())", "integer"), ("eval(f(i) returns string)", "string"),
  ])
  func `an expression has the type of the manual's tables`(expression: String, expected: String) {
    #expect(type(expression) == expected)
  }

  @Test(arguments: [
    ("s + 1", "vtl.type-mismatch"), ("i || s", "vtl.type-mismatch"), ("not i", "vtl.type-mismatch"),
    ("i = s", "vtl.types-differ"), ("d = \"x\" || s", "vtl.types-differ"),
    ("if i then 1 else 2", "vtl.type-mismatch"), ("if b then i else s", "vtl.types-differ"),
    ("i in {\"a\"}", "vtl.types-differ"), ("i in AREAS", "vtl.types-differ"),
    ("s in NOWHERE", "vtl.unknown-domain"), ("substr(s, \"a\")", "vtl.type-mismatch"),
    ("round(i, n)", "vtl.type-mismatch"), ("getyear(s)", "vtl.type-mismatch"),
    ("period_indicator(d)", "vtl.type-mismatch"), ("cast(n, integer)", "vtl.cast-impossible"),
    ("cast(u, date)", "vtl.cast-impossible"), ("cast(i, number, \"D\")", "vtl.mask-unused"),
    ("cast(d, string, \"YYYY\")", "M m string"), ("sum(i)", "vtl.misplaced-aggregate"),
    ("sum(i over ()) + sum(sum(i over ()) over ())", "vtl.misplaced-aggregate"),
    ("lag(i, 0 over (order by id))", "vtl.out-of-range"),
    ("avg(s over ())", "vtl.type-mismatch"), ("i + births", "vtl.unknown-component"),
    ("E", "vtl.unknown-component"), ("time_agg(\"X\", p)", "vtl.out-of-range"),
    ("time_agg(\"A\", s)", "vtl.type-mismatch"), ("nothing(i)", "vtl.unknown-operator"),
    ("i + D#births", "vtl.unknown-component"),
  ])
  func `an expression of the wrong type is refused`(expression: String, code: String) {
    #expect(Self.structure("x := T[calc m := \(expression)][keep m];").hasSuffix(code))
  }

  // MARK: Datasets

  static let d = "I area string, I year time_period"

  @Test(arguments: [
    ("D + 1", "\(d), M births integer, M rate number, V status string"),
    ("D / 2", "\(d), M births number, M rate number, V status string"),
    ("2.5 * D#births", "\(d), M births number, V status string"),
    ("D + E", "\(d), M births integer, M rate number, V status string, V flag string"),
    ("D + A", "\(d), M births integer, M rate number, V status string"),
    ("A + D", "\(d), M births integer, M rate number, V status string"),
    ("D#births > 3", "\(d), M bool_var boolean, V status string"),
    ("D#births = E#births", "\(d), M bool_var boolean, V status string, V flag string"),
    ("between(D#rate, 1, 2)", "\(d), M bool_var boolean, V status string"),
    ("D#rate in {1, 2}", "\(d), M bool_var boolean, V status string"),
    ("isnull(D#rate)", "\(d), M bool_var boolean, V status string"),
    ("D#area", "\(d), M string_var string, V status string"),
    ("D#year", "\(d), M time_period_var time_period, V status string"),
    ("D#note", "\(d), M string_var string, V status string"),
    ("length(D#area)", "\(d), M int_var integer, V status string"),
    ("cast(D#births, string)", "\(d), M string_var string, V status string"),
    ("period_indicator(D)", "\(d), M duration_var duration, V status string"),
    ("not B", "I area string, M ok boolean"),
    ("B and (A#births > 1)[rename bool_var to ok]", "I area string, M ok boolean"),
    ("if B then A else A", "I area string, M births integer, M rate integer"),
    ("if B then A else 2.5", "I area string, M births number, M rate number"),
    ("nvl(A, 0)", "I area string, M births integer, M rate integer"),
    ("union(A, A[filter births > 1])", "I area string, M births integer, M rate integer"),
    ("exists_in(D, A)", "\(d), M bool_var boolean, V status string"),
    ("max(A)#births", "integer"),
    ("count(D group by area)", "I area string, M int_var integer, V status string"),
    ("sum(D group by area)", "I area string, M births integer, M rate number, V status string"),
    ("avg(A)", "M births number, M rate number"),
    ("sum(D group all time_agg(\"A\"))", "\(d), M births integer, M rate number, V status string"),
    (
      "max(D group except area having count() > 1)",
      "I year time_period, M births integer, M rate number, V status string"
    ),
    ("flow_to_stock(D)", "\(d), M births integer, M rate number, V status string, A note string"),
    ("timeshift(D, -1)", "\(d), M births integer, M rate number, V status string, A note string"),
    (
      "fill_time_series(D, single)",
      "\(d), M births integer, M rate number, V status string, A note string"
    ),
    ("sum(A over (partition by area))", "I area string, M births integer, M rate integer"),
    (
      "check(D#births > 1 errorcode \"low\" errorlevel 2 imbalance D#births - 1)",
      "\(d), M bool_var boolean, M imbalance integer, M errorcode string, M errorlevel integer, V status string"
    ),
    ("1 + 2", "integer"), ("threshold > 1", "boolean"), ("\"a\" || \"b\"", "string"),
    (
      "eval(f(D) language \"SQL\" returns dataset {identifier<string> a, measure<number> m})",
      "I a string, M m number"
    ),
  ])
  func `a result has the structure that the manual gives it`(text: String, expected: String) {
    #expect(Self.structure("x <- \(text);") == expected)
  }

  @Test(arguments: [
    (
      "filter births > threshold",
      "\(d), M births integer, M rate number, V status string, A note string"
    ),
    ("keep births, note", "\(d), M births integer, A note string"),
    ("drop births, note, status", "\(d), M rate number"),
    (
      "calc total := births + rate, attribute note := \"x\"",
      "\(d), M births integer, M rate number, M total number, V status string, A note string"
    ),
    (
      "calc births := births / 2",
      "\(d), M rate number, M births number, V status string, A note string"
    ),
    (
      "calc identifier half := births > 2",
      "\(d), I half boolean, M births integer, M rate number, V status string, A note string"
    ),
    (
      "calc viral attribute w := rate",
      "\(d), M births integer, M rate number, V status string, A note string, V w number"
    ),
    (
      "rename births to b, area to zone",
      "I zone string, I year time_period, M b integer, M rate number, V status string, A note string"
    ),
    (
      "sub area = \"N\"",
      "I year time_period, M births integer, M rate number, V status string, A note string"
    ),
    (
      "sub year = \"2020Q1\"",
      "I area string, M births integer, M rate number, V status string, A note string"
    ),
    (
      "aggr n := count(), attribute top := max(rate) group by area having avg(births) > 2",
      "I area string, M n integer, A top number, V status string"
    ),
    ("pivot area, rate", "I year time_period, M N number, M S number, M T number, V status string"),
    ("pivot year, rate", "I area string, V status string, …"),
    ("unpivot item, amount", "\(d), I item string, M amount number, V status string"),
    (
      "calc m := D#births + BIRTHS",
      "\(d), M births integer, M rate number, M m integer, V status string, A note string"
    ),
  ])
  func `a clause gives the structure that the manual says`(clause: String, expected: String) {
    #expect(Self.structure("x := D[\(clause)];") == expected)
  }

  // MARK: Joins

  @Test(arguments: [
    (
      "inner_join(D as p, A as q calc m := p#births + q#births keep m)",
      "\(d), M m integer"
    ),
    (
      "inner_join(D as p, A as q drop p#births, q#rate)",
      "\(d), M rate number, A note string, M births integer, V status string"
    ),
    (
      "left_join(D as p, A as q apply p + q)",
      "\(d), M births integer, M rate number, V status string"
    ),
    (
      "full_join(D as p, E as q using area, year, nvl(area, \"x\") keep p#births)",
      "\(d), M births integer"
    ),
    (
      "cross_join(A as p, X as q keep p#births, rate)",
      "I area string, I other string, M births integer, M rate integer"
    ),
    (
      "inner_join(D as p, A as q aggr n := sum(p#births) group by area)",
      "I area string, M n integer, V status string"
    ),
    (
      "inner_join(A filter births > 1 rename births to b)",
      "I area string, M b integer, M rate integer"
    ),
  ])
  func `a join gives the structure that the manual says`(text: String, expected: String) {
    #expect(sorted(Self.structure("x := \(text);")) == sorted(expected))
  }

  private func sorted(_ structure: String) -> [String] {
    structure.split(separator: ", ").map(String.init).sorted()
  }

  // MARK: Definitions and rulesets

  @Test func `defined operators take their arguments' places`() {
    let defined = """
      define operator more (x number, y number default 1) returns number is x + y end operator;
      define operator above (ds dataset, limit number) is ds[filter rate > limit] end operator;
      define operator doubled (ds dataset, c component) is ds[calc c := c * 2] end operator;
      define operator of_area (ds dataset {identifier<string> area, measure<number> _+}) is
        sum(ds group by area) end operator;

      """
    #expect(Self.structure(defined + "x := more(1);") == "number")
    #expect(
      Self.structure(defined + "x := A[calc m := more(births, rate)][keep m];").hasSuffix(
        "M m number"
      )
    )
    #expect(Self.structure(defined + "x := above(A, threshold);").hasPrefix("I area"))
    #expect(
      Self.structure(defined + "x := doubled(A, births);")
        == "I area string, M rate integer, M births integer"
    )
    #expect(Self.structure(defined + "x := of_area(A);").hasPrefix("I area string, M births"))
    #expect(Self.structure(defined + "x := of_area(B);") == "vtl.parameter-mismatch")
    #expect(Self.structure(defined + "x := more(A);") == "vtl.parameter-mismatch")
    #expect(Self.structure(defined + "x := more(1, 2, 3);") == "vtl.argument-count")
    #expect(Self.structure(defined + "x := above(A);") == "vtl.argument-count")
    #expect(Self.structure(defined + "x := above(1, 2);") == "vtl.parameter-mismatch")
  }

  static let rulesets = """
    define datapoint ruleset low (variable births as b, area) is
      when area = "N" then b > 3 errorcode "few" errorlevel 1; b < 99
    end datapoint ruleset;
    define datapoint ruleset dom (valuedomain AREAS as a) is r: a <> "N" end datapoint ruleset;
    define hierarchical ruleset tree (valuedomain rule AREAS) is T = N + S end hierarchical ruleset;
    define hierarchical ruleset loop (variable rule area) is
      A = B; B = C + D; C = A - E
    end hierarchical ruleset;
    define hierarchical ruleset timed (variable condition year as y rule area) is
      when getyear(y) > 2000 then T = N + S[getyear(y) < 2010]
    end hierarchical ruleset;

    """

  @Test(arguments: [
    (
      "check_datapoint(D, low)",
      "\(d), I ruleid string, M births integer, M rate number, M errorcode string, M errorlevel integer, V status string"
    ),
    (
      "check_datapoint(D, low all)",
      "\(d), I ruleid string, M bool_var boolean, M errorcode string, M errorlevel integer, V status string"
    ),
    (
      "check_datapoint(A, dom components area all_measures)",
      "I area string, I ruleid string, M births integer, M rate integer, M bool_var boolean, M errorcode string, M errorlevel integer"
    ),
    ("hierarchy(D#births, tree rule area)", "\(d), M births integer, V status string"),
    ("hierarchy(D#births, timed)", "\(d), M births integer, V status string"),
    (
      "check_hierarchy(D#births, tree rule area all)",
      "\(d), I ruleid string, M bool_var boolean, M imbalance integer, M errorcode string, M errorlevel integer, V status string"
    ),
    (
      "check_hierarchy(A#births, loop)",
      "I area string, I ruleid string, M births integer, M imbalance integer, M errorcode string, M errorlevel integer"
    ),
    ("hierarchy(A#births, loop)", "vtl.cyclic-rules"),
    ("check_hierarchy(A#births, loop dataset_priority)", "vtl.cyclic-rules"),
    ("hierarchy(A#births, tree)", "vtl.signature-mismatch"),
    ("hierarchy(A, tree rule area)", "vtl.one-measure"),
    ("hierarchy(B, tree rule area)", "vtl.type-mismatch"),
    ("check_datapoint(B, low)", "vtl.unknown-component"),
    ("check_datapoint(D, dom)", "vtl.signature-mismatch"),
    ("check_datapoint(D, tree)", "vtl.unknown-ruleset"),
    ("hierarchy(A#births, low rule area)", "vtl.unknown-ruleset"),
    ("hierarchy(A#births, tree rule births)", "vtl.not-an-identifier"),
  ])
  func `rulesets apply by their signature`(text: String, expected: String) {
    #expect(Self.structure(Self.rulesets + "x := \(text);") == expected)
  }
}
