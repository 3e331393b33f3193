package io.kpigroups.application.service;

import static io.kpigroups.application.service.Samples.MANAGER;
import static io.kpigroups.application.service.Samples.NAME;
import static io.kpigroups.application.service.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.group.KeyedCreate;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.value.IdempotencyKey;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** The process that took a key first died before it noted that the group was made. */
class InterruptedCreationTest {
  private static final IdempotencyKey KEY = new IdempotencyKey("key-1");
  private static final StorageUnavailable AWAY =
      new StorageUnavailable("away", new TimeoutException());

  private final FakeUseCases useCases = new FakeUseCases(Samples.SETTINGS);

  @Test
  void whatWasInterruptedIsFinishedUnderTheIdThatWasKept() {
    KpiGroup first = givenInterrupted();

    assertThat(create()).isEqualTo(new ViewedGroup(first, false));

    assertThat(useCases.calls)
        .contains(
            Invocation.of(
                "create",
                MANAGER,
                first.id(),
                NAME,
                first.created().at(),
                Samples.SETTINGS.limits()));
    assertThat(useCases.keyStore.kept(KEY).map(KeyedCreate::isDone)).contains(true);
  }

  /**
   * It may have been made before the first process died, which a store that is away cannot tell.
   */
  @Test
  void whatWasInterruptedKeepsItsKeyWhileTheStoreIsAway() {
    givenInterrupted();
    useCases.groupStore.givenRefusal(AWAY);

    assertThatThrownBy(this::create).isSameAs(AWAY);

    assertThat(useCases.calls)
        .extracting(Invocation::method)
        .containsExactly("claim key", "create");
    assertThat(useCases.keyStore.kept(KEY).map(KeyedCreate::isDone)).contains(false);
  }

  @Test
  void whatWasInterruptedAndIsRefusedNowFreesItsKey() {
    givenInterrupted();
    useCases.groupStore.givenRefusal(LimitReached.groups(5));

    assertThatThrownBy(this::create).isInstanceOf(LimitReached.class);

    assertThat(useCases.keyStore.kept(KEY)).isEmpty();
  }

  private ViewedGroup create() {
    return useCases.groups.create(MANAGER, NAME, Optional.of(KEY));
  }

  private KpiGroup givenInterrupted() {
    KpiGroup first =
        KpiGroup.create(
            Samples.ACCOUNT,
            Samples.groupId(7),
            NAME,
            new Stamp(MANAGER.user(), NOON.minus(Duration.ofHours(2))));
    useCases.keyStore.claim(MANAGER, KEY, first.id(), NAME, first.created().at());
    useCases.calls.clear();
    return first;
  }
}
