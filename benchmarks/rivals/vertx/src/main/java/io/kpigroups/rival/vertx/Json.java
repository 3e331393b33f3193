package io.kpigroups.rival.vertx;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.query.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** Writes what is answered. */
final class Json {
  static final JsonFactory FACTORY = new JsonFactory();

  private static final DateTimeFormatter RFC_3339 =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private Json() {}

  private interface Content {
    void write(JsonGenerator out) throws IOException;
  }

  static byte[] group(ViewedGroup viewed) {
    return object(out -> fields(out, viewed));
  }

  static byte[] groups(Page<ViewedGroup> page) {
    return object(
        out -> {
          out.writeNumberField("count", page.items().size());
          out.writeArrayFieldStart("items");
          for (ViewedGroup item : page.items()) {
            out.writeStartObject();
            fields(out, item);
            out.writeEndObject();
          }
          out.writeEndArray();
          out.writeNumberField("totalCount", page.totalCount());
        });
  }

  static byte[] members(Page<Member> page) {
    return object(
        out -> {
          out.writeNumberField("count", page.items().size());
          out.writeArrayFieldStart("items");
          for (Member item : page.items()) {
            out.writeStartObject();
            out.writeStringField("kpiId", item.kpi().value());
            if (item.name().isPresent()) {
              out.writeStringField("name", item.name().get().value());
            }
            out.writeStringField("addedById", item.added().by().value());
            out.writeStringField("dateAdded", RFC_3339.format(item.added().at()));
            out.writeEndObject();
          }
          out.writeEndArray();
          out.writeNumberField("totalCount", page.totalCount());
        });
  }

  static byte[] kpi(Kpi kpi) {
    return object(
        out -> {
          out.writeStringField("id", kpi.id().value());
          out.writeStringField("name", kpi.name().value());
          out.writeArrayFieldStart("ownerIds");
          out.writeEndArray();
        });
  }

  static byte[] result(KpiBatch.Result result) {
    return object(
        out -> {
          out.writeNumberField("added", result.added());
          out.writeNumberField("removed", result.removed());
          out.writeNumberField("unchanged", result.unchanged());
        });
  }

  static byte[] message(String message) {
    return object(out -> out.writeStringField("message", message));
  }

  private static void fields(JsonGenerator out, ViewedGroup viewed) throws IOException {
    KpiGroup group = viewed.group();
    out.writeStringField("accountId", group.account().value());
    out.writeStringField("createdById", group.created().by().value());
    out.writeStringField("dateCreated", RFC_3339.format(group.created().at()));
    out.writeStringField("dateUpdated", RFC_3339.format(group.modified().at()));
    out.writeBooleanField("favorite", viewed.favorite());
    out.writeStringField("id", group.id().value());
    out.writeStringField("modifiedById", group.modified().by().value());
    out.writeStringField("name", group.name().value());
  }

  private static byte[] object(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
      out.writeStartObject();
      content.write(out);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
