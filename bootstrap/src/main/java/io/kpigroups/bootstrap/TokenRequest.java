package io.kpigroups.bootstrap;

import io.kpigroups.bootstrap.identity.DemoIdentity;
import io.kpigroups.domain.access.Permission;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a demo token shall say. */
record TokenRequest(UserId user, Set<AccountId> accounts, Set<Permission> permissions) {
  static final String USAGE =
      """
      token --user <id> --account <id>[,<id>...] --permissions <list>

      Prints a token that the service takes for a day, as long as no key of your own is configured.

        --user         the user's id
        --account      an account that the user may act in; may be repeated
        --permissions  kpis:read, kpis:manage or both with a comma between; "" for none""";

  private static final String USER = "--user";
  private static final String ACCOUNT = "--account";
  private static final String PERMISSIONS = "--permissions";

  /**
   * Reads the arguments of the command.
   *
   * @throws InvalidInput if one is unknown, missing or ill-formed
   */
  static TokenRequest parse(List<String> arguments) {
    Map<String, List<String>> values = new HashMap<>();
    for (int i = 0; i < arguments.size(); i += 2) {
      String option = arguments.get(i);
      if (!Set.of(USER, ACCOUNT, PERMISSIONS).contains(option)) {
        throw wrong("Unknown: " + option + ".");
      }
      if (i + 1 == arguments.size()) {
        throw wrong(option + " needs a value.");
      }
      values.computeIfAbsent(option, key -> new ArrayList<>()).add(arguments.get(i + 1));
    }
    return new TokenRequest(
        new UserId(only(USER, given(USER, values))),
        words(given(ACCOUNT, values)).stream().map(AccountId::new).collect(Collectors.toSet()),
        words(given(PERMISSIONS, values)).stream()
            .map(TokenRequest::permission)
            .collect(Collectors.toSet()));
  }

  private static List<String> given(String option, Map<String, List<String>> values) {
    List<String> given = values.get(option);
    if (given == null) {
      throw wrong(option + " is missing.");
    }
    return given;
  }

  private static String only(String option, List<String> values) {
    if (values.size() > 1) {
      throw wrong(option + " must be given once.");
    }
    return values.get(0);
  }

  private static List<String> words(List<String> values) {
    return values.stream()
        .flatMap(value -> Arrays.stream(value.split("[, ]")))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static Permission permission(String word) {
    return DemoIdentity.permission(word)
        .orElseThrow(
            () -> wrong("There is no permission " + word + ", only kpis:read and kpis:manage."));
  }

  private static InvalidInput wrong(String what) {
    return new InvalidInput(what + "\n\n" + USAGE);
  }
}
