package io.kpigroups.application.service;

import io.kpigroups.application.port.Call;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.KpiCondition;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.MemberField;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a use case is given, by the type of its parameter: something that is there, and legal. */
final class Arguments {
  private static final PageRange RANGE = PageRange.first(2);

  private final Map<String, Object> byType = new HashMap<>();

  Arguments(Call actor, KpiGroupId group, KpiId kpi) {
    put(Call.class, actor);
    put(KpiGroupId.class, group);
    put(KpiId.class, kpi);
    put(Name.class, Samples.NEW_NAME);
    put(RevisionMatch.class, RevisionMatch.any());
    put(KpiCondition.class, KpiCondition.NONE);
    put(GroupSelection.class, GroupSelection.LIVE);
    put(KpiFilter.class, KpiFilter.ALL);
    put(KpiBatch.class, KpiBatch.adding(kpi));
    put(List.class, List.of());
    put(Optional.class, Optional.empty());
    put(ListQuery.class, GroupField.class, ListQuery.groups(RANGE));
    put(ListQuery.class, KpiField.class, ListQuery.kpis(RANGE));
    put(ListQuery.class, MemberField.class, ListQuery.members(RANGE));
  }

  private void put(Class<?> type, Object value) {
    byType.put(type.getName(), value);
  }

  private void put(Class<?> type, Class<?> of, Object value) {
    byType.put(type.getName() + "<" + of.getName() + ">", value);
  }

  /** An argument for each parameter. */
  Object[] of(Method method) {
    return Arrays.stream(method.getGenericParameterTypes()).map(this::of).toArray();
  }

  private Object of(Type type) {
    String name = type.getTypeName();
    Object raw = byType.get(name.replaceFirst("<.*", ""));
    return Objects.requireNonNull(
        byType.getOrDefault(name, raw), () -> "Give a value of " + name + " here.");
  }
}
