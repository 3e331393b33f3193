package io.kpigroups.adapter.mongo.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.mongo.MongoStorage;
import io.kpigroups.adapter.mongo.index.IndexSetup;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which settings are refused, and what is made of the connection string. */
class SettingsTest {
  private static final String STRING = "quarkus.mongodb.connection-string";
  private static final String STORE = "kpigroups.store";
  private static final String DATABASE = "quarkus.mongodb.database";
  private static final String RETRY = "quarkus.mongodb.write-concern.retry-writes";

  @ParameterizedTest
  @CsvSource({
    "mongodb://ann:secret@h/?w=1, w=1",
    "mongodb://ann:secret@h/?w=0, w=0",
    "mongodb://ann:secret@h/db?w=3&tls=true, w=3",
    "mongodb://ann:secret@h/?w=twoSites, w=twoSites",
    "mongodb://ann:secret@h/?w=majority&journal=false, journal=false",
    "'mongodb://ann:secret@h,i/?readPreference=secondary', readPreference=secondary",
    "mongodb://ann:secret@h/?readPreference=primaryPreferred, readPreference=primaryPreferred",
    "mongodb+srv://ann:secret@db.example.com/?w=1&srvMaxHosts=2, w=1",
    "mongodb+srv://ann:secret@db.example.com/x?srvServiceName=y&readPreference=nearest, nearest",
  })
  void aConnectionStringThatContradictsIsRefusedWithASentenceThatNamesIt(
      String given, String named) {
    assertThatThrownBy(() -> check(Map.of(STRING, given)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("connection string", named, "contradicts")
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "quarkus.mongodb.write-concern.w, 1",
    "quarkus.mongodb.write-concern.journal, false",
    "quarkus.mongodb.write-concern.safe, false",
    "quarkus.mongodb.read-preference, secondary",
  })
  void aSettingOfQuarkusThatContradictsIsRefusedToo(String key, String value) {
    assertThatThrownBy(() -> check(Map.of(key, value)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(key + "=" + value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mongodb://h",
        "mongodb://h/?w=majority&journal=true&wtimeoutMS=5000&readPreference=primary",
        "mongodb+srv://db.example.com/?retryWrites=true&w=majority",
      })
  void aConnectionStringThatDoesNotIsTaken(String given) {
    assertThatCode(() -> check(Map.of(STRING, given))).doesNotThrowAnyException();
  }

  @Test
  void moreKpisInAGroupThanADocumentIsGoodForAreRefused() {
    String key = "kpigroups.limits.kpis-per-group";
    assertThatCode(() -> check(Map.of(key, "20000"))).doesNotThrowAnyException();
    assertThatThrownBy(() -> check(Map.of(key, "20001")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll(key, "20001", "20000");
  }

  /** Nothing is begun: there is neither a database here nor a thread that would ask it. */
  @Test
  void aStartWithSettingsThatContradictDoesNothingElse() {
    SmallRyeConfig config = config(Map.of(STRING, "mongodb://h/?w=1"));
    MongoStorage storage = new MongoStorage(null, new IndexSetup(null), config);
    assertThatThrownBy(storage::prepare).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theDatabaseIsThatOfTheSettingElseThatOfTheStringElseOurs() {
    String named = "mongodb://h/named?tls=true";
    assertThat(value(DATABASE, Map.of())).isEqualTo("kpigroups");
    assertThat(value(DATABASE, Map.of(STRING, "mongodb://h"))).isEqualTo("kpigroups");
    assertThat(value(DATABASE, Map.of(STRING, named))).isEqualTo("named");
    assertThat(value(DATABASE, Map.of(STRING, "mongodb+srv://db.example.com/named?srvMaxHosts=2")))
        .isEqualTo("named");
    assertThat(value(DATABASE, Map.of(STRING, named, DATABASE, "set"))).isEqualTo("set");
  }

  @Test
  void theDriverRepeatsWritesWhereTheStringOrTheSettingSaysSo() {
    assertThat(value(RETRY, Map.of(STRING, "mongodb://h"))).isEqualTo("false");
    assertThat(value(RETRY, Map.of(STRING, "mongodb://h/?retryWrites=true"))).isEqualTo("true");
    assertThat(value(RETRY, Map.of(STRING, "mongodb://h/?retryWrites=false"))).isEqualTo("false");
    assertThat(value(RETRY, Map.of(STRING, "mongodb://h/?retryWrites=true", RETRY, "false")))
        .isEqualTo("false");
  }

  @Test
  void aStringThatIsNoneDoesNotMatterToAnotherStore() {
    Map<String, String> settings = Map.of(STRING, "nonsense");
    assertThat(config(settings).getValue(DATABASE, String.class)).isEqualTo("kpigroups");
    assertThat(value(DATABASE, Map.of(STRING, "nonsense", STORE, "sqlite"))).isEqualTo("kpigroups");
  }

  /** The driver's own words repeat what may be part of a password: all of {@code ann:sec}. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "nix://h",
        "mongodb://ann:sec@ret@h/db",
        "mongodb+srv://ann:sec@ret@h/db",
        "mongodb://ann:sec/ret@h",
        "mongodb://ann:sec%zzret@h",
      })
  void aStringThatIsNoneEndsTheStartOfThisStoreWithoutItsSecret(String given) {
    assertThatThrownBy(() -> value(DATABASE, Map.of(STRING, given, STORE, "mongo")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll(STRING, "mongodb://", "%40")
        .hasMessageNotContainingAny("sec", "ann", "nix");
  }

  private static void check(Map<String, String> settings) {
    SettingsCheck.check(config(settings));
  }

  /** The value if this store is chosen, unless the settings name another. */
  private static String value(String key, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(Map.of(STORE, "mongo"));
    all.putAll(settings);
    return config(all).getValue(key, String.class);
  }

  private static SmallRyeConfig config(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .withSources(new PropertiesConfigSource(new HashMap<>(settings), "test", 300))
        .withSources(new ConnectionStringConfig())
        .build();
  }
}
