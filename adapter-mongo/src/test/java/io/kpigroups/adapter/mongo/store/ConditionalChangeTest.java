package io.kpigroups.adapter.mongo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.application.port.OutcomeUnknown;
import io.kpigroups.application.port.StorageUnavailable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** A change of a text to "new", whose facts are that text, on a store that does as it is told. */
class ConditionalChangeTest {
  private final OutcomeUnknown lost = new OutcomeUnknown("lost", new Exception());
  private final StorageUnavailable down = new StorageUnavailable("down", new Exception());

  private final Deque<String> facts = new ArrayDeque<>();
  private final Deque<BooleanSupplier> answers = new ArrayDeque<>();
  private final List<String> steps = new ArrayList<>();

  private final ConditionalChange<String, String> change =
      new ConditionalChange<>(
          this::look,
          before -> before + " -> new",
          (before, decision) -> send(decision),
          (now, decision) -> now.equals("new") ? Optional.of(decision) : Optional.empty(),
          () -> steps.add("confirm"));

  private String look() {
    steps.add("look");
    return Optional.ofNullable(facts.poll()).orElseThrow(() -> down);
  }

  private boolean send(String decision) {
    steps.add("send " + decision);
    return answers.remove().getAsBoolean();
  }

  private boolean lose() {
    throw lost;
  }

  @Test
  void aChangeIsDecidedOnTheFactsAndSentOnce() {
    facts.add("old");
    answers.add(() -> true);
    assertThat(change.make()).isEqualTo("old -> new");
    assertThat(steps).containsExactly("look", "send old -> new");
  }

  @Test
  void knownFactsAreNotReadAgain() {
    answers.add(() -> true);
    change.make("known");
    assertThat(steps).containsExactly("send known -> new");
  }

  @Test
  void aCommandThatDidNothingIsDecidedAgainOnNewFacts() {
    facts.addAll(List.of("old", "other"));
    answers.addAll(List.of(() -> false, () -> true));
    assertThat(change.make()).isEqualTo("other -> new");
    assertThat(steps).containsExactly("look", "send old -> new", "look", "send other -> new");
  }

  @Test
  void aCommandThatDidNothingBecauseItWasDoneBeforeHasSucceeded() {
    facts.addAll(List.of("old", "new"));
    answers.add(() -> false);
    assertThat(change.make()).isEqualTo("old -> new");
  }

  @Test
  void aLostAnswerIsFoundInTheFactsAndConfirmed() {
    facts.addAll(List.of("old", "new"));
    answers.add(this::lose);
    assertThat(change.make()).isEqualTo("old -> new");
    assertThat(steps).containsExactly("look", "send old -> new", "look", "confirm");
  }

  @Test
  void aLostCommandIsSentAgainOnce() {
    facts.addAll(List.of("old", "old"));
    answers.addAll(List.of(this::lose, () -> true));
    assertThat(change.make()).isEqualTo("old -> new");
    assertThat(steps).containsExactly("look", "send old -> new", "look", "send old -> new");
  }

  @Test
  void aCommandThatArrivesLateIsFoundInTheFacts() {
    facts.addAll(List.of("old", "old", "new"));
    answers.addAll(List.of(this::lose, () -> false));
    assertThat(change.make()).isEqualTo("old -> new");
    assertThat(steps).endsWith("look", "confirm");
  }

  @Test
  void whatTheFactsDoNotShowStaysUnknown() {
    facts.addAll(List.of("old", "other"));
    answers.add(this::lose);
    assertThatThrownBy(change::make).isSameAs(lost);
  }

  @Test
  void whatCannotBeReadStaysUnknown() {
    facts.add("old");
    answers.add(this::lose);
    assertThatThrownBy(change::make).isSameAs(lost).hasSuppressedException(down);
  }
}
