package io.kpigroups.bootstrap.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.rest.Authenticator.Unauthenticated;
import io.kpigroups.adapter.rest.BearerToken;
import io.kpigroups.adapter.rest.Caller;
import io.kpigroups.bootstrap.TestTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassThroughAuthenticatorTest {
  private final PassThroughAuthenticator tokens = new PassThroughAuthenticator();

  @ParameterizedTest
  @ValueSource(strings = {"a", "AZaz09-._~+/==", "eyJh.eyJz.c2ln"})
  void whateverHasTheFormOfATokenIsTakenAndNothingIsKnownOfItsBearer(String token) {
    assertThat(tokens.authenticate(new BearerToken(token), TestTime.ample()))
        .isEqualTo(new Caller.Unverified());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "=", "a=b", "a b", "t\u00e9l"})
  void whatHasNotIsRefused(String token) {
    assertThatThrownBy(() -> tokens.authenticate(new BearerToken(token), TestTime.ample()))
        .isInstanceOf(Unauthenticated.class);
  }
}
