package io.kpigroups.adapter.rest.input;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A value that was read from a request; to be had once {@link ApiRequest#valid} has passed. */
public final class Input<T> {
  private final @Nullable T value;

  private Input(@Nullable T value) {
    this.value = value;
  }

  static <T> Input<T> of(T value) {
    return new Input<>(value);
  }

  /** A value that is wrong, which the request has noted. */
  static <T> Input<T> wrong() {
    return new Input<>(null);
  }

  /** All the values, or a wrong one if any of them is wrong. */
  static <T> Input<List<T>> all(List<Input<T>> inputs) {
    boolean right = inputs.stream().allMatch(input -> input.value != null);
    return right ? of(inputs.stream().map(Input::get).toList()) : wrong();
  }

  public T get() {
    return Objects.requireNonNull(value, "a wrong value, used before the request was valid");
  }
}
