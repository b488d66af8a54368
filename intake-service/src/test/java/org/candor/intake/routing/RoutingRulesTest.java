package org.candor.intake.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.candor.events.DirectoryEvent.Absence;
import org.candor.events.OfficerRole;
import org.candor.events.ReportKind;
import org.candor.events.RoutingEvent.Assigned;
import org.candor.intake.routing.decision.Delegate;
import org.candor.intake.routing.decision.Officer;
import org.candor.intake.routing.decision.Person;
import org.candor.intake.routing.decision.Route;
import org.candor.intake.routing.decision.Route.Reason;
import org.candor.intake.routing.decision.Routing;
import org.candor.intake.routing.decision.Staff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policy I.B.1.c, sentence by sentence. */
class RoutingRulesTest {

    private static final Routing ROUTING =
            new Routing(List.of(OfficerRole.ADMINISTRATOR, OfficerRole.COUNSEL, OfficerRole.INVESTIGATOR));
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final ReportKind KIND = ReportKind.COMPLAINT;
    private static final Officer PRIVACY = officer(OfficerRole.PRIVACY_OFFICER, "ines");
    private static final Officer SECURITY = officer(OfficerRole.SECURITY_OFFICER, "tomas");
    private static final Officer ADMINISTRATOR = officer(OfficerRole.ADMINISTRATOR, "odile");
    private static final Officer COUNSEL = officer(OfficerRole.COUNSEL, "wren");

    @Test
    void everyReportGoesToBothOfficers() {
        Route route = route(List.of(PRIVACY, SECURITY, ADMINISTRATOR));
        assertThat(persons(route)).containsExactly("ines", "tomas");
        assertThat(route.reason()).isEqualTo(Reason.BOTH_OFFICERS);
        assertThat(route.recused()).isEmpty();
    }

    @Test
    void oneOfficerIsEnoughWhenTheOtherIsAway() {
        Route route = route(List.of(away(PRIVACY), SECURITY, ADMINISTRATOR));
        assertThat(persons(route)).containsExactly("tomas");
        assertThat(route.reason()).isEqualTo(Reason.ONE_OFFICER_AVAILABLE);
    }

    @Test
    void theAdministratorTakesOverWhenBothAreAway() {
        Route route = route(List.of(away(PRIVACY), away(SECURITY), ADMINISTRATOR));
        assertThat(persons(route)).containsExactly("odile");
        assertThat(route.reason()).isEqualTo(Reason.OFFICERS_ABSENT);
    }

    @Test
    void anImplicatedOfficerIsRecusedAndTheAdministratorJoins() {
        Route route = route(List.of(PRIVACY, SECURITY, ADMINISTRATOR), "INES");
        assertThat(persons(route)).containsExactly("tomas", "odile");
        assertThat(route.recused()).containsExactly("ines");
        assertThat(route.reason()).isEqualTo(Reason.OFFICER_IMPLICATED);
    }

    @Test
    void counselTakesOverWhenTheAdministratorIsImplicatedToo() {
        Route route = route(
                List.of(PRIVACY, SECURITY, ADMINISTRATOR, COUNSEL), "ines", "Tomas of the City", "odile@city.example");
        assertThat(persons(route)).containsExactly("wren");
        assertThat(route.recused()).containsExactlyInAnyOrder("ines", "tomas", "odile");
    }

    @Test
    void whoHoldsTwoRolesIsRecusedFromBoth() {
        Officer alsoAdministrator =
                new Officer(OfficerRole.ADMINISTRATOR, "ines", "Ines as head", "head@city.example", List.of());
        Route route = route(List.of(PRIVACY, alsoAdministrator, SECURITY, COUNSEL), "ines");
        assertThat(persons(route)).containsExactly("tomas", "wren");
        assertThat(route.recused()).containsExactly("ines");
    }

    @Test
    void somebodyWhomNobodyKnowsRecusesNobody() {
        assertThat(route(List.of(PRIVACY, SECURITY), "a stranger").recused()).isEmpty();
    }

    @Test
    void aReportIsKeptEvenWhenNobodyIsInTheDirectory() {
        Route route = route(List.of());
        assertThat(route.officers()).isEmpty();
        assertThat(route.reason()).isEqualTo(Reason.NOBODY_IN_DIRECTORY);
    }

