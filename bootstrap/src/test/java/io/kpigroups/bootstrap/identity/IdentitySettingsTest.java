package io.kpigroups.bootstrap.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class IdentitySettingsTest {

  @Test
  void withoutSettingsThereIsNoKeyAndEveryIssuerAndAudienceIsTaken() {
    IdentitySettings settings = TestTokens.settings(Map.of());

    assertThat(settings.hasKey()).isFalse();
    assertThat(settings.issuer()).isEmpty();
    assertThat(settings.audiences()).isEmpty();
    assertThat(settings.config().userClaim()).isEqualTo("sub");
  }

  @Test
  void eitherSettingOfAKeyIsAKey() {
    assertThat(TestTokens.settings(Map.of("mp.jwt.verify.publickey", "x")).hasKey()).isTrue();
    assertThat(TestTokens.settings(Map.of("mp.jwt.verify.publickey.location", "x")).hasKey())
        .isTrue();
  }

  @Test
  void theSettingsAreThoseOfMicroProfileJwt() {
    IdentitySettings settings =
        TestTokens.settings(
            Map.of(
                "mp.jwt.verify.publickey", "a key",
                "mp.jwt.verify.publickey.location", "a place",
                "mp.jwt.verify.issuer", "https://id.example",
                "mp.jwt.verify.audiences", "kpis,groups"));

    assertThat(settings.publicKey()).contains("a key");
    assertThat(settings.location()).contains("a place");
    assertThat(settings.issuer()).contains("https://id.example");
    assertThat(settings.audiences()).containsExactly("kpis", "groups");
  }
}
