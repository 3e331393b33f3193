package io.kpigroups.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.Samples;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.failure.NotPermitted;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An actor whom another system checks. */
class DelegatedActorTest {
  private static final Actor NAMED = Actor.delegated(Optional.of(Samples.ACCOUNT));
  private static final Actor UNNAMED = Actor.delegated(Optional.empty());

  @Test
  void hasNoUserAndNoAccountForThoseWhoDoNotAskThatSystem() {
    assertThatThrownBy(NAMED::user)
        .isInstanceOf(NotPermitted.class)
        .hasMessageContaining("another system");
    assertThatThrownBy(NAMED::account).isInstanceOf(NotPermitted.class);
    assertThatThrownBy(UNNAMED::account).isInstanceOf(NotPermitted.class);
  }

  @Test
  void tellsTheAccountThatWasNamedToThoseWhoDo() {
    assertThat(NAMED.named()).contains(Samples.ACCOUNT);
    assertThat(UNNAMED.named()).isEmpty();
    assertThat(Samples.actor(Samples.ACCOUNT, Samples.ANN).named())
        .as("as any other actor does")
        .contains(Samples.ACCOUNT);
  }

  @ParameterizedTest
  @EnumSource
  void isLetThroughToWhoeverDecidesIfItNamesAnAccount(Permission permission) {
    permission.require(NAMED);

    assertThatThrownBy(() -> permission.require(UNNAMED))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("account");
  }
}
