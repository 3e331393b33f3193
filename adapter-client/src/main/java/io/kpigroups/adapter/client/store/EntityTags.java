package io.kpigroups.adapter.client.store;

import io.kpigroups.domain.failure.StaleRevision;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.value.Revision;
import io.kpigroups.domain.value.RevisionMatch;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Translates between the entity tags of upstream and the revisions of groups. There are three kinds
 * of revisions:
 *
 * <ul>
 *   <li>The tag of a service like this one, without the favorite mark at its end ({@code -0} or
 *       {@code -1}).
 *   <li>Any other strong tag, with {@code =} in front.
 *   <li>If there is no such tag, {@code sha256.} and a digest of the group.
 * </ul>
 */
final class EntityTags {
  private static final String FOREIGN = "=";
  private static final String DIGEST = "sha256.";

  /** A strong tag; its characters and its length fit into a revision. */
  private static final Pattern STRONG_TAG = Pattern.compile("\"([\\x21\\x23-\\x7E]{1,120})\"");

  private EntityTags() {}

  /** The group with the revision that the tag says, or else with its digest, instead of its own. */
  static KpiGroup withRevision(KpiGroup group, boolean favorite, Optional<String> entityTag) {
    Revision revision =
        entityTag
            .map(STRONG_TAG::matcher)
            .filter(Matcher::matches)
            .map(tag -> revision(tag.group(1), favorite ? "-1" : "-0"))
            .orElseGet(() -> digest(group));
    return new KpiGroup(
        group.account(), group.id(), group.name(), group.created(), group.modified(), revision);
  }

  private static Revision revision(String tag, String favoriteMark) {
    String ours = tag.replaceFirst("(?<=.)" + favoriteMark + "$", "");
    return new Revision(ours.equals(tag) ? FOREIGN + tag : ours);
  }

  private static Revision digest(KpiGroup group) {
    List<String> content =
        Stream.of(group.account(), group.id(), group.name(), group.created(), group.modified())
            .map(Object::toString)
            .toList();
    return new Revision(DIGEST + Revision.ofContent(content).value());
  }

  /**
   * The header {@code If-Match} for a change; null if nothing is expected that upstream could
   * check.
   *
   * @param look reads the group before the change. That is done if upstream cannot check what is
   *     expected: it does not know our digests, and may send a foreign tag without ever checking it
   * @throws StaleRevision if the group was read and is not as expected
   */
  static @Nullable String ifMatch(RevisionMatch expected, Supplier<KpiGroup> look) {
    if (expected.revisions().isEmpty()) {
      return expected.isStated() ? "*" : null;
    }
    Set<Revision> revisions = expected.revisions().get();
    if (!revisions.isEmpty() && revisions.stream().allMatch(EntityTags::isOurs)) {
      return header(revisions.stream());
    }
    KpiGroup group = look.get();
    if (!expected.allows(group.revision()) && !expected.allows(digest(group))) {
      throw new StaleRevision();
    }
    return group.revision().value().startsWith(DIGEST) ? null : header(Stream.of(group.revision()));
  }

  private static boolean isOurs(Revision revision) {
    return !revision.value().startsWith(FOREIGN) && !revision.value().startsWith(DIGEST);
  }

  /** A service like this one has a tag for each favorite mark. */
  private static String header(Stream<Revision> revisions) {
    return revisions
        .map(Revision::value)
        .map(it -> it.startsWith(FOREIGN) ? it.substring(1) : it + "-0\", \"" + it + "-1")
        .collect(Collectors.joining("\", \"", "\"", "\""));
  }
}
