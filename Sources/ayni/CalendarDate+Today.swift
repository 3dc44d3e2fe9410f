// SPDX-License-Identifier: Apache-2.0

internal import Glibc
internal import Values

extension CalendarDate {
  /// The day on this machine's calendar.
  static var today: CalendarDate {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return CalendarDate(
      year: Int(parts.tm_year) + 1900,
      month: Int(parts.tm_mon) + 1,
      day: Int(parts.tm_mday)
    ) ?? CalendarDate(daysSinceEpoch: 0)
  }
}
