package org.candor.notification.roster.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.candor.events.NoticeMethod;
import org.candor.notification.roster.decision.Individual.Representative;
import org.candor.notification.roster.decision.WayOfNotice.Capacity;
import org.candor.notification.roster.decision.WayOfNotice.Decision;
import org.candor.notification.roster.decision.WayOfNotice.Reason;
import org.junit.jupiter.api.Test;

/** 45 CFR 164.404(d), 164.502(g) and 160.103: one rule, one test. */
class WayOfNoticeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final PostalAddress GOOD = new PostalAddress("12 Elm Street", "", "Larkspur Falls", "WI", "54901");
    private static final PostalAddress ELSEWHERE =
            new PostalAddress("8 Birch Lane", "", "Larkspur Falls", "WI", "54902");
    private static final PostalAddress WITHOUT_STREET = new PostalAddress("", "", "Larkspur Falls", "WI", "54901");
    private static final WayOfNotice WAYS = new WayOfNotice(new AddressQuality(
            new ZipPrefixes(List.of(new ZipPrefixes.Range(530, 549, "WI"), new ZipPrefixes.Range(600, 629, "IL")))));

    /** 164.404(d)(1)(i): first-class mail to the last known address. */
    @Test
    void aLetterGoesToTheLastKnownAddress() {
        assertDecision(living(GOOD), NoticeMethod.FIRST_CLASS_MAIL, Reason.LAST_KNOWN_ADDRESS, Capacity.SELF);
    }

    /** 164.404(d)(1)(i): e-mail if the individual agreed. */
    @Test
    void whoAgreedToEmailGetsEmail() {
        assertDecision(
                person(GOOD, "ana@mail.example", true, false, null, null, null),
                NoticeMethod.EMAIL,
                Reason.AGREED_TO_EMAIL,
                Capacity.SELF);
    }

    /** 164.404(d)(1)(i): an address alone is no agreement. */
    @Test
    void anEmailAddressWithoutAgreementIsNotUsed() {
        assertDecision(
                person(GOOD, "ana@mail.example", false, false, null, null, null),
                NoticeMethod.FIRST_CLASS_MAIL,
                Reason.LAST_KNOWN_ADDRESS,
                Capacity.SELF);
    }

    @Test
    void anAgreementWithAMalformedAddressFallsBackToTheLetter() {
        assertDecision(
                person(GOOD, "ana at mail", true, false, null, null, null),
                NoticeMethod.FIRST_CLASS_MAIL,
                Reason.LAST_KNOWN_ADDRESS,
                Capacity.SELF);
    }

    @Test
    void whenEmailHasFailedForGoodTheLetterGoes() {
        Decision decision = WAYS.withoutEmail(person(GOOD, "ana@mail.example", true, false, null, null, null), TODAY);

        assertThat(decision.method()).isEqualTo(NoticeMethod.FIRST_CLASS_MAIL);
    }

    /** 164.404(d)(2): insufficient contact data of a living person counts toward the ten. */
    @Test
    void aLivingPersonWithoutUsableAddressNeedsSubstituteNotice() {
        Decision decision = WAYS.decide(living(WITHOUT_STREET), TODAY);

        assertThat(decision.method()).isEqualTo(NoticeMethod.SUBSTITUTE_POSTING);
        assertThat(decision.undeliverableLiving()).isTrue();
        assertThat(decision.flaws()).containsExactly(AddressFlaw.STREET_MISSING);
    }

    /** 164.404(d)(1)(ii): next of kin or personal representative of the dead, when the address is known. */
    @Test
    void theNextOfKinOfTheDeadGetsTheLetter() {
        Decision decision = WAYS.decide(dead(TODAY.minusYears(3), kin(GOOD)), TODAY);

        assertThat(decision.method()).isEqualTo(NoticeMethod.FIRST_CLASS_MAIL);
        assertThat(decision.reason()).isEqualTo(Reason.NEXT_OF_KIN_OF_THE_DEAD);
        assertThat(decision.addressee()).isEqualTo("Rosa Quill");
    }

    /** 164.404(d)(1)(ii): there is no duty to hunt for next of kin. */
    @Test
    void theDeadWithoutKnownNextOfKinGetNoNotice() {
        Decision decision = WAYS.decide(dead(null, null), TODAY);

        assertThat(decision.method()).isEqualTo(NoticeMethod.NONE);
        assertThat(decision.undeliverableNextOfKin()).isFalse();
    }

    /** 164.404(d)(2): substitute notice is not owed to next of kin, who never count toward the ten. */
    @Test
    void nextOfKinWhoCannotBeReachedNeverCountTowardTheTen() {
        Decision decision = WAYS.decide(dead(null, kin(WITHOUT_STREET)), TODAY);

        assertThat(decision.method()).isEqualTo(NoticeMethod.NONE);
        assertThat(decision.undeliverableLiving()).isFalse();
        assertThat(decision.undeliverableNextOfKin()).isTrue();
    }

    /** 160.103: information of people dead more than fifty years is not protected. */
    @Test
    void peopleDeadOverFiftyYearsGetNoNotice() {
        assertThat(WAYS.decide(dead(TODAY.minusYears(50).minusDays(1), kin(GOOD)), TODAY)
                        .reason())
                .isEqualTo(Reason.DEAD_OVER_FIFTY_YEARS);
        assertThat(WAYS.decide(dead(TODAY.minusYears(50), kin(GOOD)), TODAY).reason())
                .isEqualTo(Reason.NEXT_OF_KIN_OF_THE_DEAD);
    }

    /** 164.502(g): the personal representative stands in for the individual. */
    @Test
    void thePersonalRepresentativeGetsTheLetter() {
        assertDecision(
                person(GOOD, "", false, false, null, null, kin(GOOD)),
                NoticeMethod.FIRST_CLASS_MAIL,
                Reason.PERSONAL_REPRESENTATIVE,
                Capacity.REPRESENTATIVE);
    }

    /** 164.502(g)(3): a minor's letter goes to parent or guardian. */
    @Test
    void theLetterAboutAMinorIsAddressedToParentOrGuardian() {
        assertDecision(
                person(GOOD, "", false, false, null, TODAY.minusYears(18).plusDays(1), null),
                NoticeMethod.FIRST_CLASS_MAIL,
                Reason.PARENT_OF_A_MINOR,
                Capacity.PARENT_OR_GUARDIAN);
        assertDecision(
                person(GOOD, "", false, false, null, TODAY.minusYears(18), null),
                NoticeMethod.FIRST_CLASS_MAIL,
                Reason.LAST_KNOWN_ADDRESS,
                Capacity.SELF);
    }

    /** 164.502(g)(3)(i): who lawfully consented to the care himself is told himself. */
    @Test
    void aMinorWhoLawfullyConsentedIsTheAddressee() {
        Individual minor = new Someone()
                .born(TODAY.minusYears(16))
                .consented()
                .kin(kin(GOOD))
                .build();

        assertDecision(minor, NoticeMethod.FIRST_CLASS_MAIL, Reason.MINOR_WHO_CONSENTED, Capacity.SELF);
        assertThat(WAYS.decide(minor, TODAY).addressee()).isEqualTo("Marta Quill");
    }

    /** 164.502(g)(5): nothing goes to a representative from whom the person is protected. */
    @Test
    void anExcludedRepresentativeGetsNothing() {
        assertDecision(
                new Someone().kin(kin(GOOD)).excluded().build(),
                NoticeMethod.FIRST_CLASS_MAIL,
                Reason.REPRESENTATIVE_EXCLUDED,
                Capacity.SELF);
        assertDecision(
                new Someone()
                        .born(TODAY.minusYears(12))
                        .kin(kin(GOOD))
                        .excluded()
                        .build(),
                NoticeMethod.FIRST_CLASS_MAIL,
                Reason.REPRESENTATIVE_EXCLUDED,
                Capacity.SELF);
    }

    /** 164.502(g)(1): the agreement to e-mail was the person's own. */
    @Test
    void whereSomebodyActsForThePersonNoEmailGoes() {
        assertDecision(
                new Someone().email("ana@mail.example").kin(kin(GOOD)).build(),
                NoticeMethod.FIRST_CLASS_MAIL,
                Reason.PERSONAL_REPRESENTATIVE,
                Capacity.REPRESENTATIVE);
        assertDecision(
                new Someone()
                        .email("ana@mail.example")
                        .born(TODAY.minusYears(9))
                        .build(),
                NoticeMethod.FIRST_CLASS_MAIL,
                Reason.PARENT_OF_A_MINOR,
                Capacity.PARENT_OR_GUARDIAN);
    }

    /** 164.522(b): who asked for another address is written to there. */
    @Test
    void theAddressThatWasAskedForIsUsed() {
        Decision decision = WAYS.decide(
                new Someone().email("ana@mail.example").confidential(ELSEWHERE).build(), TODAY);

        assertThat(decision.method()).isEqualTo(NoticeMethod.FIRST_CLASS_MAIL);
        assertThat(decision.reason()).isEqualTo(Reason.CONFIDENTIAL_ADDRESS);
        assertThat(decision.address()).isEqualTo(ELSEWHERE);
    }

    /** 164.522(b): an unusable one does not bring the letter back to the home that was to be avoided. */
    @Test
    void neverFallsBackToTheAddressThatWasToBeAvoided() {
        Decision decision =
                WAYS.decide(new Someone().confidential(WITHOUT_STREET).build(), TODAY);

        assertThat(decision.method()).isEqualTo(NoticeMethod.SUBSTITUTE_POSTING);
        assertThat(decision.reason()).isEqualTo(Reason.CONFIDENTIAL_ADDRESS_UNUSABLE);
        assertThat(decision.address()).isEqualTo(PostalAddress.NONE);
        assertThat(decision.undeliverableLiving()).isTrue();
    }

    @Test
    void parentsAreWrittenToWhereTheyAskedFor() {
        Decision decision = WAYS.decide(
                new Someone().born(TODAY.minusYears(9)).confidential(ELSEWHERE).build(), TODAY);

        assertThat(decision.reason()).isEqualTo(Reason.PARENT_OF_A_MINOR);
        assertThat(decision.address()).isEqualTo(ELSEWHERE);
    }

    @Test
    void everyReasonNamesItsSection() {
        for (Reason reason : Reason.values()) {
            assertThat(reason.citation()).startsWith("45 CFR 16");
        }
    }

    private static void assertDecision(Individual person, NoticeMethod method, Reason reason, Capacity capacity) {
        Decision decision = WAYS.decide(person, TODAY);
        assertThat(decision.method()).isEqualTo(method);
        assertThat(decision.reason()).isEqualTo(reason);
        assertThat(decision.capacity()).isEqualTo(capacity);
    }

    private static Individual living(PostalAddress address) {
        return person(address, "", false, false, null, null, null);
    }

    private static Individual dead(LocalDate diedOn, Representative kin) {
        return person(GOOD, "", false, true, diedOn, null, kin);
    }

    private static Representative kin(PostalAddress address) {
        return new Representative("Rosa Quill", address);
    }

    private static Individual person(
            PostalAddress address,
            String email,
            boolean agreed,
            boolean deceased,
            LocalDate diedOn,
            LocalDate bornOn,
            Representative representative) {
        return new Someone(address, email, agreed, deceased, diedOn, bornOn, representative, null, false, false)
                .build();
    }

    /** Marta Quill, grown up, alive, at a good address, unless something else is said. */
    private record Someone(
            PostalAddress address,
            String email,
            boolean agreed,
            boolean deceased,
            LocalDate diedOn,
            LocalDate bornOn,
            Representative representative,
            PostalAddress elsewhere,
            boolean consentedHimself,
            boolean representativeExcluded) {

        Someone() {
            this(GOOD, "", false, false, null, null, null, null, false, false);
        }

        Someone email(String text) {
            return new Someone(
                    address,
                    text,
                    true,
                    deceased,
                    diedOn,
                    bornOn,
                    representative,
                    elsewhere,
                    consentedHimself,
                    representativeExcluded);
        }

        Someone born(LocalDate day) {
            return new Someone(
                    address,
                    email,
                    agreed,
                    deceased,
                    diedOn,
                    day,
                    representative,
                    elsewhere,
                    consentedHimself,
                    representativeExcluded);
        }

        Someone kin(Representative one) {
            return new Someone(
                    address,
                    email,
                    agreed,
                    deceased,
                    diedOn,
                    bornOn,
                    one,
                    elsewhere,
                    consentedHimself,
                    representativeExcluded);
        }

        Someone confidential(PostalAddress place) {
            return new Someone(
                    address,
                    email,
                    agreed,
                    deceased,
                    diedOn,
                    bornOn,
                    representative,
                    place,
                    consentedHimself,
                    representativeExcluded);
        }

        Someone consented() {
            return new Someone(
                    address,
                    email,
                    agreed,
                    deceased,
                    diedOn,
                    bornOn,
                    representative,
                    elsewhere,
                    true,
                    representativeExcluded);
        }

        Someone excluded() {
            return new Someone(
                    address,
                    email,
                    agreed,
                    deceased,
                    diedOn,
                    bornOn,
                    representative,
                    elsewhere,
                    consentedHimself,
                    true);
        }

        Individual build() {
            return new Individual(
                    "Marta",
                    "Quill",
                    address,
                    false,
                    Optional.ofNullable(elsewhere),
                    "WI",
                    email,
                    agreed,
                    deceased,
                    Optional.ofNullable(diedOn),
                    Optional.ofNullable(bornOn),
                    consentedHimself,
                    Optional.ofNullable(representative),
                    representativeExcluded);
        }
    }
}
