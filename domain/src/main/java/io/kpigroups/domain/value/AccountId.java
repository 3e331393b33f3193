package io.kpigroups.domain.value;

import io.kpigroups.domain.failure.InvalidInput;

/**
 * The id of a company account: 1 to 64 characters of {@code A-Z a-z 0-9 _ -}.
 *
 * <p>Everything in this domain belongs to exactly one account and never moves to another. An
 * account is not made or removed here: it has what was put into it.
 */
public record AccountId(String value) {
  /**
   * @throws InvalidInput if the value is anything else
   */
  public AccountId {
    IdRule.PLAIN.check("An account id", value);
  }
}
