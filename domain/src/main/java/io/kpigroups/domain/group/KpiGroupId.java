package io.kpigroups.domain.group;

import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.value.IdRule;
import java.time.Instant;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** The id of a KPI group: 24 lower-case hexadecimal digits. The service makes it, or upstream. */
public record KpiGroupId(String value) implements Comparable<KpiGroupId> {
  private static final IdRule RULE = new IdRule("09af", 24, 24, "24 lower-case hexadecimal digits");

  /**
   * @throws InvalidInput if the value is anything else
   */
  public KpiGroupId {
    RULE.check("A group id", value);
  }

  /**
   * Makes a new id: four bytes of seconds since 1970 and eight random bytes, so that newer ids sort
   * after older ones, to the second.
   */
  public static KpiGroupId generate(Instant at, RandomGenerator random) {
    HexFormat hex = HexFormat.of();
    return new KpiGroupId(
        hex.toHexDigits((int) at.getEpochSecond()) + hex.toHexDigits(random.nextLong()));
  }

  @Override
  public int compareTo(KpiGroupId other) {
    return value.compareTo(other.value);
  }
}
