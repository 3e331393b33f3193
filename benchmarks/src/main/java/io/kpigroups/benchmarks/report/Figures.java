package io.kpigroups.benchmarks.report;

import io.kpigroups.benchmarks.compare.Ratio;
import java.util.Locale;

/** How figures are written. */
public final class Figures {
  private Figures() {}

  /** With three digits that mean something, and no more. */
  public static String of(double value) {
    double size = Math.abs(value);
    if (size >= 100 || size == 0) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.3f", value);
  }

  /** A number of things. */
  public static String whole(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** How many times as much. */
  public static String times(double ratio) {
    return "×" + String.format(Locale.ROOT, ratio < 9.95 ? "%.2f" : "%,.0f", ratio);
  }

  /** The middle, and from where to where the rounds went. */
  public static String of(Ratio ratio) {
    return String.format(
        Locale.ROOT, "%.2f (%.2f to %.2f)", ratio.middle(), ratio.least(), ratio.most());
  }

  /** Bytes as megabytes. */
  public static String megabytes(double bytes) {
    return of(bytes / 1e6);
  }

  /** A share as a percentage. */
  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", share * 100);
  }
}
