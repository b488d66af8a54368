package org.candor.notification.alert.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.candor.events.OfficerRole;
import org.candor.notification.directory.decision.Officer;
import org.junit.jupiter.api.Test;

class WatchingTest {

    private static final Officer PRIVACY = officer(OfficerRole.PRIVACY_OFFICER, "pat");
    private static final Officer SECURITY = officer(OfficerRole.SECURITY_OFFICER, "sam");
    private static final Officer HEAD = officer(OfficerRole.ADMINISTRATOR, "head");
    private static final Officer COUNSEL = officer(OfficerRole.COUNSEL, "lou");
    private static final List<Officer> ALL = List.of(PRIVACY, SECURITY, HEAD, COUNSEL);

    @Test
    void theOthersInChargeWatch() {
        assertThat(new Watching(List.of(PRIVACY, SECURITY), ALL).over("pat")).containsExactly(SECURITY);
        assertThat(new Watching(List.of(PRIVACY), ALL).over("sam")).containsExactly(PRIVACY);
    }

    @Test
    void whereOnlyHeIsInChargeTheAdministratorDoesAndThenCounsel() {
        assertThat(new Watching(List.of(PRIVACY), ALL).over("pat")).containsExactly(HEAD);
        assertThat(new Watching(List.of(HEAD), ALL).over("head")).containsExactly(COUNSEL);
        assertThat(new Watching(List.of(), ALL).over("pat")).containsExactly(HEAD);
        assertThat(new Watching(List.of(PRIVACY), List.of(PRIVACY)).over("pat")).isEmpty();
    }

    private static Officer officer(OfficerRole role, String person) {
        return new Officer(role, person, person + "@city.example", List.of());
    }
}
