// SPDX-License-Identifier: Apache-2.0

/// A word that the language reserves; a name that is spelt like one is written in quotes.
///
/// - Source: VTL 2.2, lexical grammar.
enum Keyword: String, CaseIterable, Hashable, Sendable {
  case abs, aggr, aggregate, all, allMeasures = "all_measures", alwaysNull = "always_null"
  case alwaysZero = "always_zero", and, `any`, apply, `as`, asc, attribute, avg, between
  case boolean, by, calc, `case`, cast, ceil, check, checkDatapoint = "check_datapoint"
  case checkHierarchy = "check_hierarchy", component, components, computed, condition, count
  case crossJoin = "cross_join", current, currentDate = "current_date", customPivot
  case damerauLevenshtein = "damerau_levenshtein", data, datapoint
  case datapointOnValuedomains = "datapoint_on_valuedomains"
  case datapointOnVariables = "datapoint_on_variables", dataset
  case datasetPriority = "dataset_priority", date, dateadd, datediff, dayofmonth, dayofyear
  case daytomonth, daytoyear, `default`, define, desc, diff, drop, duration, `else`, end
  case errorcode, errorlevel, eval, except, existsIn = "exists_in", exp, `false`
  case fillTimeSeries = "fill_time_series", filter, first, firstValue = "first_value", float
  case floor, flowToStock = "flow_to_stock", following, from, fullJoin = "full_join", getmonth
  case getyear, group, hamming, having, hierarchical
  case hierarchicalOnValuedomains = "hierarchical_on_valuedomains"
  case hierarchicalOnVariables = "hierarchical_on_variables", hierarchy, identifier, `if`
  case imbalance, `in`, indexof, innerJoin = "inner_join", input, instr, integer, intersect
  case invalid, `is`, isnull, jaroWinkler = "jaro_winkler", keep, key, lag, language, last
  case lastValue = "last_value", lead, leftJoin = "left_join", length, levenshtein, list, ln
  case log, lower, ltrim, matchCharacters = "match_characters", max, measure, median, merge, min
  case mod, monthtoday, nonNull = "non_null", nonZero = "non_zero", not, notIn = "not_in", null
  case number, nvl, on, `operator`, or, order, output, over, partialNull = "partial_null"
  case partialZero = "partial_zero", partition, periodIndicator = "period_indicator", pivot
  case point, points, power, preceding, propagation, random, range, rank
  case ratioToReport = "ratio_to_report", rename, replace, returns, round, rows, rtrim, rule
  case rulePriority = "rule_priority", ruleset, scalar, set, setdiff, single, sqrt
  case stddevPop = "stddev_pop", stddevSamp = "stddev_samp", stockToFlow = "stock_to_flow"
  case string, stringDistance = "string_distance", structure, sub, substr, sum, symdiff, then
  case time, timeAgg = "time_agg", timePeriod = "time_period", timeshift, to, trim, `true`
  case trunc, type, unbounded, union, unpivot, upper, using, valuedomain, varPop = "var_pop"
  case varSamp = "var_samp", variable, viral, when, with, xor, yeartoday

  /// The reserved words by their spelling.
  static let bySpelling: [String: Keyword] = Dictionary(
    allCases.map { ($0.rawValue, $0) },
    uniquingKeysWith: { first, _ in first }
  )
}
