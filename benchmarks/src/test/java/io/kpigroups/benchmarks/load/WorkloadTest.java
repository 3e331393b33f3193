package io.kpigroups.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.benchmarks.server.Refused;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkloadTest {
  private final AtomicInteger ids = new AtomicInteger();
  private final AtomicInteger found = new AtomicInteger(10);
  private final TestServer server = new TestServer(this::answer);
  private Workload workload;

  @BeforeEach
  void seed() throws IOException {
    workload = Workload.seed(new Api(server.port()), Tokens.issuer());
  }

  /** As a server that keeps its promises would, as far as a workload looks. */
  private void answer(HttpServerRequest request) {
    boolean batch = request.path().endsWith("/batch");
    boolean register = request.path().matches(".*/kpis/kpi-\\d+");
    boolean post = request.method().name().equals("POST");
    String body = "{\"id\":\"" + ids.incrementAndGet() + "\"}";
    if (request.getParam("q") != null) {
      body = list(found.get(), found.get());
    } else if (request.getParam("favorite") != null) {
      body = list(Workload.FAVORITES, Workload.FAVORITES);
    } else if (request.path().endsWith("/kpis")) {
      body = list(Workload.KPIS, Workload.KPIS);
    } else if (request.getParam("limit") != null) {
      body = list(100, Workload.GROUPS);
    }
    request
        .response()
        .putHeader("Link", "</api/v1/kpis/groups?limit=100&cursor=x>; rel=\"next\"")
        .setStatusCode(register || post && !batch ? 201 : 200)
        .end(body);
  }

  private static String list(int count, int total) {
    return "{\"count\":%d,\"items\":[%s],\"totalCount\":%d}"
        .formatted(count, String.join(",", Collections.nCopies(count, "{}")), total);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void refusesAServerWhoseListsHaveOtherRows() {
    found.set(11);

    assertThatThrownBy(this::seed)
        .isInstanceOf(IOException.class)
        .hasMessage("q, 10 of 400 found is answered with 11 rows, count 11, totalCount 11.");
  }

  @ParameterizedTest
  @EnumSource(names = {"FAVORITE_NEW", "ADD_KPI"})
  void changesWhatWasNotChangedYetUntilNothingIsLeft(Operation operation) {
    int stock = Workload.GROUPS * Workload.STOCK;
    Set<String> seen = new HashSet<>();
    for (int slice = 0; slice < 4; slice++) {
      for (Call call : calls(operation, stock / 4)) {
        seen.add(operation == Operation.ADD_KPI ? call.path() : call.path() + call.token());
      }
    }

    assertThat(seen).hasSize(stock);
    assertThatThrownBy(() -> calls(operation, 1))
        .isInstanceOf(Refused.class)
        .hasMessage("There is nothing new left after 200000 requests: measure for a shorter time.");
  }

  @Test
  void makesTheGroupsOfEachSliceInAnAccountOfItsOwn() {
    List<Call> first = calls(Operation.CREATE, 10);
    List<Call> second = calls(Operation.CREATE, 10);

    assertThat(first).extracting(Call::account).containsOnly("account-new-1");
    assertThat(second).extracting(Call::account).containsOnly("account-new-2");
  }

  @Test
  void hasATokenOfEachUserForTheNewGroupsOfEightSlices() {
    List<String> first = List.of();
    for (int slice = 1; slice <= 9; slice++) {
      List<Call> calls = calls(Operation.CREATE, Workload.USERS);
      assertThat(calls).extracting(Call::account).containsOnly("account-new-" + slice);
      List<String> tokens = calls.stream().map(Call::token).toList();
      assertThat(tokens).doesNotHaveDuplicates();
      if (slice == 1) {
        first = tokens;
      } else if (slice <= 8) {
        assertThat(tokens).isEqualTo(first);
      } else {
        assertThat(tokens).doesNotContainAnyElementsOf(first);
      }
    }
  }

  @Test
  void putsIntoAGroupWhatIsNotThereAndTakesOutWhatIs() {
    List<Call> calls = calls(Operation.BATCH, 3 * Workload.GROUPS);

    for (int n = 0; n < calls.size(); n++) {
      boolean full = n % 2 == 1;
      boolean putIn = n / Workload.GROUPS % 2 == 0 ? !full : full;
      assertThat(calls.get(n).body())
          .startsWith(putIn ? "{\"add\":[\"kpi-0\"," : "{\"add\":[],\"remove\":[\"kpi-0\",");
    }
  }

  @Test
  void asksAsManyUsersInTurn() {
    for (Operation operation : Operation.values()) {
      assertThat(new HashSet<>(calls(operation, 500).stream().map(Call::token).toList()))
          .as(operation.title())
          .hasSize(operation == Operation.FAVORITE_NEW ? Workload.STOCK : Workload.USERS);
    }
  }

  private List<Call> calls(Operation operation, int count) {
    var slice = workload.slice(operation);
    List<Call> calls = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      calls.add(slice.apply(n));
    }
    return calls;
  }
}
