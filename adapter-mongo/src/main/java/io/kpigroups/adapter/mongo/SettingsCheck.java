package io.kpigroups.adapter.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.WriteConcern;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Refuses settings that contradict what this store does, each with one sentence. */
final class SettingsCheck {
  private static final Logger LOG = Logger.getLogger(SettingsCheck.class);

  private static final String MEMBERS = "kpigroups.limits.kpis-per-group";
  private static final String CONCERN = "quarkus.mongodb.write-concern.";

  /** A document has at most 16 MB; a member takes up to 400 bytes, and there must be much room. */
  private static final int MOST_MEMBERS = 20_000;

  private final Config config;

  SettingsCheck(Config config) {
    this.config = config;
  }

  /**
   * Checks all of them.
   *
   * @throws IllegalStateException saying which one contradicts
   */
  void check() {
    checkMembers();
    ConnectionStrings.of(config).ifPresent(SettingsCheck::checkString);
    value(CONCERN + "w").ifPresent(w -> checkWrites(CONCERN + "w=" + w, isMajority(w)));
    value(CONCERN + "journal").ifPresent(on -> checkWrites(CONCERN + "journal=" + on, isOn(on)));
    value(CONCERN + "safe").ifPresent(on -> checkWrites(CONCERN + "safe=" + on, isOn(on)));
    value("quarkus.mongodb.read-preference")
        .ifPresent(name -> checkReads("quarkus.mongodb.read-preference=" + name, name));
  }

  private void checkMembers() {
    int most = config.getOptionalValue(MEMBERS, Integer.class).orElse(0);
    if (most > MOST_MEMBERS) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "%s is %d; on MongoDB, where a group is one document with its KPIs, it must be at"
                  + " most %d.",
              MEMBERS,
              most,
              MOST_MEMBERS));
    }
  }

  private static void checkString(ConnectionString given) {
    Optional.ofNullable(given.getWriteConcern()).ifPresent(SettingsCheck::checkConcern);
    Optional.ofNullable(given.getReadPreference())
        .ifPresent(
            preference ->
                checkReads(
                    "The connection string's readPreference=" + preference.getName(),
                    preference.getName()));
  }

  private static void checkConcern(WriteConcern given) {
    Object w = given.getWObject();
    checkWrites("The connection string's w=" + w, w == null || isMajority(w.toString()));
    checkWrites("The connection string's journal=false", !Boolean.FALSE.equals(given.getJournal()));
    if (given.getWTimeout(TimeUnit.MILLISECONDS) != null) {
      LOG.warn(
          "wtimeoutMS of the connection string has no effect: every command has the time that is"
              + " left of its request.");
    }
  }

  private static void checkWrites(String given, boolean good) {
    if (!good) {
      throw new IllegalStateException(
          given
              + " contradicts this store, by which a write counts when most members have it in"
              + " their journals; take it out.");
    }
  }

  private static void checkReads(String given, String preference) {
    if (!preference.equalsIgnoreCase("primary")) {
      throw new IllegalStateException(
          given + " contradicts this store, which reads from the primary; take it out.");
    }
  }

  private static boolean isMajority(String w) {
    return w.equals("majority");
  }

  private static boolean isOn(String value) {
    return Boolean.parseBoolean(value);
  }

  private Optional<String> value(String key) {
    return config.getOptionalValue(key, String.class);
  }
}
