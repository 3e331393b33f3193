package io.kpigroups.adapter.rest.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class InputTest {

  @Test
  void severalInputsAreRightIfEachIs() {
    assertThat(Input.all(List.of(Input.of("a"), Input.of("b"))).get()).containsExactly("a", "b");
    assertThat(Input.all(List.<Input<String>>of()).get()).isEmpty();

    Input<List<String>> wrong = Input.all(List.of(Input.of("a"), Input.wrong()));
    assertThatThrownBy(wrong::get).isInstanceOf(NullPointerException.class);
  }
}
