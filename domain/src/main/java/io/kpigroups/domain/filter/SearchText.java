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

  /**
   * A text that somebody looks for.
   *
   * @throws InvalidInput if no name could contain it, or nothing but accents is in it
   */
  public static SearchText of(String value) {
    Name asName = new Name(value);
    NameKey key = asName.key();
    if (key.value().isEmpty()) {
      throw new InvalidInput("A text that is searched for must be more than accents.");
    }
    return new SearchText(asName.value(), key);
  }

  /** Whether the name contains the text. */
  public boolean isIn(Name name) {
    return name.key().value().contains(key.value());
  }
}
