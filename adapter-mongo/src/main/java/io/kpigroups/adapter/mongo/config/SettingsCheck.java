package io.kpigroups.adapter.mongo.config;

import static java.util.Objects.requireNonNullElse;

import com.mongodb.ConnectionString;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Refuses settings that contradict how this store works, each with one sentence. */
public final class SettingsCheck {
  private static final Logger LOG = Logger.getLogger(SettingsCheck.class);

  private static final String MEMBERS = "kpigroups.limits.kpis-per-group";

  /** A document holds at most 16 MB and a member takes up to 400 bytes; half of it stays free. */
  private static final int MOST_MEMBERS = 20_000;

  private static final String MAJORITY = "majority";
  private static final String ON = "(?i)true";
  private static final String PRIMARY = "(?i)primary";

  /** Patterns that these settings must match if they are set. */
  private static final Map<String, String> REQUIRED =
      Map.of(
          "quarkus.mongodb.write-concern.w", MAJORITY,
          "quarkus.mongodb.write-concern.journal", ON,
          "quarkus.mongodb.write-concern.safe", ON,
          "quarkus.mongodb.read-preference", PRIMARY);

  private SettingsCheck() {}

  /**
   * Checks all of them.
   *
   * @throws IllegalStateException naming the first that contradicts
   */
  public static void check(Config config) {
    int members = config.getOptionalValue(MEMBERS, Integer.class).orElse(0);
    if (members > MOST_MEMBERS) {
      String must =
          "; on MongoDB, where a group is one document with its KPIs, it must be at most ";
      throw new IllegalStateException(MEMBERS + " is " + members + must + MOST_MEMBERS + ".");
    }
    config
        .getOptionalValue(ConnectionStringConfig.KEY, String.class)
        .map(ConnectionStringConfig::parse)
        .ifPresent(SettingsCheck::check);
    REQUIRED.forEach(
        (key, required) ->
            check(key, config.getOptionalValue(key, String.class).orElse(null), required));
  }

  private static void check(ConnectionString given) {
    String string = "The connection string's ";
    ReadPreference reads = requireNonNullElse(given.getReadPreference(), ReadPreference.primary());
    check(string + "readPreference", reads.getName(), PRIMARY);
    WriteConcern writes = requireNonNullElse(given.getWriteConcern(), WriteConcern.MAJORITY);
    check(string + "w", writes.getWObject(), MAJORITY);
    check(string + "journal", writes.getJournal(), ON);
    if (writes.getWTimeout(TimeUnit.MILLISECONDS) != null) {
      LOG.warn("wtimeoutMS has no effect: every command has the time that its request has left.");
    }
  }

  private static void check(String setting, @Nullable Object given, String required) {
    if (given != null && !given.toString().matches(required)) {
      throw new IllegalStateException(
          setting
              + "="
              + given
              + " contradicts this store, which reads from the primary and counts a write when most"
              + " members have it in their journals; take it out.");
    }
  }
}
