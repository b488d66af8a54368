package org.candor.breach.associate.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.candor.breach.associate.decision.AfterNotices.Owed;
import org.candor.events.ObligationKind;
import org.junit.jupiter.api.Test;

/** Policy III.B.4: the review of a business associate comes after all notices. */
class AfterNoticesTest {

    @Test
    void waitsForEveryNoticeThatIsOpen() {
        assertThat(AfterNotices.missing(List.of(
                        new Owed(ObligationKind.MEDIA_NOTICE, false, false),
                        new Owed(ObligationKind.MEDIA_NOTICE, false, false),
                        new Owed(ObligationKind.INDIVIDUAL_NOTICE, false, false),
                        new Owed(ObligationKind.HHS_NOTICE, false, true))))
                .containsExactly(ObligationKind.MEDIA_NOTICE, ObligationKind.INDIVIDUAL_NOTICE);
    }

    @Test
    void doesNotWaitForTheAnnualReport() {
        assertThat(AfterNotices.missing(List.of(new Owed(ObligationKind.HHS_NOTICE, true, false))))
                .isEmpty();
    }

    @Test
    void doesNotWaitForTheAssociatesOwnNotice() {
        assertThat(AfterNotices.missing(List.of(new Owed(ObligationKind.BUSINESS_ASSOCIATE_NOTICE, false, false))))
                .isEmpty();
    }
}
