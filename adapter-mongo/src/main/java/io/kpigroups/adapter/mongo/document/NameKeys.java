package io.kpigroups.adapter.mongo.document;

import io.kpigroups.domain.filter.SearchText;
import io.kpigroups.domain.value.NameKey;
import java.util.regex.Pattern;
import org.bson.Document;

/** What is asked of the keys of names, see {@link NameKey}. */
final class NameKeys {
  static final String FIELD = "nameKey";

  private static final Pattern METACHARACTER = Pattern.compile("[\\\\^$.|?*+()\\[\\]{}]");

  private NameKeys() {}

  /** Matches names that contain the text; every character of it stands for itself. */
  static Document containing(SearchText text) {
    String literal = METACHARACTER.matcher(text.key().value()).replaceAll("\\\\$0");
    return new Document(FIELD, new Document("$regex", literal.replace("\0", "\\x00")));
  }

  /** Matches names whose key begins like this: a range that an index can be read by. */
  static Document beginning(NameKey prefix) {
    Document range = new Document("$gte", prefix.value());
    prefix.endOfPrefixed().ifPresent(end -> range.append("$lt", end));
    return new Document(FIELD, range);
  }
}
