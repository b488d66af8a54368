package org.candor.breach.obligations.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.candor.breach.obligations.decision.Facts.Sent;
import org.candor.events.NoticeMethod;
import org.candor.events.ObligationKind;
import org.junit.jupiter.api.Test;

/** When a duty counts as done. */
class ProgressTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 4, 25);
    private static final LocalDate LAST = LocalDate.of(2026, 4, 28);
    private static final Given STORY = Given.breach()
            .with("individuals", "{'total': 612, 'byJurisdiction': {'WI': 505, 'IL': 104}}")
            .with("undeliverable", "{'living': 10, 'nextOfKin': 2}");

    @Test
    void isDoneWithTheLastLetterThatHasAnAddress() {
        Progress some = run(Progress.NONE, NoticeMethod.FIRST_CLASS_MAIL, 588);
        assertThat(completed(some, "US-INDIVIDUAL")).isEmpty();
        Progress all = some.withRun(Map.of(NoticeMethod.EMAIL, 12L), LAST, LAST.plusDays(1));
        assertThat(completed(all, "US-INDIVIDUAL")).contains(LAST.plusDays(1));
        assertThat(completed(run(some, NoticeMethod.FIRST_CLASS_MAIL, 11), "US-INDIVIDUAL"))
                .isEmpty();
        assertThat(completed(run(some, NoticeMethod.FIRST_CLASS_MAIL, 12), "US-INDIVIDUAL"))
                .contains(LAST);
        assertThat(completed(run(some, NoticeMethod.TELEPHONE, 12), "US-INDIVIDUAL"))
                .isEmpty();
    }

    @Test
    void takesTheFirstDayOfLettersAndEMailsButNotOfCalls() {
        assertThat(run(Progress.NONE, NoticeMethod.TELEPHONE, 3).sent().individualFirst())
                .isEmpty();
        assertThat(run(Progress.NONE, NoticeMethod.EMAIL, 0).sent().individualFirst())
                .isEmpty();
        Progress mailed = run(Progress.NONE, NoticeMethod.EMAIL, 3);
        assertThat(mailed.sent().individualFirst()).contains(FIRST);
        assertThat(mailed.withRun(Map.of(NoticeMethod.FIRST_CLASS_MAIL, 1L), FIRST.minusDays(1), LAST)
                        .sent()
                        .individualFirst())
                .contains(FIRST.minusDays(1));
        assertThat(mailed.withRun(Map.of(NoticeMethod.FIRST_CLASS_MAIL, 1L), LAST, LAST)
                        .sent()
                        .individualFirst())
                .contains(FIRST);
    }

    @Test
    void keepsTheLaterOfTwoLastDays() {
        Progress twice = run(Progress.NONE, NoticeMethod.FIRST_CLASS_MAIL, 590)
                .withRun(Map.of(NoticeMethod.FIRST_CLASS_MAIL, 10L), FIRST, FIRST);
        assertThat(completed(twice, "US-INDIVIDUAL")).contains(LAST);
    }

    @Test
    void countsTheFirstReportToTheSecretary() {
        Progress reported = Progress.NONE.withHhs(LAST).withHhs(LAST.plusDays(9));
        assertThat(reported.sent().hhs()).contains(LAST);
        assertThat(completed(reported, "US-HHS")).contains(LAST);
        assertThat(reported.withHhs(FIRST).sent().hhs()).contains(FIRST);
    }

    @Test
    void countsMediaByJurisdiction() {
        Progress told =
                Progress.NONE.withMedia("WI", LAST).withMedia("MN", FIRST).withMedia("WI", LAST.plusDays(2));
        assertThat(completed(told, "US-MEDIA-WI")).contains(LAST);
        assertThat(told.sent().media()).contains(FIRST);
        assertThat(completed(Progress.NONE.withMedia("MN", FIRST), "US-MEDIA-WI"))
                .isEmpty();
        assertThat(completed(told.withMedia("WI", FIRST), "US-MEDIA-WI")).contains(FIRST);
    }

    @Test
    void countsThePostingAndNoCallsWhereTenOrMoreHaveNoAddress() {
        assertThat(completed(Progress.NONE.withPosting(LAST), "US-SUBSTITUTE")).contains(LAST);
        assertThat(Progress.NONE.withPosting(LAST).sent().substitutePostingStarted())
                .contains(LAST);
        assertThat(completed(run(Progress.NONE, NoticeMethod.TELEPHONE, 10), "US-SUBSTITUTE"))
                .isEmpty();
        assertThat(completed(Progress.NONE, "US-SUBSTITUTE")).isEmpty();
    }

    @Test
    void countsACallToEachOfFewerThanTenWithoutAnAddress() {
        Given few = Given.breach().with("undeliverable", "{'living': 9, 'nextOfKin': 2}");
        Duty substitute = few.duty("US-SUBSTITUTE");
        assertThat(run(Progress.NONE, NoticeMethod.TELEPHONE, 8).completed(substitute, few.facts()))
                .isEmpty();
        assertThat(run(Progress.NONE, NoticeMethod.TELEPHONE, 9).completed(substitute, few.facts()))
                .contains(LAST);
        assertThat(Progress.NONE.withPosting(FIRST).completed(substitute, few.facts()))
                .contains(FIRST);
    }

    @Test
    void movesWhatHangsOnANoticeThatWasGivenByHand() {
        assertThat(done(ObligationKind.INDIVIDUAL_NOTICE).individualFirst()).contains(LAST);
        assertThat(done(ObligationKind.STATE_INDIVIDUAL_NOTICE).individualFirst())
                .contains(LAST);
        assertThat(done(ObligationKind.HHS_NOTICE).hhs()).contains(LAST);
        assertThat(done(ObligationKind.MEDIA_NOTICE).media()).contains(LAST);
        assertThat(done(ObligationKind.SUBSTITUTE_NOTICE).substitutePostingStarted())
                .contains(LAST);
        for (ObligationKind kind : EnumSet.of(
                ObligationKind.BUSINESS_ASSOCIATE_NOTICE,
                ObligationKind.URGENT_NOTICE,
                ObligationKind.PART2_REPORT,
                ObligationKind.STATE_REGULATOR_NOTICE,
                ObligationKind.CREDIT_BUREAU_NOTICE)) {
            assertThat(done(kind)).isEqualTo(Sent.NOTHING);
        }
    }

    @Test
    void takesCallsByHandForNoPostingAndKeepsTheFirstLetterThatIsKnown() {
        Progress called = Progress.NONE.withDone(
                "US-SUBSTITUTE", ObligationKind.SUBSTITUTE_NOTICE, "US", Optional.of("ALTERNATIVE"), LAST);
        assertThat(called.sent()).isEqualTo(Sent.NOTHING);
        assertThat(completed(called, "US-SUBSTITUTE")).contains(LAST);
        assertThat(run(Progress.NONE, NoticeMethod.EMAIL, 3)
                        .withDone("US-INDIVIDUAL", ObligationKind.INDIVIDUAL_NOTICE, "US", Optional.empty(), LAST)
                        .sent()
                        .individualFirst())
                .contains(FIRST);
    }

    @Test
    void takesAnOfficersWordBackAndLeavesWhatAnotherServiceTold() {
        Progress both = Progress.NONE
                .withHhs(LAST)
                .withDone("US-HHS", ObligationKind.HHS_NOTICE, "US", Optional.empty(), FIRST);
        assertThat(both.sent().hhs()).contains(FIRST);
        Progress told = both.withoutDone("US-HHS", ObligationKind.HHS_NOTICE, "US");
        assertThat(told.sent().hhs()).contains(LAST);
        assertThat(completed(told, "US-HHS")).contains(LAST);
        assertThat(told.withoutDone("US-HHS", ObligationKind.HHS_NOTICE, "US").sent())
                .isEqualTo(Sent.NOTHING);
    }

    @Test
    void takesBackWhatAnotherServiceToldOfThatDutyAlone() {
        Progress told = Progress.NONE
                .withMedia("WI", LAST)
                .withMedia("MN", FIRST)
                .withPosting(LAST)
                .withRecorded("IL-REG-HHS", LAST);
        Progress media = told.withoutDone("US-MEDIA-WI", ObligationKind.MEDIA_NOTICE, "WI");
        assertThat(completed(media, "US-MEDIA-WI")).isEmpty();
        assertThat(media.sent().media()).contains(FIRST);
        assertThat(media.sent().substitutePostingStarted()).contains(LAST);
        Progress regulator = told.withoutDone("IL-REG-HHS", ObligationKind.STATE_REGULATOR_NOTICE, "IL");
        assertThat(completed(regulator, "IL-REG-HHS")).isEmpty();
        assertThat(completed(regulator, "US-MEDIA-WI")).contains(LAST);
        assertThat(told.withoutDone("US-SUBSTITUTE", ObligationKind.SUBSTITUTE_NOTICE, "US")
                        .sent()
                        .substitutePostingStarted())
                .isEmpty();
        Progress letters = run(Progress.NONE, NoticeMethod.FIRST_CLASS_MAIL, 600);
        assertThat(letters.withoutDone("US-INDIVIDUAL", ObligationKind.INDIVIDUAL_NOTICE, "US"))
                .isEqualTo(letters);
    }

    @Test
    void saysWhoGivesWhichNoticeInTheEntitysPlace() {
        Delegation decided =
                new Delegation(UUID.fromString("019cb452-04c0-790c-8c7d-7247342cd810"), FIRST, Delegation.TO_PEOPLE);
        Progress delegated = Progress.NONE.withDelegation(Optional.of(decided));
        assertThat(delegated.delegated(STORY.duty("US-INDIVIDUAL"))).contains(decided);
        assertThat(delegated.delegated(STORY.duty("US-HHS"))).isEmpty();
        assertThat(delegated
                        .withHhs(LAST)
                        .withMedia("WI", LAST)
                        .withPosting(LAST)
                        .delegation())
                .contains(decided);
        assertThat(completed(delegated, "US-INDIVIDUAL")).isEmpty();
        assertThat(decided.reason()).contains(FIRST.toString()).contains("stays responsible");
    }

    @Test
    void takesAnOfficersWordForWhatNobodyElseTells() {
        assertThat(completed(Progress.NONE, "IL-REG-HHS")).isEmpty();
        assertThat(completed(Progress.NONE.withRecorded("IL-REG-HHS", LAST), "IL-REG-HHS"))
                .contains(LAST);
        assertThat(completed(Progress.NONE.withRecorded("US-INDIVIDUAL", LAST), "US-INDIVIDUAL"))
                .contains(LAST);
    }

    @Test
    void takesABusinessAssociatesTellingFromTheFacts() {
        Given given = Given.breach()
                .with("knowledge", "[{'by': 'BUSINESS_ASSOCIATE', 'at': '2026-04-07', 'toldEntityAt': '2026-04-09'}]");
        assertThat(Progress.NONE.completed(given.duty("US-BA-LAW-0"), given.facts()))
                .contains(LocalDate.of(2026, 4, 9));
    }

    private static Sent done(ObligationKind kind) {
        return Progress.NONE
                .withDone("KEY", kind, "US", Optional.of("CONSPICUOUS"), LAST)
                .sent();
    }

    private static Progress run(Progress progress, NoticeMethod method, long people) {
        return progress.withRun(Map.of(method, people), FIRST, LAST);
    }

    private static Optional<LocalDate> completed(Progress progress, String key) {
        return progress.completed(STORY.duty(key), STORY.facts());
    }
}
