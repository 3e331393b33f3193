package io.kpigroups.domain.group;

import static io.kpigroups.domain.Samples.ACCOUNT;
import static io.kpigroups.domain.Samples.ANN;
import static io.kpigroups.domain.Samples.NOON;
import static io.kpigroups.domain.Samples.OTHER_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.Samples;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.RevisionMatch;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class FavoritesTest {
  private static final Stamp STAMP = new Stamp(ANN, NOON);

  private final KpiGroup watched = Samples.group("a", "Sales", NOON);
  private final KpiGroup other = Samples.group("b", "Revenue", NOON);
  private final Favorites favorites = of(ACCOUNT, 2);

  @Test
  void aGroupIsAFavoriteAsLongAsThereIsRoom() {
    Decision<KpiGroup> decision = favorites.add(Optional.of(other), STAMP, limit(3));

    assertThat(decision.state()).isSameAs(other);
    assertThat(decision.changes()).containsExactly(new Change.GroupFavorited(other.id(), STAMP));
    for (int limit : new int[] {1, 2}) {
      assertThatThrownBy(() -> favorites.add(Optional.of(other), STAMP, limit(limit)))
          .isInstanceOf(LimitReached.class)
          .hasMessageContaining("limit of " + limit + " favorite");
    }
  }

  @Test
  void favoritesOnDeletedGroupsTakeNoRoom() {
    assertThat(of(ACCOUNT, 3, () -> 2).add(Optional.of(other), STAMP, limit(3)).isChange())
        .isTrue();
    assertThatThrownBy(() -> of(ACCOUNT, 4, () -> 3).add(Optional.of(other), STAMP, limit(3)))
        .isInstanceOf(LimitReached.class);
  }

  @Test
  void whichFavoritesAreLiveIsNotAskedWhereThereIsRoomForAll() {
    Favorites few =
        of(
            ACCOUNT,
            2,
            () -> {
              throw new AssertionError("asked");
            });

    assertThat(few.add(Optional.of(other), STAMP, limit(3)).isChange()).isTrue();
  }

  @Test
  void aFavoriteThatIsAddedAgainChangesNothingAlsoAtTheLimit() {
    for (int limit : new int[] {1, 2, 3}) {
      Decision<KpiGroup> decision = favorites.add(Optional.of(watched), STAMP, limit(limit));
      assertThat(decision.isChange()).isFalse();
      assertThat(decision.state()).isSameAs(watched);
    }
  }

  @Test
  void aFavoriteIsRemovedAndWhatIsNoneStaysNone() {
    assertThat(favorites.remove(Optional.of(watched), STAMP).changes())
        .containsExactly(new Change.GroupUnfavorited(watched.id(), STAMP));
    assertThat(favorites.remove(Optional.of(other), STAMP)).isEqualTo(Decision.unchanged(other));
  }

  @Test
  void aGroupThatIsNotThereIsToldBeforeTheLimit() {
    KpiGroup deleted = watched.delete(STAMP, RevisionMatch.any()).state();
    assertAbsent(favorites, Optional.empty());
    assertAbsent(favorites, Optional.of(deleted));
    assertAbsent(of(OTHER_ACCOUNT, 2), Optional.of(watched));
  }

  private static void assertAbsent(Favorites of, Optional<KpiGroup> found) {
    assertThatThrownBy(() -> of.add(found, STAMP, limit(1))).isInstanceOf(GroupNotFound.class);
    assertThatThrownBy(() -> of.remove(found, STAMP)).isInstanceOf(GroupNotFound.class);
  }

  private static AccountLimits limit(int favorites) {
    return new AccountLimits(1, 1, 1, favorites);
  }

  private Favorites of(AccountId account, int live) {
    return of(account, live, () -> live);
  }

  private Favorites of(AccountId account, int all, LongSupplier live) {
    return new Favorites(
        account,
        new Favorites.Facts() {
          @Override
          public boolean contains(KpiGroupId group) {
            return group.equals(watched.id());
          }

          @Override
          public long all() {
            return all;
          }

          @Override
          public long live() {
            return live.getAsLong();
          }
        });
  }
}
