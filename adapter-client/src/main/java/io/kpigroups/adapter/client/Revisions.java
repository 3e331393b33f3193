package io.kpigroups.adapter.client;

import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.value.Revision;
import io.kpigroups.domain.value.RevisionMatch;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The revision of a group that upstream keeps: what its entity tag says, or, where it has none, a
 * digest of the group without the favorite mark.
 */
final class Revisions {
  /** Stands in a group whose revision is not made yet. */
  static final Revision NONE = new Revision("-");

  private static final String DIGEST = "sha256.";

  /** In front of a tag that does not end as those of a service like this one do. */
  private static final String FOREIGN = "=";

  private static final int DIGEST_BYTES = 16;

  /** A strong tag of characters that a revision may have, and short enough for one. */
  private static final Pattern TAG = Pattern.compile("\"([\\x21\\x23-\\x7E]{1,120})\"");

  private Revisions() {}

  /** The group with its revision. */
  static KpiGroup mark(KpiGroup group, boolean favorite, Optional<String> entityTag) {
    return with(
        group, entityTag.flatMap(tag -> told(tag, favorite)).orElseGet(() -> digest(group)));
  }

  /**
   * Whether a change that expects this must be preceded by a look: upstream cannot check it, or,
   * not being of our kind, may send tags and not look at them.
   */
  static boolean needLook(RevisionMatch expected) {
    return expected
        .revisions()
        .filter(all -> all.isEmpty() || all.stream().anyMatch(Revisions::isNotOurs))
        .isPresent();
  }

  /** Whether the group is as expected, by upstream's tag or by its digest. */
  static boolean allow(RevisionMatch expected, KpiGroup group) {
    return expected.allows(group.revision()) || expected.allows(digest(group));
  }

  /**
   * The value of {@code If-Match} for upstream; null where nothing is expected, or nothing that
   * upstream could check. A service like this one ends its tags with the favorite mark, so its
   * revisions are sent with either mark; any other tag is sent as it came.
   */
  static @Nullable String ifMatch(RevisionMatch expected) {
    if (!expected.isStated()) {
      return null;
    }
    if (expected.revisions().isEmpty()) {
      return "*";
    }
    String tags =
        expected.revisions().get().stream()
            .filter(revision -> !isDigest(revision))
            .map(Revision::value)
            .flatMap(Revisions::tags)
            .map(tag -> "\"" + tag + "\"")
            .collect(Collectors.joining(", "));
    return tags.isEmpty() ? null : tags;
  }

  /** The value of {@code If-Match} for the group that was looked at. */
  static @Nullable String ifStill(KpiGroup group) {
    return isDigest(group.revision())
        ? null
        : ifMatch(RevisionMatch.oneOf(Set.of(group.revision())));
  }

  private static Stream<String> tags(String revision) {
    return revision.startsWith(FOREIGN)
        ? Stream.of(revision.substring(FOREIGN.length()))
        : Stream.of(revision + "-0", revision + "-1");
  }

  private static Optional<Revision> told(String entityTag, boolean favorite) {
    Matcher tag = TAG.matcher(entityTag);
    if (!tag.matches()) {
      return Optional.empty();
    }
    String mark = favorite ? "-1" : "-0";
    String opaque = tag.group(1);
    boolean ours = opaque.endsWith(mark) && opaque.length() > mark.length();
    return Optional.of(
        new Revision(
            ours ? opaque.substring(0, opaque.length() - mark.length()) : FOREIGN + opaque));
  }

  private static boolean isNotOurs(Revision revision) {
    return isDigest(revision) || revision.value().startsWith(FOREIGN);
  }

  private static boolean isDigest(Revision revision) {
    return revision.value().startsWith(DIGEST);
  }

  private static Revision digest(KpiGroup group) {
    String content =
        Stream.of(
                group.account().value(),
                group.id().value(),
                group.name().value(),
                words(group.created()),
                words(group.modified()))
            .map(word -> word.length() + ":" + word)
            .collect(Collectors.joining());
    byte[] hash = sha256().digest(content.getBytes(StandardCharsets.UTF_8));
    return new Revision(DIGEST + HexFormat.of().formatHex(hash, 0, DIGEST_BYTES));
  }

  private static String words(Stamp stamp) {
    return stamp.at() + " " + stamp.by().value();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  private static KpiGroup with(KpiGroup group, Revision revision) {
    return new KpiGroup(
        group.account(), group.id(), group.name(), group.created(), group.modified(), revision);
  }
}
