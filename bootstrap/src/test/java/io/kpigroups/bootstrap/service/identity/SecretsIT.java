package io.kpigroups.bootstrap.service.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Caller;
import io.kpigroups.bootstrap.service.client.Tokens;
import io.kpigroups.bootstrap.service.process.ServiceProcess;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** That no token is ever in what the packaged service says, however much it is asked to say. */
@Timeout(1200)
class SecretsIT {

  @TempDir Path folder;

  @Test
  void noTokenIsLoggedAtAnyLevelGoodOrBad() throws Exception {
    Map<String, String> settings = new HashMap<>(Tokens.settings());
    settings.put("kpigroups.embedded.path", folder.toString());
    settings.put("quarkus.log.level", "DEBUG");
    settings.put("quarkus.log.category.\"io.kpigroups\".level", "TRACE");
    settings.put("kpigroups.rate-limit.per-token", "15");
    List<String> tokens = tokens();
    try (ServiceProcess service = ServiceProcess.start(settings)) {
      URI base = service.base();
      for (String token : tokens) {
        for (int i = 0; i < 20; i++) {
          call(base, token);
        }
      }
      new Caller(base).sendAll().forEach(answer -> answer.join());
      String said = service.lastWords();
      assertThat(said).contains("DEBUG");
      for (String token : tokens) {
        assertThat(said).doesNotContain(token.substring(token.length() - 20));
      }
    }
  }

  private static List<String> tokens() {
    JwtClaims expired = claims();
    expired.setExpirationTime(NumericDate.fromSeconds(1_000_000_000));
    List<String> tokens = new ArrayList<>();
    tokens.add(Tokens.es256(claims()));
    tokens.add(Tokens.es256(expired));
    tokens.add(Tokens.byAStranger(claims()));
    tokens.add(Tokens.hmacWithThePublicKey(claims()));
    tokens.add("not-a-token-but-a-secret-all-the-same");
    return tokens;
  }

  private static JwtClaims claims() {
    return Tokens.claims("ann", List.of("acme"), List.of("kpis:manage"));
  }

  private static void call(URI base, String token) {
    Answer.to(
            HttpRequest.newBuilder(URI.create(base + "/api/v1/kpis/groups"))
                .header("Authorization", "Bearer " + token)
                .header("gtmhub-accountId", "acme")
                .build())
        .join();
  }
}
