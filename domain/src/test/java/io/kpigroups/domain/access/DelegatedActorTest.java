package io.kpigroups.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.value.AccountId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An actor whom another system judges. */
class DelegatedActorTest {
  private static final AccountId ACME = new AccountId("acme");

  @Test
  void actsInTheAccountThatWasNamed() {
    assertThat(Actor.delegated(Optional.of(ACME)).account()).isEqualTo(ACME);
  }

  @Test
  void isLetThroughToWhoeverDecides() {
    Actor actor = Actor.delegated(Optional.of(ACME));
    assertThat(Permission.values()).allMatch(actor::may);
  }

  @Test
  void hasNoUserAndNoAccountThatCouldBeTakenForReal() {
    Actor actor = Actor.delegated(Optional.empty());
    assertThatThrownBy(actor::user).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(actor::account).isInstanceOf(IllegalStateException.class);
  }
}
