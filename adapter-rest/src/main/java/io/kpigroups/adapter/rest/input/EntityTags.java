package io.kpigroups.adapter.rest.input;

import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.value.Revision;
import io.kpigroups.domain.value.RevisionMatch;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Entity tags of groups and KPIs and the conditions on them (RFC 9110, sections 8.8.3 and 13.1).
 *
 * <p>A group's tag is the revision, a dash, and whether the group is the caller's favorite; a KPI's
 * has 0 there. {@code If-Match} looks at the revision only, so that a favorite never spoils a
 * pending change. What compressing proxies make of a tag counts as the tag: a weak one (nginx), or
 * one with the coding behind it (Apache's mod_deflate and mod_brotli, Jetty).
 */
public final class EntityTags {
  private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"");

  /** A tag of this service, with what a proxy may have put behind it. */
  private static final Pattern OURS =
      Pattern.compile("((.+)-[01])(?:--?(?:gzip|deflate|br|zstd))?");

  private static final String PLACE_OF_TAG = "\"";

  private EntityTags() {}

  /** The tag of a revision; {@code favorite} is whether the group is the caller's favorite. */
  public static String of(Revision revision, boolean favorite) {
    return "\"" + revision.value() + "-" + (favorite ? 1 : 0) + "\"";
  }

  /** Which tags the request's {@code If-None-Match} names; the comparison is the weak one. */
  public static Supplier<Predicate<String>> ifNoneMatch(ApiRequest request) {
    return request.header("If-None-Match", EntityTags::names, entityTag -> false);
  }

  /** Which revisions this field of a change names, {@code If-Match} or {@code If-None-Match}. */
  public static Supplier<RevisionMatch> revisions(ApiRequest request, String name) {
    return request.header(name, header -> revisions(name, header), RevisionMatch.unconditional());
  }

  /** Tags that are not of this service name no revision. */
  private static RevisionMatch revisions(String name, String header) {
    return header.strip().equals("*")
        ? RevisionMatch.any()
        : RevisionMatch.oneOf(
            tags(name, header).flatMap(tag -> revision(tag).stream()).collect(Collectors.toSet()));
  }

  private static Optional<Revision> revision(String tag) {
    Matcher ours = OURS.matcher(tag);
    try {
      return ours.matches() ? Optional.of(new Revision(ours.group(2))) : Optional.empty();
    } catch (InvalidInput e) {
      return Optional.empty();
    }
  }

  private static Predicate<String> names(String header) {
    if (header.strip().equals("*")) {
      return entityTag -> true;
    }
    return tags("If-None-Match", header)
            .map(tag -> "\"" + OURS.matcher(tag).replaceFirst("$1") + "\"")
            .collect(Collectors.toSet())
        ::contains;
  }

  /** What stands between the quotation marks of each tag. */
  private static Stream<String> tags(String name, String header) {
    List<String> members =
        Arrays.stream(TAG.matcher(header).replaceAll(PLACE_OF_TAG).split(","))
            .map(String::strip)
            .filter(member -> !member.isEmpty())
            .distinct()
            .toList();
    if (!members.equals(List.of(PLACE_OF_TAG))) {
      throw new InvalidInput(
          name + " must be * or a list of entity tags, each in quotation marks.");
    }
    return TAG.matcher(header).results().map(tag -> tag.group(2));
  }
}
