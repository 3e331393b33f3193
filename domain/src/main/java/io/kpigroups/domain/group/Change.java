package io.kpigroups.domain.group;

import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.Name;
import java.util.List;

/** Something that happens to a group, which a store applies. */
public sealed interface Change {
  /** The group that it happens to. */
  KpiGroupId group();

  /** Who does it, and when. */
  Stamp stamp();

  /** The group is made. */
  record GroupCreated(KpiGroupId group, Name name, Stamp stamp) implements Change {}

  /** The group gets another name. */
  record GroupRenamed(KpiGroupId group, Name from, Name to, Stamp stamp) implements Change {}

  /** The group is gone for everybody, but kept until it is purged. */
  record GroupDeleted(KpiGroupId group, Name name, Stamp stamp) implements Change {}

  /** The group is there again, as it was before it was deleted. */
  record GroupRestored(KpiGroupId group, Name name, Stamp stamp) implements Change {}

  /** These KPIs are put into the group. */
  record KpisAdded(KpiGroupId group, List<KpiId> kpis, Stamp stamp) implements Change {
    public KpisAdded {
      kpis = List.copyOf(kpis);
    }
  }

  /** These KPIs are taken out of the group. */
  record KpisRemoved(KpiGroupId group, List<KpiId> kpis, Stamp stamp) implements Change {
    public KpisRemoved {
      kpis = List.copyOf(kpis);
    }
  }

  /** The group is a favorite of the stamp's user. */
  record GroupFavorited(KpiGroupId group, Stamp stamp) implements Change {}

  /** The group is not a favorite of the stamp's user any more. */
  record GroupUnfavorited(KpiGroupId group, Stamp stamp) implements Change {}
}
