package io.kpigroups.bootstrap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.bootstrap.StandIn;
import io.kpigroups.bootstrap.TestConfig;
import io.kpigroups.testkit.memory.InMemoryStorage;
import io.quarkus.arc.InjectableBean;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.inject.Any;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

public class StoresTest {
  private final KpiGroupStorage embedded = new InMemoryStorage();
  private final KpiGroupStorage mine = new InMemoryStorage();
  private final Stores stores =
      new Stores(List.of(handle("mine", mine), handle("embedded", embedded)));

  @Test
  void everyStoreOfTheBuildIsKnownByItsName() {
    assertThat(stores.names()).containsExactly("embedded", "mine");
  }

  @Test
  void theStoreThatIsSetIsInUseAndTheEmbeddedOneIfNoneIs() {
    assertThat(selected(Map.of())).isSameAs(embedded);
    assertThat(selected(Map.of("kpigroups.store", "sqlite"))).isSameAs(embedded);
    assertThat(selected(Map.of("kpigroups.store", "mine"))).isSameAs(mine);
  }

  @Test
  void aStoreThatIsNotThereIsRefusedWithTheNamesOfThoseThatAre() {
    assertThatThrownBy(() -> selected(Map.of("kpigroups.store", "mongodb")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("\"mongodb\"")
        .hasMessageContaining("kpigroups.store")
        .hasMessageContaining("embedded, mine");
  }

  @ConfigMapping(prefix = "kpigroups.mine")
  interface MySettings {}

  record MyBean(MySettings settings, String other) {}

  @Test
  void theSettingsThatABeanIsGivenAreKnown() {
    var handle = handle("mine", mine, MyBean.class);

    assertThat(new Stores(List.of(handle)).mappings())
        .contains(MySettings.class)
        .doesNotContain(String.class);
    assertThat(stores.mappings()).isEmpty();
  }

  @Test
  void theSettingsOfABuiltInStoreAreNotLookedFor() {
    var handle = handle("mongo", mine, MyBean.class);

    assertThat(new Stores(List.of(handle)).mappings()).isEmpty();
  }

  private KpiGroupStorage selected(Map<String, String> settings) {
    return stores.selected(TestConfig.service(settings));
  }

  public static InstanceHandle<KpiGroupStorage> handle(String name, KpiGroupStorage storage) {
    return handle(name, storage, storage.getClass());
  }

  @SuppressWarnings("unchecked")
  private static InstanceHandle<KpiGroupStorage> handle(
      String name, KpiGroupStorage storage, Class<?> type) {
    InjectableBean<?> bean =
        StandIn.of(
            InjectableBean.class,
            Map.of(
                "getBeanClass",
                none -> type,
                "getQualifiers",
                none -> Set.of(Any.Literal.INSTANCE, Identifier.Literal.of(name))));
    return StandIn.of(
        InstanceHandle.class, Map.of("getBean", none -> bean, "get", none -> storage));
  }
}
