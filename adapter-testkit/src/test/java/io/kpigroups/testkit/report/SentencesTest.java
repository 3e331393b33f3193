package io.kpigroups.testkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of tests and classes as people read them. */
class SentencesTest {

  static class MyOwnStorageTest {}

  static class LedgerIT {}

  static class StorageTest {}

  @ParameterizedTest
  @CsvSource({
    "aGroupThatWasNeverMadeIsAbsent, a group that was never made is absent",
    "aKpiIsKnown, a KPI is known",
    "aGroupNeverHasMoreKpisThanItMay, a group never has more KPIs than it may",
    "namesAreComparedByUtf16, names are compared by UTF-16",
    "usersThatDifferInTheLastOf255Characters, users that differ in the last of 255 characters"
  })
  void theNameOfATestIsASentence(String name, String sentence) {
    assertThat(Sentences.of(name)).isEqualTo(sentence);
  }

  @Test
  void aStoreIsCalledWhatItsTestIsCalled() {
    assertThat(Sentences.storeName(MyOwnStorageTest.class)).isEqualTo("my-own");
    assertThat(Sentences.storeName(LedgerIT.class)).isEqualTo("ledger");
    assertThat(Sentences.storeName(StorageTest.class)).isEqualTo("storage-test");
  }
}
