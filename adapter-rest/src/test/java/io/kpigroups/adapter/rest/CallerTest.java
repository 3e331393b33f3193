package io.kpigroups.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.access.Permission;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerTest {

  @Test
  void whatATokenSaidStaysAsItWas() {
    Set<AccountId> accounts = new HashSet<>();
    Set<Permission> permissions = EnumSet.noneOf(Permission.class);
    Caller.Verified caller =
        new Caller.Verified(Optional.of(new UserId("ann")), accounts, permissions);
    accounts.add(new AccountId("a1"));
    permissions.add(Permission.MANAGE);

    assertThat(caller.accounts()).isEmpty();
    assertThat(caller.permissions()).isEmpty();
  }
}
