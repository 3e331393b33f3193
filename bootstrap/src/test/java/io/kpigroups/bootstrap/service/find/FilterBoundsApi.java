package io.kpigroups.bootstrap.service.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.api.ServiceSuite;
import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.client.User;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How large a filter may be. */
public interface FilterBoundsApi extends ServiceSuite {

  @Test
  default void theBoundsOfAFilterAreReachedAndNotExceeded() {
    User ann = newUser();
    ann.newGroup("a");
    String part = "{name:\"a\"}";
    assertThat(Finding.names(ann, nested(8))).containsExactly("a");
    Finding.refused(newUser(), nested(9));
    Finding.refused(newUser(), "{$or:[".repeat(400));
    assertThat(Finding.names(ann, or(Collections.nCopies(199, part)))).containsExactly("a");
    Finding.refused(newUser(), or(Collections.nCopies(200, part)));
    assertThat(Finding.names(ann, in(Stream.generate(Client::randomId).limit(500)))).isEmpty();
    Finding.refused(newUser(), "{name:{$in:[" + "\"a\",".repeat(500) + "\"a\"]}}");
    assertThat(Finding.names(ann, "{name:{$ne:\"" + "😀".repeat(1_000) + "\"}}"))
        .containsExactly("a");
    Finding.refused(newUser(), "{name:\"" + "a".repeat(1_001) + "\"}");
    Finding.refused(newUser(), "{name:{$regex:\"" + "a".repeat(1_001) + "\"}}");
  }

  private static String in(Stream<String> ids) {
    return "{id:{$in:[" + ids.map(id -> "\"" + id + "\"").collect(Collectors.joining(",")) + "]}}";
  }

  private static String or(List<String> parts) {
    return "{$or:[" + String.join(",", parts) + "]}";
  }

  /** Nested so deep, by $or and $and in turns, neither of which can be left out. */
  private static String nested(int depth) {
    String filter = "{name:\"a\"}";
    for (int i = 0; i < depth; i++) {
      String other = i % 2 == 0 ? "{name:\"z\"}" : "{name:{$lt:\"z\"}}";
      filter = (i % 2 == 0 ? "{$or:[" : "{$and:[") + filter + "," + other + "]}";
    }
    return filter;
  }
}
