package io.kpigroups.bootstrap.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.rest.Authenticator.Unauthenticated;
import io.kpigroups.adapter.rest.Caller;
import io.kpigroups.bootstrap.TestTime;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassThroughAuthenticatorTest {
  private final PassThroughAuthenticator tokens = new PassThroughAuthenticator();

  @ParameterizedTest
  @ValueSource(strings = {"Bearer a", "bearer AZaz09-._~+/==", "Bearer eyJh.eyJz.c2ln"})
  void whateverHasTheFormOfATokenIsTakenAndNothingIsKnownOfItsBearer(String header) {
    assertThat(tokens.authenticate(Optional.of(header), TestTime.ample()))
        .isEqualTo(new Caller.Unverified());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Bearer ", "Bearer =", "Bearer a=b", "Bearer a b", "Bearer t\u00e9l", "Basic a"})
  void whatHasNotIsRefused(String header) {
    assertThatThrownBy(() -> tokens.authenticate(Optional.of(header), TestTime.ample()))
        .isInstanceOf(Unauthenticated.class);
  }
}
