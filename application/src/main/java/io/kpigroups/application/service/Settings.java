package io.kpigroups.application.service;

import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.KnownKpis;
import java.time.Duration;

/**
 * What an installation decides.
 *
 * @param limits how much an account may hold
 * @param pageMax most rows of a page, at least 1
 * @param knownKpis which KPIs may be put into groups
 * @param requireRevision whether a rename or delete must state the revision that it expects
 * @param retention how long a deleted group is kept, at least a minute: longer than any request, so
 *     that none can write under a group that is being purged
 */
public record Settings(
    AccountLimits limits,
    int pageMax,
    KnownKpis knownKpis,
    boolean requireRevision,
    Duration retention) {

  /** The limits of {@link AccountLimits#DEFAULT}, pages of 1,000, registered KPIs, 30 days. */
  public static final Settings DEFAULT =
      new Settings(AccountLimits.DEFAULT, 1_000, KnownKpis.REGISTERED, false, Duration.ofDays(30));

  /** What decisions need of it. */
  public AccountRules rules() {
    return new AccountRules(limits, knownKpis);
  }

  /**
   * @throws InvalidInput if a value is out of its range
   */
  public Settings {
    if (pageMax < 1) {
      throw new InvalidInput("The page maximum must be at least 1.");
    }
    if (retention.compareTo(Duration.ofMinutes(1)) < 0) {
      throw new InvalidInput("The retention time must be at least a minute.");
    }
  }

  /** The same settings with other limits. */
  public Settings withLimits(AccountLimits other) {
    return new Settings(other, pageMax, knownKpis, requireRevision, retention);
  }

  /** The same settings with another greatest page. */
  public Settings withPageMax(int rows) {
    return new Settings(limits, rows, knownKpis, requireRevision, retention);
  }

  /** The same settings, but for which KPIs may be put into groups. */
  public Settings withKnownKpis(KnownKpis other) {
    return new Settings(limits, pageMax, other, requireRevision, retention);
  }

  /** The same settings, but for whether a rename or delete must state a revision. */
  public Settings withRequireRevision(boolean required) {
    return new Settings(limits, pageMax, knownKpis, required, retention);
  }

  /** The same settings with another time for which deleted groups are kept. */
  public Settings withRetention(Duration time) {
    return new Settings(limits, pageMax, knownKpis, requireRevision, time);
  }
}
