package io.kpigroups.adapter.sqlite;

import static io.kpigroups.adapter.sqlite.Fixtures.NOON;
import static io.kpigroups.adapter.sqlite.Fixtures.NO_RULES;
import static io.kpigroups.adapter.sqlite.Fixtures.callOf;
import static io.kpigroups.adapter.sqlite.Fixtures.create;
import static io.kpigroups.adapter.sqlite.Fixtures.freshCall;
import static io.kpigroups.adapter.sqlite.Fixtures.number;
import static io.kpigroups.adapter.sqlite.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.Call;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.PageRange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** A batch is there as a whole or not at all, however the process ended. */
class BatchDurabilityTest {
  private static final List<KpiId> EVEN = kpis(0);
  private static final List<KpiId> ODD = kpis(1);

  private static final PageRange PAGE = PageRange.first(KpiBatch.MAX_KPIS);

  @TempDir Path folder;

  /** Half of a batch. */
  private static List<KpiId> kpis(int first) {
    return IntStream.range(0, KpiBatch.MAX_KPIS / 2)
        .mapToObj(n -> new KpiId("kpi" + (2 * n + first)))
        .toList();
  }

  /** Puts half of the KPIs into a group in place of the others until it is stopped. */
  static final class Writer {
    public static void main(String[] arguments) {
      SqliteStorage storage = open(Path.of(arguments[0]));
      Call ann = callOf(arguments[1]);
      KpiGroupId group = new KpiGroupId(arguments[2]);
      for (int n = 1; true; n++) {
        KpiBatch batch = n % 2 == 0 ? new KpiBatch(EVEN, ODD) : new KpiBatch(ODD, EVEN);
        storage.memberships().change(ann, group, batch, NOON.plusMillis(n), NO_RULES);
        System.out.println("changed");
      }
    }
  }

  @RepeatedTest(3)
  void aBatchIsThereAsAWholeOrNotAtAllAfterAKill() throws IOException, SQLException {
    Call ann = freshCall();
    KpiGroupId group;
    try (SqliteStorage storage = open(folder)) {
      group = create(storage, ann).id();
    }
    int acknowledged =
        killed(ChildJvm.start(Writer.class, folder, ann.account().value(), group.value()));

    List<Member> members;
    try (SqliteStorage storage = open(folder)) {
      members = storage.memberships().list(ann, group, ListQuery.members(PAGE)).items();
    }
    long made = Duration.between(NOON, members.get(0).added().at()).toMillis();
    assertThat(made).isBetween(acknowledged - 1L, acknowledged + 1L);
    assertThat(members)
        .extracting(Member::kpi)
        .containsExactlyInAnyOrderElementsOf(made % 2 == 0 ? EVEN : ODD);
    assertThat(members).extracting(Member::added).containsOnly(ann.stamp(NOON.plusMillis(made)));
    assertThat(number(folder, "SELECT members FROM kpi_groups WHERE id = ?", group.value()))
        .isEqualTo(members.size());
  }

  /**
   * Kills it at any moment; answers how many batches it said that it made, the last one perhaps.
   */
  private static int killed(Process writer) throws IOException {
    int moment = ThreadLocalRandom.current().nextInt(1, 40);
    int lines = 0;
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(writer.getInputStream(), StandardCharsets.US_ASCII))) {
      while (output.readLine() != null) {
        lines++;
        if (lines == moment) {
          writer.toHandle().destroyForcibly(); // the process's own method closes its output too
        }
      }
    }
    return lines;
  }
}
