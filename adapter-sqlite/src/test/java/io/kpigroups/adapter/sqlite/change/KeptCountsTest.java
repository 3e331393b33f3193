package io.kpigroups.adapter.sqlite.change;

import static io.kpigroups.adapter.sqlite.Fixtures.NAME;
import static io.kpigroups.adapter.sqlite.Fixtures.NOON;
import static io.kpigroups.adapter.sqlite.Fixtures.callOf;
import static io.kpigroups.adapter.sqlite.Fixtures.execute;
import static io.kpigroups.adapter.sqlite.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.sqlite.Fixtures;
import io.kpigroups.adapter.sqlite.SqliteStorage;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.application.port.out.DeletedGroups.Claim;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.failure.KpiGroupException;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiCondition;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.testkit.fixture.Race;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers that are kept are right, whatever was done, repeated, refused and cut. */
class KeptCountsTest {
  private static final int STEPS = 300;
  private static final int THREADS = 4;

  /** So few that every limit is met. */
  private static final AccountLimits FEW = new AccountLimits(3, 3, 3, 3);

  private static final AccountRules RULES = new AccountRules(FEW, KnownKpis.ANY);

  private static final List<KpiGroupId> IDS = Stream.generate(Fixtures::freshId).limit(5).toList();
  private static final List<KpiId> KPIS =
      Stream.of("one", "two", "three", "four", "five").map(KpiId::new).toList();

  @TempDir Path folder;

  private SqliteStorage storage;

  @BeforeEach
  void openStorage() {
    storage = open(folder);
  }

  @AfterEach
  void closeStorage() {
    storage.close();
  }

  /** Changes by chance, in two accounts. */
  private final class Chance {
    private final Random random;
    private int made;

    Chance(long seed) {
      random = new Random(seed);
    }

    /** Tries one change; what is refused, or cut at its deadline, must leave nothing. */
    void step() {
      Call by = callOf("account" + random.nextInt(2), "user" + random.nextInt(2));
      try {
        change(random.nextInt(4) == 0 ? cut(by) : by, oneOf(IDS));
        made++;
      } catch (KpiGroupException e) {
        // As it may be.
      }
    }

    /** The same call, whose time is over when it has been asked for a few times. */
    private Call cut(Call by) {
      AtomicInteger looks = new AtomicInteger(random.nextInt(2, 7));
      return new Call(
          by.actor(),
          Deadline.in(
              Duration.ofMinutes(1),
              () -> looks.getAndDecrement() > 0 ? 0 : Duration.ofHours(1).toNanos()));
    }

    private <T> T oneOf(List<T> all) {
      return all.get(random.nextInt(all.size()));
    }

    private void change(Call by, KpiGroupId id) {
      switch (random.nextInt(10)) {
        case 0, 1 -> storage.groups().create(by, id, NAME, NOON, FEW);
        case 2 -> storage.groups().delete(by, id, NOON, RevisionMatch.any());
        case 3 -> storage.groups().restore(by, id, NOON, Instant.EPOCH, FEW);
        case 4 -> purge(by.deadline());
        case 5 -> storage.favorites().add(by, id, NOON, FEW);
        case 6 -> storage.favorites().remove(by, id, NOON);
        case 7 -> storage.memberships().change(by, id, batch(), NOON, RULES);
        case 8 -> storage.registry().orElseThrow().put(by, kpi(by), KpiCondition.NONE, FEW);
        default -> storage.registry().orElseThrow().remove(by, oneOf(KPIS), KpiCondition.NONE);
      }
    }

    private void purge(Deadline deadline) {
      DeletedGroups deleted = storage.deletedGroups().orElseThrow();
      List<Claim> claims = deleted.claim(NOON, 2, deadline);
      if (random.nextBoolean()) {
        claims.forEach(claim -> deleted.remove(claim, deadline));
      }
    }

    private KpiBatch batch() {
      Map<Boolean, List<KpiId>> parts =
          KPIS.stream().collect(Collectors.partitioningBy(kpi -> random.nextBoolean()));
      return new KpiBatch(parts.get(true), parts.get(false));
    }

    private Kpi kpi(Call by) {
      return new Kpi(by.account(), oneOf(KPIS), NAME, List.of());
    }
  }

  @Test
  void theyAreRightWhateverIsDone() throws SQLException {
    long seed = ThreadLocalRandom.current().nextLong();
    Chance chance = new Chance(seed);
    for (int step = 0; step < STEPS; step++) {
      chance.step();
      assertThat(KeptCounts.wrong(folder)).as("seed %s, step %s", seed, step).isEmpty();
    }
    assertThat(chance.made).as("seed %s", seed).isBetween(STEPS / 10, STEPS - 1);
  }

  @Test
  void theyAreRightWhenManyAreAtWork() throws SQLException {
    long seed = ThreadLocalRandom.current().nextLong();

    assertThat(Race.of(THREADS, thread -> () -> steps(new Chance(seed + thread))))
        .as("seed %s", seed)
        .allMatch(Race.Outcome::succeeded);
    assertThat(KeptCounts.wrong(folder)).as("seed %s", seed).isEmpty();
  }

  private static int steps(Chance chance) {
    for (int step = 0; step < STEPS; step++) {
      chance.step();
    }
    return chance.made;
  }

  @Test
  void aNumberThatIsWrongIsFound() throws SQLException {
    storage.groups().create(callOf("account"), IDS.get(0), NAME, NOON, FEW);
    assertThat(KeptCounts.wrong(folder)).isEmpty();

    execute(folder, "UPDATE group_counts SET live = 7");
    assertThat(KeptCounts.wrong(folder)).containsExactly("account: 7", "account: 1");
  }
}
