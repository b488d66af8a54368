package org.candor.notification.deadline.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.candor.events.DirectoryEvent.Absence;
import org.candor.events.OfficerRole;
import org.candor.notification.deadline.decision.Recipients.Reason;
import org.candor.notification.deadline.decision.Recipients.Recipient;
import org.candor.notification.directory.decision.Helper;
import org.candor.notification.directory.decision.Officer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountdownTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    @ParameterizedTest
    @CsvSource({
        "31, ",
        "30, D-30",
        "29, D-30",
        "15, D-30",
        "14, D-14",
        "8, D-14",
        "7, D-7",
        "4, D-7",
        "3, D-3",
        "2, D-3",
        "1, D-1",
        "0, D-0",
        "-1, L-1",
        "-2, L-2",
        "-400, L-400"
    })
    void everyDayBelongsToTheStepBeforeIt(long daysLeft, String step) {
        assertThat(Countdown.step(daysLeft, daysLeft < 0)).isEqualTo(Optional.ofNullable(step));
    }

    @Test
    void aDutyOfHoursIsLateOnItsDay() {
        assertThat(Countdown.step(0, true)).contains("L-0");
        assertThat(Countdown.isLate("L-0")).isTrue();
        assertThat(Countdown.isLate("D-0")).isFalse();
    }

    @Test
    void whoIsInChargeIsToldAndNotEveryHolderOfTheRole() {
        assertThat(told(List.of("ann"), List.of(), false, privacy("ann"), privacy("ben")))
                .containsExactly(new Recipient("ann", "ann@x", Reason.HOLDER));
        assertThat(told(List.of(), List.of(), false, privacy("ann"), privacy("ben")))
                .extracting(Recipient::person)
                .containsExactly("ann", "ben");
    }

    @Test
    void whereAllAreAwayTheDelegatesAreToldElseTheAdministrator() {
        Officer away = new Officer(OfficerRole.PRIVACY_OFFICER, "ann", "ann@x", List.of(new Absence(TODAY, TODAY)));
        Officer counsel = new Officer(OfficerRole.COUNSEL, "cat", "cat@x", List.of());
        Officer admin = new Officer(OfficerRole.ADMINISTRATOR, "dan", "dan@x", List.of());

        assertThat(told(List.of("ann"), List.of(helper("cat")), false, away, counsel, admin))
                .containsExactly(new Recipient("cat", "cat@x", Reason.DELEGATE));
        assertThat(told(List.of("ann"), List.of(), false, away, counsel, admin))
                .containsExactly(new Recipient("dan", "dan@x", Reason.ESCALATION));
    }

    @Test
    void aHelperNeedBeNoOfficerAndHelpsHisOfficerOnly() {
        Officer away = new Officer(OfficerRole.PRIVACY_OFFICER, "ann", "ann@x", List.of(new Absence(TODAY, TODAY)));
        Helper anothers = new Helper(Optional.of(OfficerRole.SECURITY_OFFICER), "eve", "eve@x");
        Helper ofWhomever = new Helper(Optional.empty(), "gus", "gus@x");

        assertThat(told(List.of("ann"), List.of(helper("fay"), anothers, ofWhomever), false, away))
                .containsExactly(
                        new Recipient("fay", "fay@x", Reason.DELEGATE), new Recipient("gus", "gus@x", Reason.DELEGATE));
    }

    @Test
    void aHelperWhoIsInChargeBesideTheOfficerIsToldWithHim() {
        assertThat(told(List.of("ann", "fay"), List.of(helper("fay"), helper("gus")), false, privacy("ann")))
                .containsExactly(
                        new Recipient("ann", "ann@x", Reason.HOLDER), new Recipient("fay", "fay@x", Reason.HOLDER));
    }

    @Test
    void aHelperWhoIsAwayHimselfIsSkipped() {
        Officer away = new Officer(OfficerRole.PRIVACY_OFFICER, "ann", "ann@x", List.of(new Absence(TODAY, TODAY)));
        Officer counsel = new Officer(OfficerRole.COUNSEL, "cat", "cat@x", List.of(new Absence(TODAY, TODAY)));

        assertThat(told(List.of("ann"), List.of(helper("cat")), false, away, counsel))
                .isEmpty();
    }

    @Test
    void theAdministratorIsToldOfWhatIsLateAndNobodyTwice() {
        Officer admin = new Officer(OfficerRole.ADMINISTRATOR, "dan", "dan@x", List.of());
        Officer both = new Officer(OfficerRole.ADMINISTRATOR, "ann", "ann@x", List.of());

        assertThat(told(List.of(), List.of(), true, privacy("ann"), admin, both))
                .containsExactly(
                        new Recipient("ann", "ann@x", Reason.HOLDER), new Recipient("dan", "dan@x", Reason.ESCALATION));
    }

    private static List<Recipient> told(List<String> inCharge, List<Helper> helpers, boolean late, Officer... staff) {
        return new Recipients(List.of(staff), inCharge, helpers).of(OfficerRole.PRIVACY_OFFICER, late, TODAY);
    }

    private static Helper helper(String name) {
        return new Helper(Optional.of(OfficerRole.PRIVACY_OFFICER), name, name + "@x");
    }

    private static Officer privacy(String name) {
        return new Officer(OfficerRole.PRIVACY_OFFICER, name, name + "@x", List.of());
    }
}
