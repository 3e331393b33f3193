package io.kpigroups.benchmarks.load;

import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/**
 * Requests for new groups: in an account of their own for each slice of time, so that groups never
 * pile up. A user keeps a token for some slices, as people do: one that is new costs more.
 */
final class NewGroups {
  /** A token is for so many accounts, which have their slices one after the other. */
  private static final int ACCOUNTS = 8;

  private final Tokens tokens;
  private List<String> accounts = List.of();
  private List<String> users = List.of();
  private int slices;

  NewGroups(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The requests of the next slice. */
  LongFunction<Call> slice() {
    int turn = slices % ACCOUNTS;
    if (turn == 0) {
      accounts =
          IntStream.range(slices + 1, slices + 1 + ACCOUNTS)
              .mapToObj(n -> "account-new-" + n)
              .toList();
      String[] all = accounts.toArray(String[]::new);
      users =
          IntStream.range(0, Workload.USERS)
              .mapToObj(user -> tokens.token("user-" + user, all))
              .toList();
    }
    slices++;
    String account = accounts.get(turn);
    List<String> callers = users;
    return n -> creation(account, callers.get((int) (n % Workload.USERS)), n);
  }

  private static Call creation(String account, String token, long n) {
    String body = "{\"name\":\"New group " + n + "\"}";
    return new Call("POST", "/kpis/groups", account, token, body, 201);
  }
}
