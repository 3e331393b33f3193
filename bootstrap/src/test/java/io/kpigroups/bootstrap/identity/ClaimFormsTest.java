package io.kpigroups.bootstrap.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.Caller;
import io.kpigroups.bootstrap.identity.keys.LogLines;
import io.kpigroups.domain.access.Permission;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import java.util.List;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms that claims may have, and what is said of those that are not there. */
class ClaimFormsTest {
  private static final String GOOD = "{'sub':'ann','accounts':['a'],'permissions':[]}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'accounts':['a','b']}",
        "{'accounts':'a b'}",
        "{'accounts':' a  b '}",
        "{'accounts':{'a':{'id':7},'b':[]}}",
        "{'accounts':{'a':null,'b':'c','not good':1}}"
      })
  void accountsAreReadFromAListAStringAndTheNamesOfMembers(String claims) {
    assertThat(read(Map.of(), claims).accounts())
        .containsExactlyInAnyOrder(new AccountId("a"), new AccountId("b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'permissions':['kpis:read','kpis:manage']}",
        "{'permissions':'kpis:read kpis:manage'}",
        "{'permissions':['kpis:read kpis:manage']}",
        "{'scope':'openid kpis:read kpis:manage'}",
        "{'scope':['openid','kpis:read','kpis:manage']}"
      })
  void permissionsAreReadFromAListAndAString(String claims) {
    assertThat(read(Map.of(), claims).permissions())
        .containsExactlyInAnyOrder(Permission.READ, Permission.MANAGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'permissions':{'kpis:read':true}}", "{'scope':{'kpis:read':{}}}"})
  void theNamesOfMembersGrantNoPermission(String claims) {
    assertThat(read(Map.of(), claims).permissions()).isEmpty();
  }

  @Test
  void aUserIdMayHaveSpaces() {
    assertThat(read(Map.of(), "{'sub':'ann of acme'}").user()).contains(new UserId("ann of acme"));
  }

  @Test
  void aClaimThatAGoodTokenLacksIsOneLineInTheLogAndHowToWriteItIsSaid() {
    CallerReader reader =
        reader(Map.of("kpigroups.identity.permissions-claim", "realm_access.roles"));
    String claims = "{'sub':'ann','accounts':'a','scope':'x','realm_access':{'roles':['secret']}}";
    try (LogLines log = new LogLines(CallerReader.class)) {
      reader.read(parsed(claims));
      reader.read(parsed(claims));

      assertThat(log.lines())
          .singleElement()
          .asString()
          .contains("no claim realm_access.roles", "kpigroups.identity.permissions-claim")
          .contains("slashes", "realm_access/roles", "dot", "double quotes")
          .doesNotContain("secret", "ann");
    }
  }

  @Test
  void everyClaimThatIsLackingIsSaidOnceForItself() {
    CallerReader reader = reader(Map.of("kpigroups.identity.scope-claim", "scp"));
    try (LogLines log = new LogLines(CallerReader.class)) {
      reader.read(parsed("{}"));
      reader.read(parsed("{'sub':'ann'}"));
      reader.read(parsed(GOOD));

      assertThat(log.lines()).hasSize(4);
      for (String setting : List.of("user", "accounts", "permissions", "scope")) {
        assertThat(log.lines())
            .filteredOn(line -> line.contains("kpigroups.identity." + setting + "-claim"))
            .hasSize(1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        GOOD,
        "{'sub':'ann','accounts':'a','scope':'openid'}",
        "{'sub':7,'accounts':{},'permissions':{}}"
      })
  void whatIsThereIsNotSaidToBeLacking(String claims) {
    try (LogLines log = new LogLines(CallerReader.class)) {
      read(Map.of(), claims);
      assertThat(log.lines()).isEmpty();
    }
  }

  private static Caller.Verified read(Map<String, String> settings, String claims) {
    return reader(settings).read(parsed(claims));
  }

  private static CallerReader reader(Map<String, String> settings) {
    return new CallerReader(TestTokens.settings(settings).config());
  }

  private static JwtClaims parsed(String claims) {
    try {
      return JwtClaims.parse(claims.replace('\'', '"'));
    } catch (InvalidJwtException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
