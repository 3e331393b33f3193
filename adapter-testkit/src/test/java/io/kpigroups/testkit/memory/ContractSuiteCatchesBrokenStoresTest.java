package io.kpigroups.testkit.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A suite that no store can fail proves nothing: each of these mistakes must be found by it. */
class ContractSuiteCatchesBrokenStoresTest {

  static class Sound extends BrokenStore {}

  static Stream<Arguments> mistakesWithGroups() {
    return Stream.of(
        arguments(
            BrokenGroups.FindIgnoresTheAccount.class, "aForeignGroupIsAGroupThatDoesNotExist"),
        arguments(BrokenGroups.RenameLoadsThenSaves.class, "twoRenamesOnOneRevisionGiveOneWinner"),
        arguments(
            BrokenGroups.RenameIgnoresAnEmptySetOfRevisions.class,
            "anEmptySetOfRevisionsMatchesNothing"),
        arguments(
            BrokenGroups.ADeletionIsStampedWithTheMaker.class,
            "aDeletedGroupSaysWhoDeletedItAndWhenAndKeepsItsMembersStamps"),
        arguments(
            BrokenGroups.TimesAreCutToSeconds.class, "aNewGroupHasTheTimeGivenInMilliseconds"),
        arguments(
            BrokenGroups.NamesSortAsTheyAreWritten.class,
            "namesSortWithoutCaseAndAccentsByCodePoint"),
        arguments(
            BrokenGroups.NamesSortByUtf16.class, "namesBeyondTheBasicPlaneSortBehindAllOthers"),
        arguments(BrokenGroups.TiesAreLeftToChance.class, "walkingThePagesRepeatsAndMissesNothing"),
        arguments(
            BrokenDocuments.ARepeatedCreateMakesAnother.class,
            "aCreateThatIsRepeatedAnswersTheGroupAsItIsByThen"),
        arguments(
            BrokenDocuments.ARepeatedCreateBringsADeletedGroupBack.class,
            "aCreateThatIsRepeatedBringsNoDeletedGroupBack"),
        arguments(
            BrokenDocuments.ACreateTakesTheIdOfAnother.class,
            "theIdOfAnotherGroupIsRefusedAndThatGroupStaysAsItIs"),
        arguments(
            BrokenDocuments.AMemberBringsADeletedGroupBack.class,
            "aGroupThatIsDeletedStaysSoWhoeverChangesItsMembersAndFavorites"),
        arguments(
            BrokenDocuments.ARenameUndoesWhatOthersDoToMembers.class,
            "aRenameLosesNoMemberAndNoFavoriteThatChangesMeanwhile"),
        arguments(
            BrokenDocuments.ARenameWritesTheDocumentWithoutItsMembers.class,
            "aRenameKeepsMembersAndFavorites"));
  }

  static Stream<Arguments> mistakesWithChildren() {
    return Stream.of(
        arguments(
            BrokenChildren.ARepeatedAddCountsAgainstTheLimit.class,
            "aMemberIsAddedAgainAtAndAboveTheLimit"),
        arguments(
            BrokenChildren.ARepeatedAddTakesTheMembershipOver.class,
            "aRepeatedAddKeepsTheAdderAndTheTimeOfTheFirst"),
        arguments(
            BrokenChildren.FavoritesAreSharedByAllUsers.class,
            "aFavoriteIsTheUsersOwnInEveryAnswer"),
        arguments(
            BrokenChildren.TheDeadlineIsIgnored.class,
            "noMemberOrFavoriteComesOrGoesWhenTheTimeIsOver"),
        arguments(
            BrokenChildren.AnUnknownKpiIsToldBeforeAnAbsentGroup.class,
            "anAbsentGroupIsToldBeforeAnUnknownKpi"),
        arguments(
            BrokenChildren.TheRoomInAGroupIsLookedAtBeforeTheWrite.class,
            "aGroupNeverHasMoreKpisThanItMay"),
        arguments(
            BrokenChildren.TheFavoritesOfAUserAreCountedBeforeTheWrite.class,
            "aUserNeverHasMoreFavoritesThanAllowed"),
        arguments(
            BrokenChildren.AMemberIsComparedWithTheLastOnly.class,
            "whatIsAddedAgainAmongOthersLeavesNoSecondRow"),
        arguments(
            BrokenChildren.ADeletedGroupTakesKpis.class, "aDeletedGroupIsAbsentForEveryCall"));
  }

