package io.kpigroups.domain.value;

import io.kpigroups.domain.failure.InvalidInput;

/**
 * A key by which a client marks a request, so that the same request again does nothing twice: 1 to
 * 255 printable ASCII characters. A user's keys are the user's own, in each account.
 */
public record IdempotencyKey(String value) {
  private static final IdRule RULE =
      new IdRule(" ~", 1, 255, "1 to 255 printable ASCII characters");

  /**
   * @throws InvalidInput if the value is anything else
   */
  public IdempotencyKey {
    RULE.check("An idempotency key", value);
  }
}
