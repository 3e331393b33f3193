package com.example.cli.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.group.ViewedGroup;

/**
 * An array with an object a line, whose properties are those of the API. Without its last bracket
 * it is not whole: the list broke off.
 */
final class JsonFormat implements GroupFormat {
  @Override
  public String head() {
    return "[\n";
  }

  @Override
  public String row(ViewedGroup viewed) {
    KpiGroup group = viewed.group();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", group.id().value());
    json.put("name", group.name().value());
    json.put("favorite", viewed.favorite());
    json.put("accountId", group.account().value());
    stamp(json, group.created(), "createdById", "dateCreated");
    stamp(json, group.modified(), "modifiedById", "dateUpdated");
    group.life().deleted().ifPresent(it -> stamp(json, it, "deletedById", "dateDeleted"));
    viewed.purgeAfter().ifPresent(time -> json.put("purgeAfter", time.toString()));
    return SafeText.of(json.toString());
  }

  private static void stamp(ObjectNode json, Stamp stamp, String by, String at) {
    json.put(by, stamp.by().value());
    stamp.time().ifPresent(time -> json.put(at, time.toString()));
  }

  @Override
  public String between() {
    return ",\n";
  }

  @Override
  public String none() {
    return "[]\n";
  }

  @Override
  public String foot() {
    return "\n]\n";
  }
}
