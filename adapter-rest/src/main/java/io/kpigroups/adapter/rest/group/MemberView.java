package io.kpigroups.adapter.rest.group;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.value.Name;
import java.io.IOException;

/** The JSON of a KPI in a group. */
final class MemberView {
  private static final SerializableString KPI_ID = new SerializedString("kpiId");
  private static final SerializableString NAME = new SerializedString("name");
  private static final SerializableString ADDED_BY_ID = new SerializedString("addedById");
  private static final SerializableString DATE_ADDED = new SerializedString("dateAdded");

  private MemberView() {}

  /** Writes it; its name is null if the KPI is not in the register, or not any more. */
  static void write(JsonGenerator json, Member member) throws IOException {
    json.writeStartObject();
    json.writeFieldName(KPI_ID);
    json.writeString(member.kpi().value());
    json.writeFieldName(NAME);
    json.writeString(member.name().map(Name::value).orElse(null));
    json.writeFieldName(ADDED_BY_ID);
    json.writeString(member.added().by().value());
    json.writeFieldName(DATE_ADDED);
    json.writeString(Dates.of(member.added()));
    json.writeEndObject();
  }
}
