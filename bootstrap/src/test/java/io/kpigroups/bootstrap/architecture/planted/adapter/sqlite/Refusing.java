package io.kpigroups.bootstrap.architecture.planted.adapter.sqlite;

import io.kpigroups.bootstrap.architecture.planted.domain.failure.GroupNotFound;
import io.kpigroups.bootstrap.architecture.planted.domain.failure.LimitReached;
import java.util.function.Supplier;

final class Refusing {
  static final Supplier<GroupNotFound> ABSENT = GroupNotFound::new;

  static LimitReached full() {
    return LimitReached.groups(1);
  }
}
