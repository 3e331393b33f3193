package com.example.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.access.Permission;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.UserId;
import io.kpigroups.testkit.memory.InMemoryStorage;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupsTest {
  private static final Actor ANN =
      Actor.of(new AccountId("acme"), new UserId("ann"), Set.of(Permission.MANAGE));

  private static final String ID = "6b081c06804c503dc0f97eca";

  private final AtomicInteger calls = new AtomicInteger();
  private final Groups groups = new Groups(new InMemoryStorage(), this::call);

  private Call call() {
    calls.incrementAndGet();
    return new Call(ANN, Deadline.in(Duration.ofHours(1)));
  }

  private ViewedGroup create(String name) {
    return groups.useCases().groups().create(groups.call(), new Name(name));
  }

  @Test
  void walksAllPagesAndNoMoreThanAreRead() {
    IntStream.range(0, 2_500).forEach(i -> create("Group " + (10_000 + i)));
    List<Order<GroupField>> byName = List.of(Order.ascending(GroupField.NAME));
    calls.set(0);

    assertThat(groups.all(GroupSelection.LIVE, byName, Long.MAX_VALUE))
        .extracting(row -> row.group().name().value())
        .hasSize(2_500)
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(calls).hasValue(3);
    assertThat(groups.all(GroupSelection.LIVE, byName, 1_000)).hasSize(1_000);
    assertThat(calls).hasValue(4);
  }

  @Test
  void knowsAGroupByItsExactName() {
    ViewedGroup sales = create("Sales");
    create("sales");

    assertThat(groups.id("Sales", GroupSelection.LIVE)).isEqualTo(sales.group().id());
    assertThat(groups.id(ID, GroupSelection.LIVE).value()).isEqualTo(ID);
    assertThatThrownBy(() -> groups.id("Sale", GroupSelection.LIVE))
        .hasMessage("No group has this name.");
  }

  @Test
  void doesNotChooseAmongGroupsOfOneName() {
    String one = create("Sales").group().id().value();
    String other = create("Sales").group().id().value();

    assertThatThrownBy(() -> groups.id("Sales", GroupSelection.LIVE))
        .hasMessageContainingAll(one, other);
  }
}
