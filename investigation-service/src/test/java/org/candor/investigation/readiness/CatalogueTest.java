package org.candor.investigation.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.candor.investigation.readiness.decision.Catalogue;
import org.candor.investigation.readiness.decision.Catalogue.Course;
import org.candor.investigation.readiness.decision.Catalogue.Proposal;
import org.candor.investigation.readiness.decision.Catalogue.Topic;
import org.candor.investigation.readiness.decision.Training;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final Catalogue SHIPPED = CatalogueReader.read();

    /** The security officer's policy, responsibility 12: "includes, but is not limited to". */
    @Test
    void theSecurityCourseHasTheTopicsOfThePolicy() {
        assertThat(SHIPPED.course("SECURITY").orElseThrow().topics())
                .contains(
                        "DATA_BACKUP",
                        "SYSTEM_AUDITING",
                        "REDUNDANCY",
                        "CONTINGENCY",
                        "VIRUS_PROTECTION",
                        "PATCH_MANAGEMENT",
                        "MEDIA_DISPOSAL",
                        "DOCUMENTATION");
    }

    /** The safeguards policy (B)(2)(c), (D)(4)(a), (E)(4)(b). */
    @Test
    void theSafeguardsCourseHasTheTopicsOfThePolicy() {
        assertThat(SHIPPED.course("SAFEGUARDS").orElseThrow().topics())
                .contains("ORAL_DISCLOSURE", "PAPER_DOCUMENTS", "SECURE_ATMOSPHERE");
    }

    @Test
    void itIsSoundHasAVersionAndASourceForEveryTopic() {
        assertThat(SHIPPED.flaws()).isEmpty();
        assertThat(SHIPPED.version()).isNotBlank();
        assertThat(SHIPPED.topics())
                .allSatisfy(topic -> assertThat(topic.source()).isNotBlank());
        assertThat(SHIPPED.course(Training.INCIDENT_RESPONSE)).isPresent();
    }

    @Test
    void whatItDoesNotHaveIsAFlaw() {
        Catalogue wrong = new Catalogue(
                "1",
                LocalDate.EPOCH,
                List.of(new Topic("A", "A", "A")),
                List.of(new Course("C", "C", 12, List.of("A", "B"))),
                List.of(new Proposal("workforce", List.of("C", "D"), 30)));
        assertThat(wrong.flaws()).containsExactly("topic B", "course D");
    }
}