    @Test
    void ratherSomebodyWhoIsAwayThanNobody() {
        assertThat(persons(route(List.of(away(PRIVACY), away(SECURITY))))).containsExactly("ines", "tomas");
        assertThat(persons(route(List.of(away(PRIVACY), away(ADMINISTRATOR)), "ines")))
                .containsExactly("odile");
        Route route = route(List.of(away(PRIVACY)));
        assertThat(route.reason()).isEqualTo(Reason.OFFICERS_ABSENT);
    }

    @Test
    void thePersonNextInTheConfiguredOrderTakesOver() {
        Routing other = new Routing(List.of(OfficerRole.COUNSEL, OfficerRole.ADMINISTRATOR));
        List<Officer> all = List.of(PRIVACY, SECURITY, ADMINISTRATOR, COUNSEL);
        assertThat(persons(other.route(Staff.of(all), KIND, List.of("ines", "tomas"), List.of(), TODAY)))
                .containsExactly("wren");
        assertThat(persons(other.route(Staff.of(all), KIND, List.of("ines", "tomas", "wren"), List.of(), TODAY)))
                .containsExactly("odile");
    }

    @Test
    void whoWasRecusedBeforeStaysRecused() {
        Route route = ROUTING.route(
                Staff.of(List.of(PRIVACY, SECURITY, ADMINISTRATOR)), KIND, List.of(), List.of("tomas", "gone"), TODAY);
        assertThat(route.recused()).containsExactly("tomas", "gone");
        assertThat(persons(route)).containsExactly("ines", "odile");
    }

    @Test
    void whoHasLeftOrBelongsToAnotherEntityCanBeRecused() {
        Staff staff = new Staff(
                List.of(PRIVACY, SECURITY),
                List.of(),
                List.of(new Person("s-9", "Rufus Alder", "rufus@clinic.example")));
        Route route = ROUTING.route(staff, KIND, List.of("Alder, Rufus"), List.of(), TODAY);
        assertThat(route.recused()).containsExactly("s-9");
        assertThat(route.reason()).isEqualTo(Reason.BOTH_OFFICERS);
    }

    @Test
    void aUserIdIsRecusedEvenWhenTheDirectoryDoesNotKnowIt() {
        String subject = "5f0c9d1e-7a61-4f0b-9c53-0d8e2b7a9c11";
        assertThat(route(List.of(PRIVACY, SECURITY), subject).recused()).containsExactly(subject);
    }

    @Test
    void aUserIdIsRecusedAsTheIdentityProviderWritesIt() {
        assertThat(route(List.of(PRIVACY, SECURITY), " 5F0C9D1E-7A61-4F0B-9C53-0D8E2B7A9C11 ")
                        .recused())
                .containsExactly("5f0c9d1e-7a61-4f0b-9c53-0d8e2b7a9c11");
    }

    @Test
    void saysThatEverybodyWhoCouldBeInChargeIsImplicated() {
        Officer auditor = officer(OfficerRole.AUDITOR, "pia");
        Route route = route(List.of(PRIVACY, SECURITY, ADMINISTRATOR, auditor), "ines", "tomas", "odile");
        assertThat(route.officers()).isEmpty();
        assertThat(route.reason()).isEqualTo(Reason.EVERYBODY_IMPLICATED);
        assertThat(route(List.of(ADMINISTRATOR), "odile").reason()).isEqualTo(Reason.EVERYBODY_IMPLICATED);
        assertThat(route(List.of(auditor), "pia").reason()).isEqualTo(Reason.NOBODY_IN_DIRECTORY);
    }

