package io.kpigroups.adapter.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.problem.Problem.InputError;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProblemExceptionTest {

  @Test
  void itSaysWhatKindItIsAndWhatWasWrong() {
    ProblemException problem = new ProblemException(ProblemType.NOT_ACCEPTABLE, "Accept JSON.");

    assertThat(problem).hasMessage("Accept JSON.");
    assertThat(problem.type()).isEqualTo(ProblemType.NOT_ACCEPTABLE);
    assertThat(problem.errors()).isEmpty();
  }

  @Test
  void wrongInputIsAllThatIsWrongInOneDetail() {
    List<InputError> errors =
        List.of(new InputError("query", "skip", "No skip."), new InputError("body", "", "No."));
    ProblemException problem = ProblemException.invalid(errors);

    assertThat(problem).hasMessage("No skip. No.");
    assertThat(problem.type()).isEqualTo(ProblemType.INVALID_INPUT);
    assertThat(problem.errors()).isEqualTo(errors);
  }

  @Test
  void theDetailRepeatsTenErrorsAndTheErrorsAreAllThere() {
    List<InputError> errors =
        IntStream.range(0, 12)
            .mapToObj(i -> new InputError("query", "p" + i, "No " + i + "."))
            .toList();
    ProblemException problem = ProblemException.invalid(errors);

    assertThat(problem.getMessage()).startsWith("No 0.").endsWith("No 9.");
    assertThat(problem.errors()).hasSize(12);
  }
}
