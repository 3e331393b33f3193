package io.kpigroups.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.out.KpiStore.Entry;
import io.kpigroups.domain.AccountId;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.GroupNotFound;
import io.kpigroups.domain.Kpi;
import io.kpigroups.domain.KpiGroup;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.KpiGroupName;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.KpiName;
import io.kpigroups.domain.RevisionMatch;
import io.kpigroups.domain.StaleRevision;
import io.kpigroups.domain.ViewedGroup;
import io.kpigroups.testkit.Race.Finish;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What the ports promise when many do things at once. */
public interface RaceContract extends StorageFixture {

  /** See {@link PurgeContract#storedRows}. */
  long storedRows(AccountId account);

  @Test
  default void identicalAddsAtOnceAllSucceedAndLeaveOneRow() {
    Actor ann = annInNewAccount();
    KpiGroupId group = newGroupId(ann);
    KpiId kpi = newKpi(ann);
    long before = storedRows(ann.account());
    assertAllSucceed(Race.of(32, () -> done(() -> join(ann, group, kpi))));
    assertThat(storedRows(ann.account())).isEqualTo(before + 1);
    assertAllSucceed(
        Race.of(32, () -> done(() -> storage().favorites().add(ann, group, NO_LIMIT))));
    assertThat(storedRows(ann.account())).isEqualTo(before + 2);
  }

  @Test
  default void createsAtOnceMakeAsManyGroups() {
    Actor ann = annInNewAccount();
    List<Finish<KpiGroupId>> finishes = Race.of(32, () -> newGroupId(ann));
    assertAllSucceed(finishes);
    assertThat(finishes.stream().map(Finish::result).map(Optional::orElseThrow))
        .doesNotHaveDuplicates();
    assertThat(allGroups(ann)).hasSize(32);
  }

  @RepeatedTest(10)
  default void ofTwoRenamesOnOneRevisionOneWinsAndOneIsStale() {
    Actor ann = annInNewAccount();
    KpiGroup group = newGroup(ann, "Old").group();
    RevisionMatch seen = RevisionMatch.oneOf(Set.of(group.revision()));
    List<Finish<ViewedGroup>> finishes =
        Race.of(
            List.of(() -> rename(ann, group, "One", seen), () -> rename(ann, group, "Two", seen)));
    assertThat(finishes).filteredOn(finish -> finish.failedWith(StaleRevision.class)).hasSize(1);
    ViewedGroup winner =
        finishes.stream().flatMap(f -> f.result().stream()).findFirst().orElseThrow();
    assertThat(storage().groups().find(ann, group.id())).contains(winner);
  }

  @RepeatedTest(10)
  default void ofARenameAndADeleteOnOneRevisionOneWins() {
    Actor ann = annInNewAccount();
    KpiGroup group = newGroup(ann, "Old").group();
    RevisionMatch seen = RevisionMatch.oneOf(Set.of(group.revision()));
    List<Callable<Boolean>> both =
        List.of(
            () -> done(() -> rename(ann, group, "New", seen)),
            () -> done(() -> storage().groups().delete(ann, group.id(), NOON, seen)));
    List<Finish<Boolean>> finishes = Race.of(both);
    boolean deleted = storage().groups().find(ann, group.id()).isEmpty();
    assertThat(finishes.get(0).failedWith(GroupNotFound.class)).isEqualTo(deleted);
    assertThat(finishes.get(1).failedWith(StaleRevision.class)).isEqualTo(!deleted);
  }

  @RepeatedTest(10)
  default void unconditionalRenamesAtOnceAreAllCounted() {
    Actor ann = annInNewAccount();
    KpiGroup group = newGroup(ann, "Old").group();
    List<Callable<ViewedGroup>> renames =
        List.of("a", "b", "c", "d").stream()
            .<Callable<ViewedGroup>>map(
                name -> () -> rename(ann, group, name, RevisionMatch.unconditional()))
            .toList();
    List<Finish<ViewedGroup>> finishes = Race.of(renames);
    assertAllSucceed(finishes);
    assertThat(finishes.stream().map(f -> f.result().orElseThrow().group().revision()))
        .doesNotHaveDuplicates();
  }

  @RepeatedTest(10)
  default void ofTwoDeletesAtOnceOneFindsNothing() {
    Actor ann = annInNewAccount();
    KpiGroupId id = newGroupId(ann);
    List<Finish<Boolean>> finishes =
        Race.of(2, () -> done(() -> storage().groups().delete(ann, id, NOON, RevisionMatch.any())));
    assertThat(finishes).filteredOn(finish -> finish.failedWith(GroupNotFound.class)).hasSize(1);
    assertThat(finishes).filteredOn(finish -> finish.result().isPresent()).hasSize(1);
  }

  @RepeatedTest(10)
  default void ofEntriesOfANewKpiAtOnceExactlyOneIsNew() {
    Actor ann = annInNewAccount();
    Kpi kpi = new Kpi(ann.account(), new KpiId("rev"), new KpiName("Revenue"), List.of());
    List<Finish<Entry>> finishes = Race.of(8, () -> storage().kpis().put(ann, kpi));
    assertAllSucceed(finishes);
    assertThat(finishes).filteredOn(f -> f.result().equals(Optional.of(Entry.NEW))).hasSize(1);
  }

  private ViewedGroup rename(Actor by, KpiGroup group, String name, RevisionMatch expected) {
    return storage().groups().rename(by, group.id(), new KpiGroupName(name), NOON, expected);
  }

  private static boolean done(Runnable work) {
    work.run();
    return true;
  }

  private static void assertAllSucceed(List<? extends Finish<?>> finishes) {
    assertThat(finishes).allSatisfy(finish -> assertThat(finish.failure()).isEmpty());
  }
}
