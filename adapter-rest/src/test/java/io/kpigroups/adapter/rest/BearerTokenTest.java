package io.kpigroups.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.rest.Authenticator.Unauthenticated;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTokenTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"Bearer abc", "bearer abc", "bEARER \t abc", "Bearer\tabc\t", " Bearer   abc  "})
  void theTokenIsWhatFollowsTheSchemeInAnyCase(String header) {
    assertThat(BearerToken.of(List.of(header)).value()).isEqualTo("abc");
  }

  @Test
  void whiteSpaceWithinIsPartOfTheToken() {
    assertThat(BearerToken.of(List.of("Bearer a  b ")).value()).isEqualTo("a  b");
  }

  @Test
  void withoutAHeaderItIsSaidHowATokenIsSent() {
    assertThatThrownBy(() -> BearerToken.of(List.of()))
        .isInstanceOf(Unauthenticated.class)
        .hasMessageContaining("Authorization: Bearer <token>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearerabc", "Basic YTpi", "abc", "Bear er abc"})
  void anotherSchemeIsRefusedWithoutAWordOfWhatWasSent(String header) {
    assertThatThrownBy(() -> BearerToken.of(List.of(header)))
        .isInstanceOf(Unauthenticated.class)
        .hasMessage("The Authorization header must be \"Bearer <token>\".");
  }

  @Test
  void theLongestTokenIsTakenAndNoneThatIsLonger() {
    String longest = "x".repeat(BearerToken.LONGEST);

    assertThat(BearerToken.of(List.of("Bearer " + longest)).value()).isEqualTo(longest);
    assertThatThrownBy(() -> BearerToken.of(List.of("Bearer x" + longest)))
        .isInstanceOf(Unauthenticated.class)
        .hasMessageContaining("longer than 16384");
  }

  @Test
  void twoTokensAreNone() {
    assertThatThrownBy(() -> BearerToken.of(List.of("Bearer t", "Bearer t")))
        .isInstanceOf(Unauthenticated.class)
        .hasMessage("The Authorization header must be sent once.");
  }

  @Test
  void itIsInNoLogAndNoMessage() {
    assertThat(new BearerToken("secret").toString()).doesNotContain("secret");
  }
}
