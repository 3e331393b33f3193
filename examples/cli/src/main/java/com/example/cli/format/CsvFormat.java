package com.example.cli.format;

import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.ViewedGroup;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * RFC 4180, with a head line. A text that a spreadsheet could take for a formula gets an apostrophe
 * in front, as the OWASP ASVS (1.2.10) asks of what is exported; programs read the JSON instead.
 */
final class CsvFormat implements GroupFormat {
  private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\t\r\n\0＝＋－＠].*");
  private static final Pattern TO_QUOTE = Pattern.compile("(?s).*[\",\r\n].*");

  @Override
  public String head() {
    return "id,name,favorite,createdById,dateCreated,modifiedById,dateUpdated\r\n";
  }

  @Override
  public String row(ViewedGroup viewed) {
    KpiGroup group = viewed.group();
    return Stream.of(
            group.id().value(),
            group.name().value(),
            String.valueOf(viewed.favorite()),
            group.created().by().value(),
            group.created().time().map(Object::toString).orElse(""),
            group.modified().by().value(),
            group.modified().time().map(Object::toString).orElse(""))
        .map(CsvFormat::field)
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  static String field(String text) {
    String harmless = FORMULA.matcher(text).matches() ? "'" + text : text;
    return TO_QUOTE.matcher(harmless).matches()
        ? '"' + harmless.replace("\"", "\"\"") + '"'
        : harmless;
  }
}
