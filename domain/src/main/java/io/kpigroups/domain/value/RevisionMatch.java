package io.kpigroups.domain.value;

import io.kpigroups.domain.failure.StaleRevision;
import java.util.Optional;
import java.util.Set;

/**
 * In which revision a caller expects a group before it may be changed.
 *
 * <p>{@link #unconditional()} expects nothing; {@link #any()} expects the group to exist; {@link
 * #oneOf} expects one of these revisions, and never matches if the set is empty.
 *
 * @param isStated whether the caller stated any expectation at all
 * @param revisions the revisions that are expected; empty where every revision will do
 */
public record RevisionMatch(boolean isStated, Optional<Set<Revision>> revisions) {
  private static final RevisionMatch UNCONDITIONAL = new RevisionMatch(false, Optional.empty());
  private static final RevisionMatch ANY = new RevisionMatch(true, Optional.empty());

  /** No expectation was stated. */
  public static RevisionMatch unconditional() {
    return UNCONDITIONAL;
  }

  /** The group is expected to be there, in whatever revision. */
  public static RevisionMatch any() {
    return ANY;
  }

  /** The group is expected in one of these revisions. */
  public static RevisionMatch oneOf(Set<Revision> revisions) {
    return new RevisionMatch(true, Optional.of(Set.copyOf(revisions)));
  }

  /**
   * The expectation for a change of a group that was read just before: that it is still in the
   * revision that was read.
   *
   * @param unwanted the revisions in which the group must not be, if any are stated
   * @throws StaleRevision if the group is already not as expected
   */
  public RevisionMatch ofSeen(Revision seen, RevisionMatch unwanted) {
    if (!allows(seen)) {
      throw new StaleRevision();
    }
    if (unwanted.isStated && unwanted.allows(seen)) {
      throw StaleRevision.unwantedGroup();
    }
    return oneOf(Set.of(seen));
  }

  /** Whether a group in this revision is as expected. */
  public boolean allows(Revision revision) {
    return revisions.map(expected -> expected.contains(revision)).orElse(true);
  }
}
