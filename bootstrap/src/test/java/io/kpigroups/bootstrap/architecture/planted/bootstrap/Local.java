package io.kpigroups.bootstrap.architecture.planted.bootstrap;

import java.io.PrintStream;
import java.text.DecimalFormat;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;

record Local(PrintStream out, Logger log, System.Logger other) {
  static final UnaryOperator<String> LOUD = String::toUpperCase;

  List<Object> all(int number) {
    out.printf("%d", number);
    log.infof("%d", number);
    log.warnv("{0}", number);
    other.log(System.Logger.Level.INFO, "{0}", number);
    return List.of(
        String.format("%d", number),
        "%d".formatted(number),
        "I".toLowerCase(),
        MessageFormat.format("{0}", number),
        NumberFormat.getInstance(),
        new DecimalFormat("0"),
        DateTimeFormatter.ofPattern("uuuu"),
        DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL),
        new Formatter(),
        Locale.getDefault());
  }
}
