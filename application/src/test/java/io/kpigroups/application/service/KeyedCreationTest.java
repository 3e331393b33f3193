package io.kpigroups.application.service;

import static io.kpigroups.application.service.Samples.MANAGER;
import static io.kpigroups.application.service.Samples.NAME;
import static io.kpigroups.application.service.Samples.NEW_ID;
import static io.kpigroups.application.service.Samples.NEW_NAME;
import static io.kpigroups.application.service.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.application.port.OutcomeUnknown;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.Unsupported;
import io.kpigroups.domain.failure.IdempotencyKeyInUse;
import io.kpigroups.domain.failure.IdempotencyKeyReused;
import io.kpigroups.domain.failure.KpiGroupException;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.group.KeyedCreate;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.value.IdempotencyKey;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class KeyedCreationTest {
  private static final IdempotencyKey KEY = new IdempotencyKey("key-1");
  private static final StorageUnavailable AWAY =
      new StorageUnavailable("away", new TimeoutException());

  /** What leaves the group unmade for certain. */
  static final List<KpiGroupException> REFUSALS = List.of(LimitReached.groups(5), AWAY);

  private final FakeUseCases useCases = new FakeUseCases(Samples.SETTINGS);
  private final KpiGroup made =
      KpiGroup.create(Samples.ACCOUNT, NEW_ID, NAME, new Stamp(MANAGER.user(), NOON));

  @Test
  void theKeyIsTakenBeforeTheGroupIsMadeAndThenItIsNotedAsMade() {
    ViewedGroup answer = create();

    assertThat(answer).isEqualTo(new ViewedGroup(made, false));
    KeyedCreate claimed = KeyedCreate.begun(made, NOON.plus(Duration.ofHours(1)));
    assertThat(useCases.calls)
        .containsExactly(
            Invocation.of("claim key", MANAGER, KEY, NEW_ID, NAME, NOON),
            Invocation.of("create", MANAGER, NEW_ID, NAME, NOON, Samples.SETTINGS.limits()),
            Invocation.of("finish key", MANAGER, KEY, claimed));
    assertThat(useCases.keyStore.kept(KEY)).contains(claimed.done());
  }

  @Test
  void theSameRequestAgainIsAnsweredWithoutMakingAnything() {
    ViewedGroup first = create();
    useCases.calls.clear();

    assertThat(create()).isEqualTo(first);
    assertThat(methods()).containsExactly("claim key");
  }

  @Test
  void whatIsStillAtWorkOrOfAnotherRequestMakesNothing() {
    useCases.keyStore.claim(MANAGER, KEY, NEW_ID, NAME, NOON);

    assertThatThrownBy(this::create).isInstanceOf(IdempotencyKeyInUse.class);
    assertThatThrownBy(() -> useCases.groups.create(MANAGER, NEW_NAME, Optional.of(KEY)))
        .isInstanceOf(IdempotencyKeyReused.class);
    assertThat(methods()).containsOnly("claim key");
  }

  @ParameterizedTest
  @FieldSource("REFUSALS")
  void whatLeavesTheGroupUnmadeFreesTheKey(KpiGroupException refusal) {
    useCases.groupStore.givenRefusal(refusal);

    assertThatThrownBy(this::create).isSameAs(refusal);

    assertThat(methods()).containsExactly("claim key", "create", "release key");
    assertThat(useCases.keyStore.kept(KEY)).isEmpty();
  }

  @Test
  void aKeyWhoseGroupMayHaveBeenMadeStaysTaken() {
    OutcomeUnknown unknown = new OutcomeUnknown("lost", new TimeoutException());
    useCases.groupStore.givenRefusal(unknown);

    assertThatThrownBy(this::create).isSameAs(unknown);

    assertThat(methods()).containsExactly("claim key", "create");
    assertThat(useCases.keyStore.kept(KEY).map(KeyedCreate::isDone)).contains(false);
  }

  @Test
  void aGroupThatWasMadeIsAnsweredAlsoIfThatCannotBeNoted() {
    useCases.keyStore.givenAway(AWAY);

    assertThat(create()).isEqualTo(new ViewedGroup(made, false));
    assertThat(methods()).containsExactly("claim key", "create", "finish key");
  }

  @Test
  void aKeyThatCannotBeFreedDoesNotHideTheRefusal() {
    LimitReached full = LimitReached.groups(5);
    useCases.groupStore.givenRefusal(full);
    useCases.keyStore.givenAway(AWAY);

    assertThatThrownBy(this::create).isSameAs(full).hasSuppressedException(AWAY);
  }

  @Test
  void withoutAKeyNothingIsKept() {
    useCases.groups.create(MANAGER, NAME, Optional.empty());

    assertThat(methods()).containsExactly("create");
  }

  @Test
  void aStoreThatKeepsNoKeysMakesNothingUnderOne() {
    KpiGroupService keyless =
        new KpiGroupService(
            useCases.groupStore,
            new FakeMemberships(useCases.groupStore, useCases.kpiStore, useCases.calls),
            Optional.empty(),
            Samples.SETTINGS,
            Clock.fixed(NOON, ZoneOffset.UTC),
            at -> NEW_ID);

    assertThatThrownBy(() -> keyless.create(MANAGER, NAME, Optional.of(KEY)))
        .isInstanceOf(Unsupported.class)
        .hasMessageContaining("idempotency keys");
    assertThat(useCases.calls).isEmpty();
    assertThat(keyless.create(MANAGER, NAME).group()).isEqualTo(made);
  }

  private ViewedGroup create() {
    return useCases.groups.create(MANAGER, NAME, Optional.of(KEY));
  }

  private List<String> methods() {
    return useCases.calls.stream().map(Invocation::method).toList();
  }
}
