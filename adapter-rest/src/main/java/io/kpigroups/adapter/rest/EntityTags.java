package io.kpigroups.adapter.rest;

import io.kpigroups.domain.InvalidInput;
import io.kpigroups.domain.Revision;
import io.kpigroups.domain.RevisionMatch;
import io.kpigroups.domain.ViewedGroup;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Entity tags of groups and the conditions on them (RFC 9110, sections 8.8.3 and 13.1).
 *
 * <p>A tag is the revision, a dash, and whether the group is the caller's favorite. {@code
 * If-Match} looks at the revision only, so that a favorite never spoils a pending change.
 */
final class EntityTags {
  private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"");
  private static final String PLACE_OF_TAG = "\"";

  /** The longest tag that can hold a revision of this service. */
  private static final int MAX_TAG = 130;

  private EntityTags() {}

  /** The tag of a group as one user sees it. */
  static String of(ViewedGroup viewed) {
    return "\"" + viewed.group().revision().value() + "-" + (viewed.favorite() ? 1 : 0) + "\"";
  }

  /** What the request's {@code If-Match} expects of the revision. */
  static Input<RevisionMatch> ifMatch(ApiRequest request) {
    return request.header("If-Match", EntityTags::revisions, RevisionMatch.unconditional());
  }

  /** Which tags the request's {@code If-None-Match} names; the comparison is the weak one. */
  static Input<Predicate<String>> ifNoneMatch(ApiRequest request) {
    return request.header("If-None-Match", EntityTags::names, entityTag -> false);
  }

  /** Weak tags, and tags that are not of this service, name no revision. */
  private static RevisionMatch revisions(String header) {
    if (header.strip().equals("*")) {
      return RevisionMatch.any();
    }
    Set<Revision> revisions = new HashSet<>();
    Matcher tag = tags("If-Match", header);
    while (tag.find()) {
      String opaque = tag.group(2);
      int dash = opaque.lastIndexOf('-');
      boolean ours = opaque.length() <= MAX_TAG && opaque.chars().allMatch(c -> c < 0x7F);
      if (tag.group(1) == null && dash > 0 && ours) {
        revisions.add(new Revision(opaque.substring(0, dash)));
      }
    }
    return RevisionMatch.oneOf(revisions);
  }

  private static Predicate<String> names(String header) {
    if (header.strip().equals("*")) {
      return entityTag -> true;
    }
    return tags("If-None-Match", header)
            .results()
            .map(tag -> "\"" + tag.group(2) + "\"")
            .collect(Collectors.toSet())
        ::contains;
  }

  private static Matcher tags(String name, String header) {
    List<String> members =
        Arrays.stream(TAG.matcher(header).replaceAll(PLACE_OF_TAG).split(","))
            .map(String::strip)
            .filter(member -> !member.isEmpty())
            .toList();
    if (members.isEmpty() || !members.stream().allMatch(PLACE_OF_TAG::equals)) {
      throw new InvalidInput(
          name + " must be * or a list of entity tags, each in quotation marks.");
    }
    return TAG.matcher(header);
  }
}
