package io.kpigroups.domain.value;

import org.jspecify.annotations.Nullable;

/**
 * A value that is a text. Two are equal if they are of one type and have the same text, whether it
 * was checked or read as it is stored.
 */
public abstract sealed class Text permits Name, UserId {
  private final String value;

  Text(String value) {
    this.value = value;
  }

  public final String value() {
    return value;
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof Text text && text.getClass() == getClass() && text.value.equals(value);
  }

  @Override
  public final int hashCode() {
    return value.hashCode();
  }

  @Override
  public final String toString() {
    return getClass().getSimpleName() + "[value=" + value + "]";
  }
}
