package io.kpigroups.adapter.rest.list;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kpigroups.adapter.rest.http.JsonContent;
import io.kpigroups.domain.query.Page;
import java.io.IOException;

/** The JSON of a part of a list, as the reference has it. */
public final class PageView {
  private PageView() {}

  /** How the JSON of a row is written. */
  @FunctionalInterface
  public interface Row<T> {
    void write(JsonGenerator json, T row) throws IOException;
  }

  /**
   * How many rows this answer has, the rows, and how many there are in all; that is left out if it
   * was not asked for.
   */
  static <T> JsonContent of(Page<T> page, Row<T> row) {
    return json -> {
      json.writeStartObject();
      json.writeNumberField("count", page.items().size());
      json.writeArrayFieldStart("items");
      for (T item : page.items()) {
        row.write(json, item);
      }
      json.writeEndArray();
      if (page.total().isPresent()) {
        json.writeNumberField("totalCount", page.totalCount());
      }
      json.writeEndObject();
    };
  }
}