    @Test
    void bothDaysOfAnAbsenceBelongToIt() {
        for (int day : new int[] {-1, 0, 1}) {
            Officer officer = new Officer(
                    OfficerRole.PRIVACY_OFFICER,
                    "ines",
                    "Ines",
                    "i@city.example",
                    List.of(new Absence(TODAY.plusDays(day), TODAY.plusDays(day))));
            boolean away = !persons(route(List.of(officer, SECURITY))).contains("ines");
            assertThat(away).as("absent on day %d", day).isEqualTo(day == 0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLAINT, 0, 0, true",
        "COMPLAINT, -9, -1, false",
        "COMPLAINT, 1, 9, false",
        "RETALIATION, 0, 0, false",
    })
    void aDelegateGetsReportsOfHisKindsInHisTime(ReportKind kind, int from, int until, boolean gets) {
        Route route = withDelegate(kind, TODAY.plusDays(from), Optional.of(TODAY.plusDays(until)), PRIVACY);
        assertThat(persons(route).contains("noor")).isEqualTo(gets);
        assertThat(route.reason()).isEqualTo(Reason.BOTH_OFFICERS);
    }

    @Test
    void aDelegateHelpsAnOfficerWhoIsAwayAndStandsInForNobody() {
        Route route = withDelegate(KIND, TODAY, Optional.empty(), away(PRIVACY));
        assertThat(route.officers())
                .containsExactly(
                        new Assigned(OfficerRole.SECURITY_OFFICER, "tomas"),
                        new Assigned(OfficerRole.PRIVACY_OFFICER, "noor"));
        Staff away = staffWithDelegate(KIND, TODAY, Optional.empty(), away(PRIVACY), away(SECURITY), ADMINISTRATOR);
        assertThat(persons(ROUTING.route(away, KIND, List.of(), List.of(), TODAY)))
                .containsExactly("odile", "noor");
    }

    @Test
    void aDelegateOfSomebodyWhoIsInvolvedOrWhoIsItHimselfGetsNothing() {
        Staff staff = staffWithDelegate(KIND, TODAY, Optional.empty(), PRIVACY, SECURITY, ADMINISTRATOR);
        assertThat(persons(ROUTING.route(staff, KIND, List.of("ines"), List.of(), TODAY)))
                .containsExactly("tomas", "odile");
        assertThat(persons(ROUTING.route(staff, KIND, List.of(), List.of("noor"), TODAY)))
                .containsExactly("ines", "tomas");
        Staff vacant = staffWithDelegate(KIND, TODAY, Optional.empty(), SECURITY);
        assertThat(persons(ROUTING.route(vacant, KIND, List.of(), List.of(), TODAY)))
                .containsExactly("tomas");
    }

    @Test
    void aDutyIsTheFirstRolesThatIsNotInvolved() {
        Staff all = Staff.of(List.of(PRIVACY, SECURITY, ADMINISTRATOR, COUNSEL));
        assertThat(ROUTING.responsible(all, List.of())).isEqualTo(OfficerRole.PRIVACY_OFFICER);
        assertThat(ROUTING.responsible(all, List.of("ines"))).isEqualTo(OfficerRole.SECURITY_OFFICER);
        assertThat(ROUTING.responsible(all, List.of("ines", "tomas"))).isEqualTo(OfficerRole.ADMINISTRATOR);
        assertThat(ROUTING.responsible(all, List.of("ines", "tomas", "odile"))).isEqualTo(OfficerRole.COUNSEL);
        // Nobody is left; no role is named whose holder is involved.
        assertThat(ROUTING.responsible(all, List.of("ines", "tomas", "odile", "wren")))
                .isEqualTo(OfficerRole.INVESTIGATOR);
        assertThat(ROUTING.responsible(Staff.of(List.of()), List.of())).isEqualTo(OfficerRole.PRIVACY_OFFICER);
    }

    private static Route withDelegate(ReportKind kind, LocalDate from, Optional<LocalDate> until, Officer privacy) {
        Staff staff = staffWithDelegate(KIND, from, until, privacy, SECURITY, ADMINISTRATOR);
        return ROUTING.route(staff, kind, List.of(), List.of(), TODAY);
    }

    private static Staff staffWithDelegate(
            ReportKind kind, LocalDate from, Optional<LocalDate> until, Officer... officers) {
        Delegate noor = new Delegate(OfficerRole.PRIVACY_OFFICER, "noor", Set.of(kind), from, until);
        return new Staff(
                List.of(officers),
                List.of(noor),
                Stream.of(officers).map(Officer::asPerson).toList());
    }

    private static Route route(List<Officer> directory, String... implicated) {
        return ROUTING.route(Staff.of(directory), KIND, List.of(implicated), List.of(), TODAY);
    }

    private static List<String> persons(Route route) {
        return route.officers().stream().map(Assigned::person).toList();
    }

    private static Officer officer(OfficerRole role, String person) {
        String name = Character.toUpperCase(person.charAt(0)) + person.substring(1) + " of the City";
        return new Officer(role, person, name, person + "@city.example", List.of());
    }

    private static Officer away(Officer officer) {
        return new Officer(
                officer.role(),
                officer.person(),
                officer.displayName(),
                officer.mailbox(),
                List.of(new Absence(TODAY.minusDays(2), TODAY.plusDays(2))));
    }
}
