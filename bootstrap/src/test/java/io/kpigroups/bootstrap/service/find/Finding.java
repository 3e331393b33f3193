package io.kpigroups.bootstrap.service.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.Parameter;
import io.kpigroups.bootstrap.service.client.User;
import java.util.List;

/** What somebody finds. */
final class Finding {
  static final String GROUPS = "/kpis/groups";

  private Finding() {}

  /** The names of the groups that match the filter, sorted. */
  static List<String> names(User user, String filter) {
    return namesBy(user, Parameter.with("filter", filter));
  }

  /** The names of the groups that are found by these parameters, sorted. */
  static List<String> namesBy(User user, String parameters) {
    return user.get(GROUPS + "?sort=name" + parameters).has(200).path("items.name");
  }

  /** The message by which what is no filter is refused, and that says where. */
  static String refused(User user, String filter) {
    Answer answer = user.get(GROUPS + "?filter=" + Parameter.encoded(filter));
    Expect.invalid(answer, "query:filter");
    String message = answer.<List<String>>path("errors.message").get(0);
    assertThat(message).as(filter).matches("(?s).*At character \\d+.*");
    return message;
  }
}
