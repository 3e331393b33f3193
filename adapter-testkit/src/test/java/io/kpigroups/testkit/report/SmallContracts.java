package io.kpigroups.testkit.report;

import static org.assertj.core.api.Assertions.fail;

import io.kpigroups.testkit.fixture.StorageFixture;
import java.util.Optional;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Promises that come out in every way. */
final class SmallContracts {
  private SmallContracts() {}

  interface OneContract extends StorageFixture {
    @Test
    default void itHolds() {}

    @RepeatedTest(3)
    default void itHoldsTwoTimesOfThree(RepetitionInfo repetition) {
      if (repetition.getCurrentRepetition() == 2) {
        fail("a | b\nand \"c\" \\ \uD83D");
      }
    }
  }

  interface PartContract extends StorageFixture {
    @RepeatedTest(2)
    default void thatIsNotThere() {
      StorageFixture.offered(Optional.empty(), "registry()");
    }
  }

  interface ExcusedContract extends PartContract {
    @Test
    default void thatIsNotSaid() {
      fail("It is said not to be offered.");
    }
  }
}
