package com.example.kpigroups.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.OutcomeUnknown;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.Revision;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.testkit.fixture.MemberSteps;
import io.kpigroups.testkit.fixture.Scene;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What one writer has done in an account of its own, and what it was answered. Nobody else writes
 * there, so what must be in the store afterwards is known.
 */
final class Books {
  private static final AccountRules RULES = new AccountRules(AccountLimits.DEFAULT, KnownKpis.ANY);
  private static final List<String> MEMBERS = List.of("k1", "k2", "k3");

  /** What a change was answered with. */
  private enum Answer {
    DONE,
    NOT_DONE,
    UNKNOWN,
    NOT_TRIED
  }

  /** The story of one group. */
  private record Entry(
      KpiGroupId id,
      Answer created,
      Answer batch,
      Answer favorite,
      Answer renamed,
      Answer deleted) {}

  private final KpiGroupStorage store;
  private final Scene scene;
  private final AtomicLong answered;
  private final List<Entry> entries = new ArrayList<>();

  Books(KpiGroupStorage store, AtomicLong answered) {
    this.store = store;
    this.answered = answered;
    scene = new Scene(() -> store);
  }

  /** Makes a group and changes it in every way. */
  void write() {
    KpiGroupId id = Scene.newId(Scene.NOON);
    var groups = store.groups();
    var first = RevisionMatch.oneOf(Set.of(Revision.FIRST));
    Answer created =
        tried(
            Answer.DONE,
            call -> groups.create(call, id, new Name("Old"), Scene.NOON, AccountLimits.DEFAULT));
    Answer batch =
        tried(
            created,
            call ->
                store
                    .memberships()
                    .change(call, id, MemberSteps.batch(MEMBERS, List.of()), Scene.NOON, RULES));
    Answer favorite =
        tried(created, call -> store.favorites().add(call, id, Scene.NOON, AccountLimits.DEFAULT));
    Answer renamed =
        tried(created, call -> groups.rename(call, id, new Name("New"), Scene.EVENING, first));
    Answer deleted =
        entries.size() % 3 == 0
            ? tried(
                created,
                call -> groups.delete(call, id, Scene.EVENING, RevisionMatch.unconditional()))
            : Answer.NOT_TRIED;
    entries.add(new Entry(id, created, batch, favorite, renamed, deleted));
  }

  private interface Change {
    void with(Call call);
  }

  private Answer tried(Answer before, Change change) {
    if (before != Answer.DONE) {
      return Answer.NOT_TRIED;
    }
    try {
      change.with(new Call(scene.ann.actor(), Deadline.in(Duration.ofSeconds(1))));
      answered.incrementAndGet();
      return Answer.DONE;
    } catch (StorageUnavailable e) {
      return Answer.NOT_DONE;
    } catch (OutcomeUnknown e) {
      return Answer.UNKNOWN;
    }
  }

  /** Nothing that was answered is lost, nothing that was refused is there, nothing is half. */
  void check() {
    entries.forEach(this::check);
    assertThat(scene.all(scene.ann).totalCount()).isEqualTo(scene.all(scene.ann).items().size());
  }

  private void check(Entry entry) {
    Optional<ViewedGroup> found = store.groups().find(scene.ann, entry.id());
    String what = entry.toString();
    agree(
        entry.created() == Answer.DONE ? not(entry.deleted()) : entry.created(),
        found.isPresent(),
        what);
    found.map(ViewedGroup::group).ifPresent(group -> checkMembers(entry, group));
    found.ifPresent(
        viewed -> {
          agree(entry.favorite(), viewed.favorite(), what);
          boolean isNew = viewed.group().name().value().equals("New");
          agree(entry.renamed(), isNew, what);
          assertThat(viewed.group().revision()).as(what).isEqualTo(Revision.of(isNew ? 2 : 1));
        });
  }

  private void checkMembers(Entry entry, KpiGroup group) {
    List<String> members = MemberSteps.ids(scene, group);
    assertThat(members).as(entry.toString()).isIn(List.of(), MEMBERS);
    agree(entry.batch(), !members.isEmpty(), entry.toString());
  }

  private static Answer not(Answer answer) {
    return switch (answer) {
      case DONE -> Answer.NOT_DONE;
      case UNKNOWN -> Answer.UNKNOWN;
      default -> Answer.DONE;
    };
  }

  private static void agree(Answer answer, boolean isThere, String what) {
    if (answer != Answer.UNKNOWN) {
      assertThat(isThere).as(what).isEqualTo(answer == Answer.DONE);
    }
  }

  /** How many changes came to nothing, or to nobody knows what. */
  long failed() {
    return entries.stream()
        .flatMap(
            entry ->
                List.of(
                    entry.created(),
                    entry.batch(),
                    entry.favorite(),
                    entry.renamed(),
                    entry.deleted())
                    .stream())
        .filter(answer -> answer == Answer.UNKNOWN || answer == Answer.NOT_DONE)
        .count();
  }
}
