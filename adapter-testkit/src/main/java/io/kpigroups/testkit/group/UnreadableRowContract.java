package io.kpigroups.testkit.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A page fails for its own rows only, whether the rows are counted or not. For stores into which
 * other programs can write what is no group.
 */
public interface UnreadableRowContract extends StorageFixture {

  /** Stores, as another program would, a live group of this name that cannot be read. */
  void givenUnreadableGroup(AccountId account, String name);

  @Test
  default void aRowThatCannotBeReadFailsItsOwnPageAndNotTheOneBeforeIt() {
    Scene scene = new Scene(this);
    scene.group("A");
    givenUnreadableGroup(scene.account, "B");

    for (boolean count : List.of(true, false)) {
      Page<ViewedGroup> first = byName(scene, new PageRange(0, 1), count);
      assertThat(first.items()).hasSize(1);
      assertThat(first.hasNext()).isTrue();
      assertThatExceptionOfType(StorageUnavailable.class)
          .isThrownBy(() -> byName(scene, new PageRange(0, 2), count));
      assertThatExceptionOfType(StorageUnavailable.class)
          .isThrownBy(() -> byName(scene, new PageRange(1, 1), count));
    }
  }

  private static Page<ViewedGroup> byName(Scene scene, PageRange range, boolean count) {
    List<Order<GroupField>> byName = List.of(Order.ascending(GroupField.NAME));
    return scene
        .storage
        .groups()
        .list(scene.ann, GroupSelection.LIVE, ListQuery.groups(byName, range, count));
  }
}
