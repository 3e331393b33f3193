package io.kpigroups.testkit;

import static io.kpigroups.testkit.Scene.PLENTY;

import io.kpigroups.application.port.out.DeletedGroups.Claim;
import io.kpigroups.application.port.out.DeletedGroups.Removal;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.kpi.KpiId;
import java.time.Instant;
import java.util.List;

/**
 * What the tests of the purge share.
 *
 * <p>The port works across accounts. These tests delete in a distant past, so that their claims
 * come first, and touch only claims of their own account.
 */
final class Purging {
  /** The deadline of these tests. */
  static final Instant LONG_AGO = Instant.parse("2001-02-03T04:05:06.789Z");

  /**
   * Names what all these tests change, whatever their account: who marks groups shares it, who
   * counts all that are marked needs it alone.
   */
  static final String MARKS = "io.kpigroups.testkit.marks";

  private Purging() {}

  /** A group with two members and two favorites that was deleted at the deadline. */
  static KpiGroup givenDeletedGroup(Scene scene) {
    KpiGroup group = scene.group("Gone");
    scene.join(group, new KpiId("k1"), KnownKpis.ANY, PLENTY);
    scene.join(group, new KpiId("k2"), KnownKpis.ANY, PLENTY);
    scene.favor(scene.ann, group);
    scene.favor(scene.bob, group);
    scene.delete(group, LONG_AGO);
    return group;
  }

  /** Claims what is due at the deadline; answers what is of the scene's account. */
  static List<Claim> claims(Scene scene) {
    return claims(scene, LONG_AGO);
  }

  /** Claims what is due; answers what is of the scene's account. */
  static List<Claim> claims(Scene scene, Instant deadline) {
    return own(scene, scene.claim(deadline, PLENTY));
  }

  static List<Claim> own(Scene scene, List<Claim> claims) {
    return claims.stream().filter(claim -> claim.account().equals(scene.account)).toList();
  }

  static Claim claim(KpiGroup group) {
    return new Claim(group.account(), group.id());
  }

  /** Claims and removes what is due, and counts what it was told that it removed. */
  static int purge(Scene scene) {
    return remove(scene, claims(scene));
  }

  /** Removes what was claimed, and counts what it was told that it removed. */
  static int remove(Scene scene, List<Claim> claims) {
    int removed = 0;
    for (Claim claim : claims) {
      if (scene.remove(claim) == Removal.REMOVED) {
        removed++;
      }
    }
    return removed;
  }
}
