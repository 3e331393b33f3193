package io.kpigroups.adapter.rest.group;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.group.ViewedGroup;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which properties of each group a list tells. */
record GroupProjection(Set<GroupProperty> properties) {
  /**
   * What is told of a group that is not deleted if nothing is asked for: what the reference tells.
   */
  static final GroupProjection LIVE = standard(false);

  private static final GroupProjection DELETED = standard(true);

  /** What is told if nothing is asked for. */
  static GroupProjection standardOf(boolean deleted) {
    return deleted ? DELETED : LIVE;
  }

  /**
   * What the parameter {@code fields} asks for, and the id.
   *
   * @param deleted whether the list is of deleted groups
   * @throws InvalidInput if it asks for something that there is not, or for something twice
   */
  static GroupProjection parse(String fields, boolean deleted) {
    Set<GroupProperty> asked = EnumSet.noneOf(GroupProperty.class);
    for (String term : fields.split(",", -1)) {
      GroupProperty property = find(term).orElseThrow(() -> wrong(deleted, ""));
      if (!property.isIn(deleted)) {
        throw wrong(deleted, " " + term + " stands there only with deleted=true.");
      }
      if (!asked.add(property)) {
        throw wrong(deleted, " " + term + " is there twice.");
      }
    }
    asked.add(GroupProperty.ID);
    return new GroupProjection(asked);
  }

  /** Whether the number of its KPIs is told of each group. */
  boolean hasKpiCount() {
    return properties.contains(GroupProperty.KPI_COUNT);
  }

  /** Writes the JSON of a group. */
  void write(JsonGenerator json, ViewedGroup viewed) throws IOException {
    json.writeStartObject();
    for (GroupProperty property : properties) {
      property.write(json, viewed);
    }
    json.writeEndObject();
  }

  private static GroupProjection standard(boolean deleted) {
    return new GroupProjection(those(property -> property.isToldOf(deleted)));
  }

  private static Optional<GroupProperty> find(String term) {
    return Arrays.stream(GroupProperty.values())
        .filter(property -> property.term().equals(term))
        .findFirst();
  }

  private static InvalidInput wrong(boolean deleted, String why) {
    String allowed =
        those(property -> property.isIn(deleted)).stream()
            .map(GroupProperty::term)
            .collect(Collectors.joining(", "));
    return new InvalidInput("fields must list one or more of " + allowed + ", each once." + why);
  }

  private static Set<GroupProperty> those(Predicate<GroupProperty> condition) {
    return Arrays.stream(GroupProperty.values())
        .filter(condition)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(GroupProperty.class)));
  }
}
