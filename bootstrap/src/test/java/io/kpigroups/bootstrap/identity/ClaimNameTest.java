package io.kpigroups.bootstrap.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Optional;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimNameTest {
  private static final String SETTING = "kpigroups.identity.permissions-claim";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "roles | {'roles': 'x'}",
        "realm_access/roles | {'realm_access': {'roles': 'x'}}",
        "https://acme.example/roles | {'https://acme.example/roles': 'x'}",
        "resource_access/https://kpi.acme.example/roles"
            + " | {'resource_access': {'https://kpi.acme.example': {'roles': 'x'}}}",
        "resource_access/\"https://kpi.acme.example\"/roles"
            + " | {'resource_access': {'https://kpi.acme.example': {'roles': 'x'}}}",
        "https://acme.example/claims/roles | {'https://acme.example/claims': {'roles': 'x'}}",
        "a.b/c.d | {'a.b': {'c.d': 'x'}}",
        "a/b/c | {'a': {'b/c': 'x'}}",
        "a/b/c | {'a': {'b': {'c': 'x'}, 'z': 'y'}, 'a/b': {'d': 'y'}}",
        "\"a\"/b/c | {'a': {'b': {'c': 'x'}}, 'a/b': {'c': 'y'}}",
        "\"a/b\"/c | {'a': {'b': {'c': 'y'}}, 'a/b': {'c': 'x'}}",
        "\"a/b\" | {'a/b': 'x', 'a': {'b': 'y'}}",
        "\"a\"/\"b/c\" | {'a': {'b/c': 'x', 'b': {'c': 'y'}}}"
      })
  void aClaimIsFoundWhereItsNameSays(String name, String claims) {
    assertThat(find(name, claims)).contains("x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "realm_access.roles | {'realm_access': {'roles': 'x'}}",
        "a/b | {'a': ['b']}",
        "a/b | {'a': 'b'}",
        "a/b | {'a': null}",
        "a | {'a': null}",
        "\"a/b\" | {'a': {'b': 'x'}}",
        "\"a\"/b | {'a/b': 'x'}",
        "\"a\"/b/c | {'a': {'b/c': 'x'}}",
        "a/b/\"c\" | {'a/b': {'c': 'x'}}",
        "a/ | {'a': {'b': 'x'}}"
      })
  void aClaimThatIsNotThereIsNotFound(String name, String claims) {
    assertThat(find(name, claims)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"",
        "\"a",
        "a\"b\"",
        "\"a\"b",
        "\"\"",
        "a/\"\"/b",
        "\"a\"/",
        "/\"a\"",
        "\"a\"//b"
      })
  void quotesThatAreNotInOrderAreRefused(String name) {
    assertThatThrownBy(() -> new ClaimName(SETTING, name))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(SETTING)
        .hasMessageContaining(name);
  }

  private static Optional<Object> find(String name, String claims) {
    try {
      return new ClaimName(SETTING, name)
          .in(JwtClaims.parse(claims.replace('\'', '"')).getClaimsMap());
    } catch (InvalidJwtException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
