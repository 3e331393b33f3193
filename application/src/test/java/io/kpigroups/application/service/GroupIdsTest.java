package io.kpigroups.application.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GroupIdsTest {
  private final GroupIds ids = GroupIds.random(new Random(7));

  @Test
  void idsDifferAlsoWithinASecond() {
    assertThat(List.of(ids.next(Samples.NOON), ids.next(Samples.NOON))).doesNotHaveDuplicates();
  }

  @Test
  void idsOfLaterSecondsSortBehindThoseOfEarlierOnes() {
    assertThat(ids.next(Samples.NOON)).isLessThan(ids.next(Samples.NOON.plusSeconds(1)));
  }
}
