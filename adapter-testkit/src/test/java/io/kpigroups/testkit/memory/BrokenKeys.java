package io.kpigroups.testkit.memory;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.IdempotencyStore;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.group.KeyedCreate;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.value.IdempotencyKey;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Mistakes that authors of a store make with idempotency keys. */
final class BrokenKeys {
  private BrokenKeys() {}

  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments(
            AKeyIsForgottenWithItsGroup.class, "aKeyThatWasNotFinishedIsDoneWhenItsGroupIsPurged"),
        arguments(
            APurgeLeavesKeysAsTheyAre.class, "aKeyThatWasNotFinishedIsDoneWhenItsGroupIsPurged"),
        arguments(
            AClaimIsLookedAtBeforeItIsWritten.class,
            "ofManyWhoClaimAFreeKeyAtOnceOneMakesTheGroup"),
        arguments(AllUsersShareTheKeys.class, "theSameKeyOfAnotherUserOrInAnotherAccountIsAnother"),
        arguments(UserAndKeyAreOneText.class, "aUserAndAKeyAreNeverTakenForAnotherUserAndKey"),
        arguments(AFinishedKeyIsForgotten.class, "theSameRequestAgainGetsTheSameGroup"),
        arguments(EveryoneReleases.class, "whoWasTooSlowDoesNotReleaseTheKeyThatAnotherTookOver"),
        arguments(MoreIsAnsweredThanIsKept.class, "whatAClaimHasAnsweredIsEnoughToReleaseIt"),
        arguments(ASweepForgetsAll.class, "onlyKeysFromTheTimeOrBeforeAreForgotten"));
  }

  static class AKeyIsForgottenWithItsGroup extends BrokenStore {
    {
      deletedGroups =
          new BrokenPurges.DelegatingPurge(deletedGroups) {
            @Override
            public Removal remove(Claim claim, Deadline deadline) {
              tables.exclusively(
                  deadline,
                  () ->
                      tables
                          .of(claim.account())
                          .keys
                          .values()
                          .removeIf(kept -> kept.group().id().equals(claim.group())));
              return super.remove(claim, deadline);
            }
          };
    }
  }

  static class APurgeLeavesKeysAsTheyAre extends BrokenStore {
    {
      deletedGroups =
          new BrokenPurges.DelegatingPurge(deletedGroups) {
            @Override
            public Removal remove(Claim claim, Deadline deadline) {
              return tables.exclusively(
                  deadline,
                  () -> {
                    var keys = tables.of(claim.account()).keys;
                    var before = Map.copyOf(keys);
                    Removal removal = super.remove(claim, deadline);
                    keys.putAll(before);
                    return removal;
                  });
            }
          };
    }
  }

  static class AClaimIsLookedAtBeforeItIsWritten extends BrokenStore {
    private final Gate everybodyHasLooked = new Gate(32);

    {
      keys =
          new DelegatingKeys(keys) {
            @Override
            public KeyedCreate claim(
                Call by, IdempotencyKey key, KpiGroupId id, Name name, Instant now) {
              KeyedCreate wanted = IdempotencyStore.wanted(by, id, name, now);
              InMemoryKeys.Key own = new InMemoryKeys.Key(by.user(), key);
              KeyedCreate claimed =
                  tables.with(
                      by, rows -> wanted.claim(Optional.ofNullable(rows.keys.get(own)), now));
              everybodyHasLooked.await();
              tables.with(by, rows -> Optional.ofNullable(rows.keys.put(own, claimed)));
              return claimed;
            }
          };
    }
  }

  static class AllUsersShareTheKeys extends BrokenStore {
    {
      keys =
          new DelegatingKeys(keys) {
            @Override
            public KeyedCreate claim(
                Call by, IdempotencyKey key, KpiGroupId id, Name name, Instant now) {
              return sound.claim(user(by, "ann"), key, id, name, now);
            }
          };
    }
  }

  static class UserAndKeyAreOneText extends BrokenStore {
    {
      keys =
          new DelegatingKeys(keys) {
            @Override
            public KeyedCreate claim(
                Call by, IdempotencyKey key, KpiGroupId id, Name name, Instant now) {
              return sound.claim(user(by, "all"), text(by, key), id, name, now);
            }

            @Override
            public void finish(Call by, IdempotencyKey key, KeyedCreate made) {
              sound.finish(user(by, "all"), text(by, key), made);
            }
          };
    }

    private static IdempotencyKey text(Call by, IdempotencyKey key) {
      String text = by.user().value() + ":" + key.value();
      return new IdempotencyKey(text.substring(0, Math.min(text.length(), 255)));
    }
  }

  private static Call user(Call by, String user) {
    return new Call(Actor.of(by.account(), new UserId(user), Set.of()), by.deadline());
  }

  static class AFinishedKeyIsForgotten extends BrokenStore {
    {
      keys =
          new DelegatingKeys(keys) {
            @Override
            public void finish(Call by, IdempotencyKey key, KeyedCreate made) {
              sound.release(by, key, made);
            }
          };
    }
  }

  static class EveryoneReleases extends BrokenStore {
    {
      keys =
          new DelegatingKeys(keys) {
            @Override
            public void release(Call by, IdempotencyKey key, KeyedCreate claimed) {
              InMemoryKeys.Key own = new InMemoryKeys.Key(by.user(), key);
              tables.with(by, rows -> Optional.ofNullable(rows.keys.remove(own)));
            }
          };
    }
  }

  /** Keeps seconds and answers what the clock said. */
  static class MoreIsAnsweredThanIsKept extends BrokenStore {
    {
      keys =
          new DelegatingKeys(keys) {
            @Override
            public KeyedCreate claim(
                Call by, IdempotencyKey key, KpiGroupId id, Name name, Instant now) {
              KeyedCreate claimed = sound.claim(by, key, id, name, now);
              InMemoryKeys.Key own = new InMemoryKeys.Key(by.user(), key);
              Instant kept = claimed.workingUntil().truncatedTo(ChronoUnit.SECONDS);
              KeyedCreate cut = new KeyedCreate(claimed.group(), kept, claimed.isDone());
              tables.with(by, rows -> Optional.ofNullable(rows.keys.put(own, cut)));
              return claimed;
            }
          };
    }
  }

  static class ASweepForgetsAll extends BrokenStore {
    {
      keys =
          new DelegatingKeys(keys) {
            @Override
            public void sweep(Instant createdBy, Deadline deadline) {
              sound.sweep(Instant.MAX, deadline);
            }
          };
    }
  }
}
