package io.kpigroups.testkit;

import java.util.List;

/** Names in many scripts, all of them as the domain would leave them. */
final class Unicode {
  private Unicode() {}

  /** Legal names that careless stores spoil. */
  static List<String> names() {
    return List.of(
        "x",
        "0",
        "null",
        "two  spaces",
        "tab-less, comma; semicolon: \"quotes\" 'single' `back`",
        "'; DROP TABLE kpi_groups; --",
        "$name.first{a:1} %like_ \\ / ? * [x]",
        "Größe, Çelik, Þór, Łódź, ı İ",
        "Ελληνικά ς σ Σ",
        "Выручка",
        "مجموعة المؤشرات",
        "קבוצת מדדים \u200F",
        "売上高の成長 한국어",
        "हिन्दी क्‍ष",
        "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67 family",
        "\uD83C\uDDE7\uD83C\uDDEC \uD83D\uDC4D\uD83C\uDFFD",
        "\uFEFFbyte order mark",
        "zero\u200Bwidth\u00ADsoft hyphen",
        "q\u0323\u0307 without a composed form",
        "private \uE000 use, \uDBFF\uDFFD and \uFFFD",
        "x".repeat(255),
        "\uD83D\uDE00".repeat(255));
  }
}
