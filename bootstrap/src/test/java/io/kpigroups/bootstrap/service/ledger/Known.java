package io.kpigroups.bootstrap.service.ledger;

import io.kpigroups.bootstrap.service.client.Call;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a writer knows of a group that it made: for each thing that can change, the values that may
 * be there now. An acknowledged write leaves one; a write whose answer was lost adds one.
 */
public final class Known {
  private final Set<String> names = new HashSet<>();
  private final Map<String, Set<Boolean>> members = new HashMap<>();
  private Set<Boolean> favorite = Set.of(false);
  private Set<Boolean> there = Set.of(true);
  private int leastRenames;
  private int mostRenames;

  public Known(String name) {
    names.add(name);
  }

  /** The write was done, for sure. */
  public void apply(Call call, String kpi, String name) {
    switch (call) {
      case RENAME_GROUP -> {
        names.clear();
        names.add(name);
        leastRenames++;
        mostRenames++;
      }
      case ADD_KPI -> members.put(kpi, Set.of(true));
      case REMOVE_KPI -> members.put(kpi, Set.of(false));
      case FAVORITE_GROUP -> favorite = Set.of(true);
      case UNFAVORITE_GROUP -> favorite = Set.of(false);
      case DELETE_GROUP -> there = Set.of(false);
      default -> throw new IllegalArgumentException(call.name());
    }
  }

  /** The write was done or not, or will be yet. */
  public void doubt(Call call, String kpi, String name) {
    switch (call) {
      case RENAME_GROUP -> {
        names.add(name);
        mostRenames++;
      }
      case ADD_KPI, REMOVE_KPI -> members.put(kpi, Set.of(true, false));
      case FAVORITE_GROUP, UNFAVORITE_GROUP -> favorite = Set.of(true, false);
      case DELETE_GROUP -> there = Set.of(true, false);
      default -> throw new IllegalArgumentException(call.name());
    }
  }

  public boolean mayBeThere() {
    return there.contains(true);
  }

  public boolean mayBeGone() {
    return there.contains(false);
  }

  public boolean mayHave(String name) {
    return names.contains(name);
  }

  public boolean mayBeFavorite(boolean is) {
    return favorite.contains(is);
  }

  public boolean mayBeMember(String kpi, boolean is) {
    return members.getOrDefault(kpi, Set.of(false)).contains(is);
  }

  public boolean mayHaveRevision(long revision) {
    return revision >= 1 + leastRenames && revision <= 1 + mostRenames;
  }

  @Override
  public String toString() {
    return "there %s, names %s, members %s, favorite %s, renames %d to %d"
        .formatted(there, names, members, favorite, leastRenames, mostRenames);
  }
}
