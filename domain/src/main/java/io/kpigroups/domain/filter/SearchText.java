package io.kpigroups.domain.filter;

import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.NameKey;

/**
 * A text that is looked for in names, without case and accents: its key is a part of the name's,
 * see {@link Name#key}.
 *
 * @param text as it was asked for, without surrounding white space
 * @param key what is looked for; never empty
 */
public record SearchText(String text, NameKey key) {
  private static final String SUBJECT = "A text that is searched for";

  /**
   * A text that somebody looks for.
   *
   * @throws InvalidInput if no name could contain it, or nothing but accents is in it
   */
  public static SearchText of(String value) {
    Name asName = name(value);
    NameKey key = asName.key();
    if (key.value().isEmpty()) {
      throw new InvalidInput(SUBJECT + " must be more than accents.");
    }
    return new SearchText(asName.value(), key);
  }

  /** What a name must be, the text must be too; but nobody has sent a name. */
  private static Name name(String value) {
    try {
      return new Name(value);
    } catch (InvalidInput e) {
      throw new InvalidInput(e.getMessage().replaceFirst("^The name", SUBJECT));
    }
  }

  /** Whether the name contains the text. */
  public boolean isIn(Name name) {
    return name.key().value().contains(key.value());
  }
}
