package io.kpigroups.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kpigroups.adapter.rest.Authenticator.Unauthenticated;
import io.kpigroups.adapter.rest.BearerToken;
import io.kpigroups.adapter.rest.Caller;
import io.kpigroups.domain.access.Permission;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.UserId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That the benchmarks of what every request goes through do what they say. */
class RequestBenchmarksTest {
  private final JsonInBenchmark in = new JsonInBenchmark();
  private final JsonOutBenchmark out = new JsonOutBenchmark();
  private final AnswerBenchmark answers = new AnswerBenchmark();
  private final TokenBenchmark tokens = new TokenBenchmark();

  @Test
  void theBodiesAreReadAsAWhole() {
    assertThat(in.create()).isEqualTo(new Name("Société Générale – Qualité 2026"));
    assertThat(in.batchOf100().add()).hasSize(100).doesNotHaveDuplicates();
  }

  @Test
  void aGroupIsWrittenAsTheReferenceHasIt() throws IOException {
    assertThat(new String(out.group(), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"accountId":"5f3b0c2de4b0a71f9c8d1e2f","createdById":"auth0|64b7f0a1c2d3e4f5a6b7c8d9",\
            "dateCreated":"2026-01-02T03:04:05.678Z","dateUpdated":"2026-01-02T03:04:35.678Z",\
            "favorite":true,"id":"64b7f0a1c2d3e4f500000000",\
            "modifiedById":"auth0|64b7f0a1c2d3e4f5a6b7c8da","name":"Sales pipeline 0"}""");
  }

  @Test
  void aListIsWrittenAsAWhole() throws IOException {
    JsonNode json = new ObjectMapper().readTree(out.listOf100());

    assertThat(json.get("count").intValue()).isEqualTo(100);
    assertThat(json.get("totalCount").intValue()).isEqualTo(2_500);
    assertThat(json.get("items"))
        .hasSize(100)
        .allSatisfy(group -> assertThat(group.properties()).hasSize(8));
    assertThat(json.get("items").get(3).get("name").textValue()).isEqualTo("Κόστος ανά μονάδα 3");
  }

  @Test
  void answersAreThoseOfTheResources() {
    assertThat(answers.group().getHeaders().getFirst("ETag")).isEqualTo("\"1-1\"");
    assertThat(answers.listOf100().getHeaders().getFirst("Link").toString())
        .contains("rel=\"first\"")
        .containsPattern("cursor=[^&]{40,}&limit=100&sort=name>; rel=\"next\"");
  }

  @ParameterizedTest
  @EnumSource(TokenKind.class)
  void aTokenIsVerified(TokenKind kind) {
    tokens.algorithm = kind;

    assertThat(tokens.header()).isEqualTo(kind.token());
    Caller caller =
        new Caller.Verified(
            Optional.of(new UserId("auth0|64b7f0a1c2d3e4f5a6b7c8d9")),
            Set.of(Samples.ACCOUNT, new AccountId("a2")),
            Set.of(Permission.READ, Permission.MANAGE));
    Caller known = tokens.known();
    assertThat(known).isEqualTo(caller).isSameAs(tokens.known());
    assertThat(tokens.verify()).isEqualTo(caller).isNotSameAs(known);
  }

  /** Else the signature would not be what is measured. */
  @ParameterizedTest
  @EnumSource(TokenKind.class)
  void aTokenWithAnotherSignatureIsRefused(TokenKind kind) {
    String good = kind.token().value();
    int signature = good.lastIndexOf('.') + 1;
    char other = good.charAt(signature) == 'A' ? 'B' : 'A';
    BearerToken bad =
        new BearerToken(good.substring(0, signature) + other + good.substring(signature + 1));

    assertThatThrownBy(() -> kind.authenticator().authenticate(bad, Samples.call().deadline()))
        .isInstanceOf(Unauthenticated.class);
  }
}