  static Stream<Arguments> mistakesWithPurges() {
    return Stream.of(
        arguments(
            BrokenPurges.DeleteDropsTheChildrenAtOnce.class,
            "aDeletedGroupKeepsItsMembersAndFavorites"),
        arguments(BrokenPurges.ThePurgeLeavesFavorites.class, "aPurgeLeavesNoRowOfAGroup"),
        arguments(
            BrokenPurges.ThePurgeTakesSiblingsAlong.class,
            "aPurgeLeavesOtherGroupsAndAllKpisAlone"),
        arguments(
            BrokenPurges.TheClaimIsNotAnsweredAgain.class,
            "anInterruptedPurgeIsAnsweredItsClaimsAgain"),
        arguments(
            BrokenPurges.TheMarkIsForgotten.class,
            "whatAPurgeHasMarkedIsAnsweredAgainAlthoughGroupsAreKeptLongerNow"),
        arguments(
            BrokenPurges.TheBacklogLeavesOutWhatIsMarked.class,
            "whatAPurgeHasMarkedIsInTheBacklogAlthoughGroupsAreKeptLongerNow"),
        arguments(
            BrokenPurges.WhoeverClaimsAGroupIsToldThatHeRemovedIt.class,
            "ofManyWhoRemoveTheSameGroupOneIsToldThatItDid"),
        arguments(
            BrokenPurges.WhatWasNotClaimedIsRemovedToo.class,
            "aGroupThatIsNotClaimedIsNotRemoved"));
  }

  @ParameterizedTest
  @MethodSource({
    "mistakesWithGroups",
    "mistakesWithChildren",
    "mistakesWithPurges",
    "io.kpigroups.testkit.memory.BrokenRegisters#mistakes",
    "io.kpigroups.testkit.memory.BrokenLists#mistakes",
    "io.kpigroups.testkit.memory.BrokenFilters#mistakes",
    "io.kpigroups.testkit.memory.BrokenCursors#mistakes",
    "io.kpigroups.testkit.memory.BrokenMembers#mistakes",
    "io.kpigroups.testkit.memory.BrokenBatches#mistakes",
    "io.kpigroups.testkit.memory.BrokenRestores#mistakes",
    "io.kpigroups.testkit.memory.BrokenKeys#mistakes"
  })
  void aMistakeIsFoundByTheTestThatIsAboutIt(Class<? extends BrokenStore> store, String test) {
    assertThat(failedTests(DiscoverySelectors.selectMethod(store, named(store, test))))
        .containsExactly(test);
  }

  @Test
  void theSamePartsWithoutAMistakePass() {
    assertThat(failedTests(DiscoverySelectors.selectClass(Sound.class))).isEmpty();
  }

  private static Method named(Class<?> suite, String test) {
    return Arrays.stream(suite.getMethods())
        .filter(method -> method.getName().equals(test))
        .findAny()
        .orElseThrow();
  }

  private static Set<String> failedTests(DiscoverySelector tests) {
    Set<String> failed = ConcurrentHashMap.newKeySet();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(tests).build();
    LauncherFactory.create()
        .execute(
            request,
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
                  failed.add(methodName(test));
                }
              }
            });
    return failed;
  }

  private static String methodName(TestIdentifier test) {
    return test.getSource()
        .filter(org.junit.platform.engine.support.descriptor.MethodSource.class::isInstance)
        .map(org.junit.platform.engine.support.descriptor.MethodSource.class::cast)
        .map(org.junit.platform.engine.support.descriptor.MethodSource::getMethodName)
        .orElse(test.getDisplayName());
  }
}
