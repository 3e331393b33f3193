package io.kpigroups.domain.value;

import io.kpigroups.domain.failure.InvalidInput;
import java.util.regex.Pattern;

/**
 * A key by which a client marks a request, so that the same request again does nothing twice: 1 to
 * 255 printable ASCII characters. A user's keys are the user's own, in each account.
 *
 * @throws InvalidInput if the value is anything else
 */
public record IdempotencyKey(String value) {
  private static final Pattern ALLOWED = Pattern.compile("[ -~]{1,255}");

  public IdempotencyKey {
    Ids.check("An idempotency key", value, ALLOWED, "1 to 255 printable ASCII characters");
  }
}
