package io.kpigroups.bootstrap.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.Caller;
import io.kpigroups.domain.access.Permission;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerReaderTest {

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"sub\":\"\"}", "{\"sub\":\"t\\u00e9l\"}", "{\"sub\":7}"})
  void aTokenWithoutAWellFormedUserIsACallerWithoutOne(String claims) {
    assertThat(read(Map.of(), claims).user()).isEmpty();
  }

  @Test
  void illFormedAccountsAreLeftOut() {
    String claims = "{\"accounts\":[\"good\",\"not good\",\"\",7,null]}";

    assertThat(read(Map.of(), claims).accounts()).containsExactly(new AccountId("good"));
  }

  @Test
  void aSingleAccountNeedsNoList() {
    assertThat(read(Map.of(), "{\"accounts\":\"one\"}").accounts())
        .containsExactly(new AccountId("one"));
  }

  @Test
  void theScopeIsLookedAtWhereThereAreNoPermissions() {
    assertThat(read(Map.of(), "{\"scope\":\"openid kpis:read kpis:manage\"}").permissions())
        .containsExactlyInAnyOrder(Permission.READ, Permission.MANAGE);
    assertThat(read(Map.of(), "{\"scope\":\"kpis:manage\",\"permissions\":[]}").permissions())
        .isEmpty();
  }

  @Test
  void wordsThatAreNoPermissionsGrantNothing() {
    assertThat(read(Map.of(), "{\"permissions\":[\"kpis:all\",\"KPIS:READ\",1]}").permissions())
        .isEmpty();
  }

  @Test
  void claimsMayHaveOtherNamesAndBeNested() {
    Map<String, String> names =
        Map.of(
            "kpigroups.identity.user-claim", "email",
            "kpigroups.identity.accounts-claim", "https://example.com/accounts",
            "kpigroups.identity.permissions-claim", "realm_access/roles");

    assertThat(
            read(
                names,
                """
                {"email": "ann@example.com", "https://example.com/accounts": ["a"],
                 "realm_access": {"roles": ["kpis:manage"]}}"""))
        .isEqualTo(
            new Caller.Verified(
                Optional.of(new UserId("ann@example.com")),
                Set.of(new AccountId("a")),
                Set.of(Permission.MANAGE)));
  }

  private static Caller.Verified read(Map<String, String> names, String claims) {
    try {
      return new CallerReader(TestTokens.settings(names).config()).read(JwtClaims.parse(claims));
    } catch (InvalidJwtException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
