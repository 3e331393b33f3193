package io.kpigroups.adapter.client;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.access.Permission;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the tests speak of. */
final class Samples {
  static final AccountId ACCOUNT = new AccountId("5be26318e5274a0007f17f61");
  static final Call ANN =
      unhurried(Actor.of(ACCOUNT, new UserId("ann"), Set.of(Permission.MANAGE)));
  static final Call SOMEBODY = unhurried(Actor.delegated(Optional.of(ACCOUNT)));
  static final KpiGroupId GROUP = new KpiGroupId("65f0a1b2c3d4e5f607182930");
  static final KpiId KPI = new KpiId("5be26318e5274a0007f17fa1");
  static final Name NAME = new Name("Größe");
  static final Instant NOW = Instant.parse("2026-01-02T12:00:00.123Z");
  static final String PATH = "/api/v1/kpis/groups/" + GROUP.value();

  private Samples() {}

  /** A call of this actor with more time than any test takes. */
  static Call unhurried(Actor actor) {
    return new Call(actor, Deadline.in(Duration.ofDays(1)));
  }

  /** A group as the reference has it. */
  static String group() {
    return group(GROUP.value(), "Größe", "2026-01-02T03:04:05.678Z");
  }

  static String group(String id, String name, String created) {
    return """
        {"accountId":"%s","createdById":"ann","dateCreated":"%s","dateUpdated":"%s",\
        "favorite":true,"id":"%s","modifiedById":"bob","name":"%s"}"""
        .formatted(ACCOUNT.value(), created, created, id, name);
  }

  /** A group with one property written otherwise. */
  static String groupWith(String property, String json) {
    return group()
        .replaceAll("\"" + property + "\":(\"[^\"]*\"|true)", "\"" + property + "\":" + json);
  }

  static String list(long total, String... groups) {
    return "{\"count\":%d,\"items\":[%s],\"totalCount\":%d}"
        .formatted(groups.length, Arrays.stream(groups).collect(Collectors.joining(",")), total);
  }

  static String problem(int status, String slug, String detail) {
    return "{\"type\":\"urn:kpi-groups:problem:%s\",\"title\":\"x\",\"status\":%d,\"detail\":\"%s\"}"
        .formatted(slug, status, detail);
  }
}
