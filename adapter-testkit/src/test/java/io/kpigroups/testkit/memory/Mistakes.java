package io.kpigroups.testkit.memory;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The broken stores, each with the promise that it breaks. */
final class Mistakes {
  private Mistakes() {}

  static Stream<Arguments> all() {
    return Stream.of(
            groups(),
            BrokenLists.mistakes(),
            BrokenFilters.mistakes(),
            BrokenCursors.mistakes(),
            children(),
            BrokenMembers.mistakes(),
            BrokenBatches.mistakes(),
            BrokenRegisters.mistakes(),
            purges(),
            BrokenRestores.mistakes(),
            BrokenKeys.mistakes(),
            BrokenWaits.mistakes())
        .flatMap(mistakes -> mistakes);
  }

  private static Stream<Arguments> groups() {
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
        arguments(BrokenDocuments.ARenameKeepsTheRevision.class, "aRevisionNeverComesBack"),
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

  private static Stream<Arguments> children() {
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

  private static Stream<Arguments> purges() {
    return Stream.of(
        arguments(
            BrokenPurges.DeleteDropsTheChildrenAtOnce.class,
            "aDeletedGroupKeepsItsMembersAndFavorites"),
        arguments(BrokenPurges.ThePurgeLeavesFavorites.class, "aPurgeLeavesNoRowOfAGroup"),
        arguments(
            BrokenPurges.ThePurgeTakesSiblingsAlong.class,
            "aPurgeLeavesOtherGroupsAndAllKpisAlone"),
        arguments(
            BrokenPurges.ThePurgeIsEarly.class, "onlyGroupsDeletedAtOrBeforeTheDeadlineAreClaimed"),
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
}
