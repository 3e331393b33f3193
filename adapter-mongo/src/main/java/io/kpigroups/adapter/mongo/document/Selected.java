package io.kpigroups.adapter.mongo.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bson.Document;

/**
 * The documents that a list is made of.
 *
 * @param scope the values of the fields that every list names, with which the indexes begin
 * @param key the field of a text that each of them has and that stands behind the scope in an index
 * @param conditions what else holds of each of them
 */
public record Selected(Document scope, String key, List<Document> conditions) {
  public Selected {
    conditions = List.copyOf(conditions);
  }

  /** Matches them. */
  public Document filter() {
    return among(new Document(scope));
  }

  /**
   * Matches them, to be counted. Several indexes begin with the scope, and one has an entry for
   * each member of a group; a range of the key, which leaves nothing out, lets MongoDB count in the
   * entries of one index that has an entry for each document.
   */
  public Document counted() {
    return conditions.isEmpty()
        ? new Document(scope).append(key, new Document("$gte", ""))
        : filter();
  }

  /**
   * Matches those of them that are as one of the alternatives says. Each alternative stands with
   * the scope, so that a planner can read a range of an index for each and merge them in order.
   */
  public Document filter(List<Document> alternatives) {
    List<Document> ranges =
        alternatives.stream()
            .map(
                alternative -> {
                  Document range = new Document(scope);
                  range.putAll(alternative);
                  return range;
                })
            .toList();
    return among(ranges.size() == 1 ? ranges.get(0) : new Document("$or", ranges));
  }

  /** Those of them of which this holds too. */
  public Selected and(String field, Document condition) {
    List<Document> all = new ArrayList<>(conditions);
    all.add(new Document(field, condition));
    return new Selected(scope, key, all);
  }

  /** The conditions stand beside what is there already, as far as no field comes twice. */
  private Document among(Document filter) {
    List<Document> apart = new ArrayList<>();
    for (Document condition : conditions) {
      if (condition.containsKey("$and")
          || !Collections.disjoint(condition.keySet(), filter.keySet())) {
        apart.add(condition);
      } else {
        filter.putAll(condition);
      }
    }
    return apart.isEmpty() ? filter : filter.append("$and", apart);
  }
}
