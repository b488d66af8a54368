package org.candor.investigation.sanctions.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.investigation.decision.Verdict;
import org.candor.investigation.sanctions.decision.Concerned.Hearing;
import org.candor.investigation.sanctions.decision.Concerned.Protection;
import org.candor.investigation.sanctions.decision.Concerned.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SanctionsTest {

    private static final Instant NOW = Instant.parse("2026-03-12T15:00:00Z");
    private static final String PROPOSER = "security-officer";
    private static final String RULER = "administrator";

    private static Concerned named(Relation relation) {
        return Concerned.named(UUID.randomUUID(), relation, Conduct.CONFIDENTIALITY_BREACH, Conduct.Intent.NEGLIGENT);
    }

    private static Concerned heard(Hearing how) {
        return accepted(Sanctions.hear(named(Relation.WORKFORCE), new Statement(how, NOW), NOW));
    }

    private static Concerned checked(Concerned person, boolean whistle, boolean victim, boolean complaint) {
        return accepted(Sanctions.check(person, new Protection(whistle, victim, complaint, PROPOSER, NOW)));
    }

    private static Concerned proposed(Concerned person, Measure measure) {
        return accepted(Sanctions.propose(person, measure, PROPOSER, NOW));
    }

    private static Verdict<Concerned> ruled(Concerned person, Measure measure) {
        return Sanctions.rule(person, measure, RULER, Set.of(), false, NOW);
    }

    /** Policy S1.d: the person may explain; declining or not coming is documented in its place. */
    @ParameterizedTest
    @EnumSource(Hearing.class)
    void aSanctionNeedsTheStatementOrThatItWasOffered(Hearing how) {
        Concerned unheard = proposed(checked(named(Relation.WORKFORCE), false, false, false), Measure.WARNING);
        assertThat(ruled(unheard, Measure.WARNING))
                .isEqualTo(Verdict.refused(SanctionRefusal.GATES_REMAIN, List.of("person.statement")));
        Concerned heard = proposed(checked(heard(how), false, false, false), Measure.WARNING);
        assertThat(accepted(ruled(heard, Measure.WARNING))
                        .ruling()
                        .orElseThrow()
                        .measure())
                .isEqualTo(Measure.WARNING);
    }

    @Test
    void bothGatesAreNamedAtOnce() {
        Concerned person = proposed(named(Relation.WORKFORCE), Measure.SUSPENSION);
        assertThat(ruled(person, Measure.SUSPENSION))
                .isEqualTo(Verdict.refused(
                        SanctionRefusal.GATES_REMAIN, List.of("person.statement", "person.protection-check")));
    }

    /** 45 CFR 164.530(e)(1) with 164.502(j) and 164.530(g)(2). */
    @ParameterizedTest
    @CsvSource({"true,false,false", "false,true,false", "false,false,true"})
    void aProtectedActIsNeverSanctioned(boolean whistle, boolean victim, boolean complaint) {
        Concerned person = checked(heard(Hearing.GIVEN), whistle, victim, complaint);
        for (Measure measure : EnumSet.range(Measure.RETRAINING, Measure.TERMINATION)) {
            assertThat(reason(Sanctions.propose(person, measure, PROPOSER, NOW)))
                    .isEqualTo(SanctionRefusal.PROTECTED_ACT);
        }
        Concerned none = proposed(person, Measure.NO_SANCTION);
        assertThat(reason(ruled(none, Measure.WARNING))).isEqualTo(SanctionRefusal.PROTECTED_ACT);
        assertThat(accepted(ruled(none, Measure.NO_SANCTION)).ruling()).isPresent();
    }

    /** A check may add a ground and takes none away. */
    @Test
    void whatWasFoundProtectedStaysProtected() {
        int accepted = 0;
        for (int before = 0; before < 8; before++) {
            for (int after = 0; after < 8; after++) {
                Concerned person = accepted(Sanctions.check(named(Relation.WORKFORCE), grounds(before)));
                boolean keeps = (before & ~after) == 0;
                Verdict<Concerned> later = Sanctions.check(person, grounds(after));
                assertThat(later)
                        .isEqualTo(
                                keeps
                                        ? Verdict.accepted(person.checked(grounds(after)))
                                        : Verdict.refused(SanctionRefusal.PROTECTION_STAYS));
                accepted += keeps ? 1 : 0;
            }
        }
        assertThat(accepted).isEqualTo(27);
    }

    private static Protection grounds(int bits) {
        return new Protection((bits & 4) != 0, (bits & 2) != 0, (bits & 1) != 0, PROPOSER, NOW);
    }

    @Test
    void theResultOfACheckIsItsGrounds() {
        assertThat(grounds(0).result()).isEqualTo("NONE");
        assertThat(grounds(2).result()).isEqualTo("CRIME_VICTIM");
        assertThat(grounds(5).result()).isEqualTo("WHISTLE_BLOWER_AND_COMPLAINT");
    }

    @Test
    void whoEverProposedNeverDecides() {
        Concerned first = proposed(checked(heard(Hearing.GIVEN), false, false, false), Measure.WARNING);
        Concerned second = accepted(Sanctions.propose(first, Measure.RETRAINING, "privacy-officer", NOW));
        assertThat(second.proposers()).containsExactlyInAnyOrder(PROPOSER, "privacy-officer");
        for (String by : second.proposers()) {
            assertThat(reason(Sanctions.rule(second, Measure.RETRAINING, by, Set.of(), true, NOW)))
                    .isEqualTo(SanctionRefusal.OWN_PROPOSAL);
        }
        Concerned taken = checked(second, true, false, false);
        Concerned none = accepted(Sanctions.propose(taken, Measure.NO_SANCTION, "counsel", NOW));
        assertThat(reason(Sanctions.rule(none, Measure.NO_SANCTION, PROPOSER, Set.of(), true, NOW)))
                .isEqualTo(SanctionRefusal.OWN_PROPOSAL);
        assertThat(accepted(ruled(none, Measure.NO_SANCTION)).ruling()).isPresent();
    }

    @Test
    void nothingHarderThanProposedIsDecided() {
        int harder = 0;
        Concerned ready = checked(heard(Hearing.GIVEN), false, false, false);
        for (Measure proposal : EnumSet.range(Measure.NO_SANCTION, Measure.TERMINATION)) {
            for (Measure measure : EnumSet.range(Measure.NO_SANCTION, Measure.TERMINATION)) {
                Verdict<Concerned> ruled = ruled(proposed(ready, proposal), measure);
                if (measure.ordinal() > proposal.ordinal()) {
                    assertThat(reason(ruled)).isEqualTo(SanctionRefusal.STRONGER_THAN_PROPOSED);
                    harder++;
                } else {
                    assertThat(accepted(ruled).ruling()).isPresent();
                }
            }
        }
        assertThat(harder).isEqualTo(10);
    }

    /** What a protected act ended with is no question of like cases. */
    @Test
    void aProtectedActIsComparedWithNothing() {
        Concerned none = proposed(checked(heard(Hearing.GIVEN), true, false, false), Measure.NO_SANCTION);
        assertThat(accepted(Sanctions.rule(none, Measure.NO_SANCTION, RULER, Set.of(Measure.WARNING), false, NOW))
                        .ruling())
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "WORKFORCE,false,false,false",
        "WORKFORCE,true,false,true",
        "WORKFORCE,false,true,true",
        "WORKFORCE,true,true,false",
        "PARTNER,false,false,true",
        "PARTNER,true,false,true",
        "PARTNER,false,true,true",
        "PARTNER,true,true,false"
    })
    void ofWorkforceTheAccountIsGivenOrSaidNotToBe(Relation relation, boolean subject, boolean none, boolean accepted) {
        assertThat(Sanctions.account(relation, subject, none))
                .isEqualTo(accepted ? Verdict.accepted(relation) : Verdict.refused(SanctionRefusal.ACCOUNT_MISSING));
    }

    @Test
    void whatIsFoundLaterToBeProtectedTakesTheProposalAway() {
        Concerned proposed = proposed(heard(Hearing.GIVEN), Measure.TERMINATION);
        assertThat(checked(proposed, true, false, false).proposal()).isEmpty();
        assertThat(checked(proposed, false, false, false).proposal()).isPresent();
    }

    /** Policy S2.a says immediate termination; it is shown, and a person has to propose and another to decide. */
    @Test
    void whatThePolicyProposesDecidesNothing() {
        assertThat(Conduct.CONFIDENTIALITY_BREACH.proposedByPolicy(Relation.WORKFORCE))
                .contains(Measure.TERMINATION);
        assertThat(Conduct.LOSS_OF_AVAILABILITY.proposedByPolicy(Relation.BUSINESS_ASSOCIATE))
                .contains(Measure.END_OF_RELATIONSHIP);
        assertThat(Conduct.OTHER_VIOLATION.proposedByPolicy(Relation.WORKFORCE)).isEmpty();
        Concerned ready = checked(heard(Hearing.GIVEN), false, false, false);
        assertThat(ready.proposal()).isEmpty();
        assertThat(reason(ruled(ready, Measure.TERMINATION))).isEqualTo(SanctionRefusal.NO_PROPOSAL);
        assertThat(reason(Sanctions.rule(
                        proposed(ready, Measure.TERMINATION), Measure.TERMINATION, PROPOSER, Set.of(), true, NOW)))
                .isEqualTo(SanctionRefusal.OWN_PROPOSAL);
    }

    /** Policy S2: employment ends for workforce, the relationship for everybody else. */
    @Test
    void aMeasureFitsThePersonsRelation() {
        for (Relation relation : Relation.values()) {
            boolean workforce = relation == Relation.WORKFORCE;
            assertThat(Arrays.stream(Measure.values()).filter(measure -> measure.fits(relation)))
                    .containsExactlyElementsOf(
                            workforce
                                    ? EnumSet.complementOf(EnumSet.of(Measure.END_OF_RELATIONSHIP))
                                    : EnumSet.complementOf(EnumSet.of(Measure.SUSPENSION, Measure.TERMINATION)));
        }
        assertThat(reason(Sanctions.propose(named(Relation.PARTNER), Measure.TERMINATION, PROPOSER, NOW)))
                .isEqualTo(SanctionRefusal.MEASURE_DOES_NOT_FIT);
    }

    /** Policy R10.a: like cases end alike, or it is said why not. */
    @Test
    void anUnlikeSanctionNeedsItsReason() {
        Concerned person = proposed(checked(heard(Hearing.GIVEN), false, false, false), Measure.TERMINATION);
        Set<Measure> earlier = Set.of(Measure.WARNING, Measure.RETRAINING);
        assertThat(Sanctions.rule(person, Measure.TERMINATION, RULER, earlier, false, NOW))
                .isEqualTo(Verdict.refused(
                        SanctionRefusal.UNLIKE_EARLIER_SANCTIONS, List.of("earlier.RETRAINING", "earlier.WARNING")));
        assertThat(accepted(Sanctions.rule(person, Measure.TERMINATION, RULER, earlier, true, NOW))
                        .ruling())
                .isPresent();
        assertThat(accepted(Sanctions.rule(person, Measure.WARNING, RULER, earlier, false, NOW))
                        .ruling())
                .isPresent();
    }

    @Test
    void nothingIsDecidedTwice() {
        Concerned ruled = accepted(ruled(
                proposed(checked(heard(Hearing.DECLINED), false, false, false), Measure.WARNING), Measure.WARNING));
        assertThat(reason(ruled(ruled, Measure.WARNING))).isEqualTo(SanctionRefusal.RULED_ALREADY);
        assertThat(reason(Sanctions.propose(ruled, Measure.WARNING, PROPOSER, NOW)))
                .isEqualTo(SanctionRefusal.RULED_ALREADY);
        assertThat(reason(Sanctions.check(ruled, new Protection(true, false, false, RULER, NOW))))
                .isEqualTo(SanctionRefusal.RULED_ALREADY);
        assertThat(reason(Sanctions.hear(ruled, new Statement(Hearing.GIVEN, NOW), NOW)))
                .isEqualTo(SanctionRefusal.STATEMENT_RECORDED_ALREADY);
    }

    /** Policy I.B.2.b: a permitted disclosure ends in "no violation", and there is nothing to sanction. */
    @Test
    void aRecordIsOpenedAfterTriageAndNeverWithoutAViolation() {
        assertThat(Sanctions.open(true, false, Set.of("a"), "a")).isEqualTo(Verdict.accepted(Set.of("a")));
        assertThat(Sanctions.open(false, false, Set.of("a"), "a"))
                .isEqualTo(Verdict.refused(SanctionRefusal.NOT_TRIAGED_YET));
        assertThat(Sanctions.open(true, true, Set.of("a"), "a"))
                .isEqualTo(Verdict.refused(SanctionRefusal.NO_VIOLATION_NO_SANCTION));
        assertThat(Sanctions.open(true, false, Set.of("b"), "a"))
                .isEqualTo(Verdict.refused(SanctionRefusal.READER_MISSING));
    }

    @Test
    void whoIsConcernedIsNeverAReader() {
        assertThat(Sanctions.readers(Set.of("a", "b"), "a", List.of("b")))
                .isEqualTo(Verdict.refused(SanctionRefusal.READER_IS_CONCERNED));
        assertThat(Sanctions.readers(Set.of("b"), "a", List.of()))
                .isEqualTo(Verdict.refused(SanctionRefusal.READER_MISSING));
    }

    @Test
    void aRecordEndsWhenEverybodyWasDecidedAbout() {
        Concerned open = named(Relation.WORKFORCE);
        assertThat(Sanctions.conclude(List.of(open), true))
                .isEqualTo(Verdict.refused(SanctionRefusal.PERSONS_NOT_RULED, List.of("person." + open.id())));
        assertThat(Sanctions.conclude(List.of(), false)).isEqualTo(Verdict.refused(SanctionRefusal.NOBODY_NAMED));
        assertThat(Sanctions.conclude(List.of(), true)).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void aRefusalToCooperateStaysOnThePerson() {
        Concerned person = accepted(Sanctions.refuseToCooperate(named(Relation.WORKFORCE)));
        assertThat(person.refuses()).isTrue();
        assertThat(checked(person, false, false, false).refuses()).isTrue();
        assertThat(person.statement()).isEqualTo(Optional.empty());
    }

    private static Enum<?> reason(Verdict<?> verdict) {
        return ((Verdict.Refused<?>) verdict).reason();
    }

    private static Concerned accepted(Verdict<Concerned> verdict) {
        return verdict.orThrow(
                refused -> new IllegalStateException(refused.reason().name()));
    }
}
