package io.kpigroups.bootstrap.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComposeTest {
  private static final String REALM_FILE = "deploy/keycloak/kpi-groups-realm.json";

  private static final String SCHEMA =
      "bootstrap/src/test/resources/compose-spec/compose-spec.json";

  private final String text = Project.read("compose.yaml");
  private final JsonNode services = Project.yaml(text).get("services");
  private final JsonNode service = services.get("kpi-groups");
  private final JsonNode keycloak = services.get("keycloak");
  private final JsonNode realm = Project.yaml(Project.read(REALM_FILE));

  @Test
  void theFileIsWhatTheComposeSpecificationDescribes() {
    assertThat(errors(text)).isEmpty();
  }

  @Test
  void aMisspeltPropertyIsNoticed() {
    for (String property : List.of("read_only:", "condition:", "retries:", "services:")) {
      assertThat(text).contains(property);
      assertThat(errors(text.replace(property, "x" + property))).as(property).isNotEmpty();
    }
  }

  @Test
  void theServiceIsOfThisVersionAndItsSettingsExist() {
    assertThat(service.get("image").asText())
        .isEqualTo("${KPI_GROUPS_IMAGE:-kpi-groups:" + Project.pom("version") + "}");
    assertThat(service.get("environment").fieldNames())
        .toIterable()
        .isNotEmpty()
        .isSubsetOf(Project.variables());
    assertThat(Project.seconds(service.get("stop_grace_period").asText()))
        .isGreaterThan(Project.shutdown());
  }

  @Test
  void whoeverIsWaitedForSaysWhenItIsReady() {
    service
        .get("depends_on")
        .properties()
        .forEach(
            needed -> {
              assertThat(needed.getValue().get("condition").asText()).isEqualTo("service_healthy");
              assertThat(services.get(needed.getKey()).get("healthcheck").get("test")).isNotNull();
            });
    assertThat(service.get("depends_on").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("mongo", "keycloak");
  }

  @Test
  void keycloakIsTheOneThatIsTestedAndHasItsRealm() {
    assertThat(keycloak.get("image").asText()).endsWith(":" + Project.pom("keycloak.version"));
    String mount = keycloak.get("volumes").get(0).asText();
    assertThat(mount).startsWith("./" + REALM_FILE + ":").endsWith(":ro");
    assertThat(Files.exists(Project.ROOT.resolve(REALM_FILE))).isTrue();
  }

  @Test
  void theServiceTakesTheTokensThatKeycloakMakes() {
    JsonNode settings = service.get("environment");
    String outside = keycloak.get("environment").get("KC_HOSTNAME").asText();
    String path = "/realms/" + realm.get("realm").asText();
    assertThat(settings.get("MP_JWT_VERIFY_ISSUER").asText()).isEqualTo(outside + path);
    assertThat(settings.get("MP_JWT_VERIFY_PUBLICKEY_LOCATION").asText())
        .isEqualTo("http://keycloak:8080" + path + "/protocol/openid-connect/certs");
    assertThat(keycloak.get("ports").get(0).asText())
        .isEqualTo("127.0.0.1:" + outside.replaceAll(".*:", "") + ":8080");
    assertThat(realm.get("clients"))
        .extracting(client -> client.get("clientId").asText())
        .contains(settings.get("MP_JWT_VERIFY_AUDIENCES").asText());
  }

  @Test
  void nothingIsReachedFromOtherMachines() {
    List<JsonNode> ports = new ArrayList<>();
    services.forEach(one -> one.path("ports").forEach(ports::add));
    assertThat(ports)
        .extracting(JsonNode::asText)
        .isNotEmpty()
        .allSatisfy(port -> assertThat(port).startsWith("127.0.0.1:"));
  }

  @Test
  void theServiceMayDoNoMoreThanItMust() {
    assertThat(service.get("read_only").asBoolean()).isTrue();
    assertThat(service.get("cap_drop").get(0).asText()).isEqualTo("ALL");
    assertThat(service.get("tmpfs").get(0).asText()).isEqualTo("/tmp");
  }

  private static List<Error> errors(String compose) {
    JsonNode schema = Project.yaml(Project.read(SCHEMA));
    // Identifiers as an older draft has them than the one that it says it is of.
    schema.findParents("id").forEach(part -> ((ObjectNode) part).remove("id"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
        .getSchema(schema)
        .validate(Project.yaml(compose));
  }
}
