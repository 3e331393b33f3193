package io.kpigroups.domain;

import static io.kpigroups.domain.Samples.ACCOUNT;
import static io.kpigroups.domain.Samples.ANN;
import static io.kpigroups.domain.Samples.NOON;
import static io.kpigroups.domain.Samples.OTHER_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AccountInvariantsTest {
  private static final KpiId KPI = new KpiId("k1");

  @Test
  void aMembershipIsMadeOfThingsOfOneAccount() {
    Membership membership =
        Membership.of(
            Samples.group(ACCOUNT), new KpiRef(ACCOUNT, KPI), Samples.actor(ACCOUNT, ANN), NOON);

    assertThat(membership)
        .isEqualTo(new Membership(ACCOUNT, Samples.GROUP_ID, KPI, new Stamp(ANN, NOON)));
  }

  @Test
  void aKpiOfAnotherAccountCannotJoin() {
    assertThatThrownBy(
            () ->
                Membership.of(
                    Samples.group(ACCOUNT),
                    new KpiRef(OTHER_ACCOUNT, KPI),
                    Samples.actor(ACCOUNT, ANN),
                    NOON))
        .isInstanceOf(AccountMismatch.class);
  }

  @Test
  void nobodyCanPutAKpiIntoAGroupOfAnotherAccount() {
    assertThatThrownBy(
            () ->
                Membership.of(
                    Samples.group(ACCOUNT),
                    new KpiRef(ACCOUNT, KPI),
                    Samples.actor(OTHER_ACCOUNT, ANN),
                    NOON))
        .isInstanceOf(AccountMismatch.class);
  }

  @Test
  void aFavoriteIsOfTheActingUser() {
    assertThat(Favorite.of(Samples.group(ACCOUNT), Samples.actor(ACCOUNT, ANN)))
        .isEqualTo(new Favorite(ACCOUNT, ANN, Samples.GROUP_ID));
  }

  @Test
  void aGroupOfAnotherAccountCannotBeAFavorite() {
    assertThatThrownBy(() -> Favorite.of(Samples.group(ACCOUNT), Samples.actor(OTHER_ACCOUNT, ANN)))
        .isInstanceOf(AccountMismatch.class);
  }
}
