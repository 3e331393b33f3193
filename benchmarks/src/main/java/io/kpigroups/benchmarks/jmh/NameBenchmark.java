package io.kpigroups.benchmarks.jmh;

import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.NameKey;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/**
 * Names: whether one may be given, and the key by which it is sorted and found.
 *
 * <p>Every create and rename checks a name and makes its key. Searches make the key of every name
 * that they look at, where the store has not kept it, and cursors that of the last row of a page.
 */
public class NameBenchmark extends Measured {

  /** What is named. */
  public enum Kind {
    /** As most names are. */
    ASCII("Sales pipeline EMEA"),
    /** With accents, two scripts, a sharp s and a dash; one accent is a character of its own. */
    ACCENTED("Société Générale – Straße Κόστος cafe\u0301"),
    /** As long as a name may be: 255 characters, of which one in sixteen has an accent. */
    LONG("Kundenzufrieden\u00e9".repeat(16).substring(0, 255));

    private final String text;

    Kind(String text) {
      this.text = text;
    }
  }

  @Param Kind name = Kind.ASCII;

  /** Makes the key. */
  @Benchmark
  public NameKey key() {
    return NameKey.of(name.text);
  }

  /** Checks the name that somebody gives, and brings it into its normal form. */
  @Benchmark
  public Name check() {
    return new Name(name.text);
  }
}
