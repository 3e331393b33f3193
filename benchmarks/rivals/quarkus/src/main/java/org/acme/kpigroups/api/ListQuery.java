package org.acme.kpigroups.api;

import jakarta.ws.rs.BadRequestException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Which groups are asked for.
 *
 * @param text what the name contains; null for any
 * @param favorite whether they are favorites of the user; null for any
 * @param after the sort keys of the row before the first; empty from the beginning
 */
public record ListQuery(
    int limit, boolean byName, String text, Boolean favorite, List<String> after) {

  static ListQuery of(int limit, String sort, String text, Boolean favorite, String cursor) {
    boolean byName = sort.equals("name");
    return new ListQuery(
        limit, byName, text, favorite, cursor == null ? List.of() : keys(cursor, byName ? 2 : 1));
  }

  /** The cursor that goes on behind the row. */
  String cursor(GroupView last) {
    String keys = byName ? last.name() + "\n" + last.id() : last.id();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(keys.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> keys(String cursor, int count) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      int end = text.lastIndexOf('\n');
      List<String> keys =
          end < 0 ? List.of(text) : List.of(text.substring(0, end), text.substring(end + 1));
      if (keys.size() == count && keys.get(count - 1).matches("[0-9a-f]{24}")) {
        return keys;
      }
    } catch (IllegalArgumentException e) {
      // Refused like any other that is none of this list.
    }
    throw new BadRequestException("The cursor is none of this list.");
  }
}
