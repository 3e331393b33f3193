package io.kpigroups.benchmarks.load;

import io.kpigroups.benchmarks.server.Refused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The data of one contender, and the requests that go to it.
 *
 * <p>Three accounts with {@value #GROUPS} groups each: one that is only read, one whose groups are
 * changed, one for batches. New groups are made in an account of their own for each slice of time,
 * so that they never pile up. Requests come from {@value #USERS} users in turn, each with a token;
 * new favorites from {@value #STOCK}.
 */
public final class Workload {
  static final int GROUPS = 400;
  static final int USERS = 100;
  static final int KPIS = 100;

  /** So many users and KPIs there are for what may be done once with each group. */
  static final int STOCK = 500;

  static final int FULL_GROUPS = 20;
  static final int FAVORITES = 20;
  static final String READ = "account-read";
  static final String CHANGE = "account-change";
  static final String BATCH = "account-batch";

  /** All KPIs of a full group, as JSON. */
  static final String KPI_IDS =
      IntStream.range(0, KPIS)
          .mapToObj(kpi -> "\"kpi-" + kpi + "\"")
          .collect(Collectors.joining(","));

  private static final String PAGE = "/kpis/groups?limit=100&sort=name";

  private final List<String> userTokens = new ArrayList<>();
  private final List<String> read = new ArrayList<>();
  private final List<String> change = new ArrayList<>();
  private final List<String> batch = new ArrayList<>();
  private final List<String> cursorPages = new ArrayList<>();
  private final NewGroups newGroups;
  private final long[] sent = new long[Operation.values().length];

  private Workload(Tokens tokens) {
    this.newGroups = new NewGroups(tokens);
    for (int user = 0; user < STOCK; user++) {
      userTokens.add(tokens.token("user-" + user, READ, CHANGE, BATCH));
    }
  }

  /**
   * Fills a new server, by its own operations.
   *
   * @throws IOException if an operation is answered otherwise than it should be
   */
  public static Workload seed(Api api, Tokens tokens) throws IOException {
    Workload workload = new Workload(tokens);
    Seeding seeding = new Seeding(api, workload.userTokens.get(0));
    seeding.fill(workload.read, workload.change, workload.batch);
    for (int user = 0; user < USERS; user++) {
      for (int n = 0; n < FAVORITES; n++) {
        api.expect(workload.favorite(user, READ, workload.read.get((user + n * 20) % GROUPS)));
      }
    }
    String next = PAGE;
    for (int page = 0; page < 3; page++) {
      Api.Answer answer = api.expect(workload.reading(0, next));
      next =
          answer
              .next()
              .orElseThrow(() -> new IOException("A page has no Link to the next."))
              .substring(Call.BASE.length());
      workload.cursorPages.add(next);
    }
    new ListCheck(api, workload).check();
    return workload;
  }

  /**
   * The requests of one slice of time, the first one first; each number is asked for once, in
   * order, by one thread. An operation goes on where its last slice ended.
   */
  public LongFunction<Call> slice(Operation operation) {
    long begin = sent[operation.ordinal()];
    LongFunction<Call> calls =
        switch (operation) {
          case GET -> n -> reading(n, "/kpis/groups/" + at(read, n));
          case LIST -> n -> reading(n, "/kpis/groups?limit=100");
          case CURSOR_PAGE -> n -> reading(n, cursorPages.get((int) (n % cursorPages.size())));
          case SEARCH -> n -> reading(n, "/kpis/groups?limit=100&q=sales");
          case FAVORITES -> n -> reading(n, "/kpis/groups?limit=100&favorite=true");
          case MEMBERS ->
              n ->
                  reading(
                      n, "/kpis/groups/" + read.get((int) (n % FULL_GROUPS)) + "/kpis?limit=100");
          case CREATE -> newGroups.slice();
          case RENAME -> this::rename;
          case FAVORITE_NEW -> this::favoriteNew;
          case FAVORITE_AGAIN -> this::favoriteAgain;
          case ADD_KPI -> this::addKpi;
          case BATCH -> this::batchOf100;
        };
    return n -> {
      sent[operation.ordinal()] = begin + n + 1;
      return calls.apply(begin + n);
    };
  }

  /** A group that is not yet the user's favorite. */
  private Call favoriteNew(long n) {
    int user = (int) (n % STOCK);
    return favorite(user, CHANGE, at(change, inStock(n)));
  }

  /**
   * Which group it is the turn of: another each time, and each one once with each user or KPI.
   *
   * @throws Refused if all had theirs: a repeat would measure something else
   */
  private static long inStock(long n) {
    long turn = n / STOCK;
    if (turn >= GROUPS) {
      throw new Refused(
          "There is nothing new left after "
              + GROUPS * STOCK
              + " requests: measure for a shorter time.");
    }
    return n + turn;
  }

  private Call rename(long n) {
    String path = "/kpis/groups/" + at(change, n);
    return new Call("PATCH", path, CHANGE, tokenOf(n), "{\"name\":\"Renamed " + n + "\"}", 200);
  }

  /** A KPI that is not in the group yet. */
  private Call addKpi(long n) {
    String path = "/kpis/kpi-" + n % STOCK + "/groups/" + at(change, inStock(n));
    return new Call("PUT", path, CHANGE, tokenOf(n), null, 200);
  }

  /** A group that is the user's favorite already. */
  private Call favoriteAgain(long n) {
    int user = (int) (n % USERS);
    int favorite = (int) (n / USERS % FAVORITES);
    return favorite(user, READ, read.get((user + favorite * 20) % GROUPS));
  }

  /**
   * Puts all KPIs into a group or takes them out, by turns: half of the groups begin full, so that
   * every slice has as many of both.
   */
  private Call batchOf100(long n) {
    return new Call(
        "POST",
        "/kpis/groups/" + at(batch, n) + "/kpis/batch",
        BATCH,
        tokenOf(n),
        (n / GROUPS + n) % 2 == 0
            ? "{\"add\":[" + KPI_IDS + "],\"remove\":[]}"
            : "{\"add\":[],\"remove\":[" + KPI_IDS + "]}",
        200);
  }

  private Call reading(long n, String path) {
    return new Call("GET", path, READ, tokenOf(n), null, 200);
  }

  private String tokenOf(long n) {
    return userTokens.get((int) (n % USERS));
  }

  private static String at(List<String> groups, long n) {
    return groups.get((int) (n % GROUPS));
  }

  private Call favorite(int user, String account, String group) {
    return new Call(
        "PUT", "/kpis/groups/" + group + "/favorite", account, userTokens.get(user), null, 200);
  }
}
