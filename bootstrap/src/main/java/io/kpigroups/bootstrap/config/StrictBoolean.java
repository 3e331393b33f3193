package io.kpigroups.bootstrap.config;

import org.eclipse.microprofile.config.spi.Converter;

/**
 * Accepts only {@code true} and {@code false}: a misspelt word must not switch a protection off.
 */
public final class StrictBoolean implements Converter<Boolean> {
  private static final long serialVersionUID = 1L;

  @Override
  public Boolean convert(String value) {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("must be true or false, not " + value);
    };
  }
}
