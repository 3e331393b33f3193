package io.kpigroups.adapter.rest.group;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.group.ViewedGroup;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a list can tell of a group, in the order in which it does. */
enum GroupProperty {
  ACCOUNT_ID("accountId", Part.REFERENCE, viewed -> viewed.group().account().value()),
  CREATED_BY_ID("createdById", Part.REFERENCE, viewed -> viewed.group().created().by().value()),
  DATE_CREATED("dateCreated", Part.REFERENCE, viewed -> Dates.of(viewed.group().created())),
  DATE_DELETED(
      "dateDeleted", Part.DELETION, viewed -> deletion(viewed).map(Dates::of).orElse(null)),
  DATE_UPDATED("dateUpdated", Part.REFERENCE, viewed -> Dates.of(viewed.group().modified())),
  DELETED_BY_ID(
      "deletedById",
      Part.DELETION,
      viewed -> deletion(viewed).map(deletion -> deletion.by().value()).orElse(null)),
  FAVORITE("favorite", Part.REFERENCE, ViewedGroup::favorite),
  ID("id", Part.REFERENCE, viewed -> viewed.group().id().value()),
  KPI_COUNT("kpiCount", Part.ON_DEMAND, viewed -> viewed.kpiCount().orElseThrow()),
  MODIFIED_BY_ID("modifiedById", Part.REFERENCE, viewed -> viewed.group().modified().by().value()),
  NAME("name", Part.REFERENCE, viewed -> viewed.group().name().value()),
  PURGE_AFTER(
      "purgeAfter", Part.DELETION, viewed -> viewed.purgeAfter().map(Dates::text).orElse(null));

  /** When a property is told. */
  private enum Part {
    /** If it is asked for, or nothing is asked for: the reference has it. */
    REFERENCE,
    /** The same of deleted groups; of others never. */
    DELETION,
    /** Only if it is asked for, since it costs. */
    ON_DEMAND
  }

  private final SerializableString name;
  private final Part part;
  private final Function<ViewedGroup, @Nullable Object> value;

  GroupProperty(String term, Part part, Function<ViewedGroup, @Nullable Object> value) {
    this.name = new SerializedString(term);
    this.part = part;
    this.value = value;
  }

  /** Its name in JSON. */
  String term() {
    return name.getValue();
  }

  /** Writes it, with its name: a text, a number, true, false or null. */
  void write(JsonGenerator json, ViewedGroup viewed) throws IOException {
    json.writeFieldName(name);
    json.writePOJO(value.apply(viewed));
  }

  /** Whether it can be asked for. */
  boolean isIn(boolean deletedGroups) {
    return deletedGroups || part != Part.DELETION;
  }

  /** Whether it is told if nothing is asked for. */
  boolean isToldOf(boolean deletedGroups) {
    return isIn(deletedGroups) && part != Part.ON_DEMAND;
  }

  private static Optional<Stamp> deletion(ViewedGroup viewed) {
    return viewed.group().life().deleted();
  }
}
