package io.kpigroups.rival.vertx;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.Name;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a request brings: the texts and the lists of texts in a JSON object.
 *
 * @param texts a member that is one text is a list with nothing else in it
 */
record JsonBody(Map<String, List<String>> texts) {

  static JsonBody of(Buffer body) {
    Map<String, List<String>> texts = new HashMap<>();
    try (JsonParser in = Json.FACTORY.createParser(body.getBytes())) {
      require(in.nextToken() == JsonToken.START_OBJECT);
      for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
        texts.put(name, value(in));
      }
      require(in.currentToken() == JsonToken.END_OBJECT && in.nextToken() == null);
    } catch (IOException e) {
      throw notReadable();
    }
    return new JsonBody(texts);
  }

  Name name() {
    return Optional.ofNullable(texts.get("name"))
        .filter(values -> values.size() == 1)
        .map(values -> new Name(values.get(0)))
        .orElseThrow(() -> new Refused(400, "The body needs a name."));
  }

  KpiBatch batch() {
    return new KpiBatch(kpis("add"), kpis("remove"));
  }

  private List<KpiId> kpis(String name) {
    return texts.getOrDefault(name, List.of()).stream().map(KpiId::new).toList();
  }

  private static List<String> value(JsonParser in) throws IOException {
    List<String> values = new ArrayList<>();
    if (in.nextToken() != JsonToken.START_ARRAY) {
      require(in.currentToken() == JsonToken.VALUE_STRING);
      values.add(in.getText());
      return values;
    }
    while (in.nextToken() != JsonToken.END_ARRAY) {
      require(in.currentToken() == JsonToken.VALUE_STRING);
      values.add(in.getText());
    }
    return values;
  }

  private static void require(boolean wellFormed) {
    if (!wellFormed) {
      throw notReadable();
    }
  }

  private static Refused notReadable() {
    return new Refused(400, "The body must be a JSON object of texts.");
  }
}
