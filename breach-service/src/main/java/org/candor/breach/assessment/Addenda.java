package org.candor.breach.assessment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.candor.breach.log.decision.Addendum;
import org.candor.breach.obligations.FactsView.IndividualsView;
import org.candor.breach.obligations.KeptComputation;
import org.candor.breach.obligations.KeptObligation;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.ObligationEvent;
import org.candor.events.OfficerRole;
import org.candor.events.Topic;
import org.candor.kit.outbox.Outbox;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps in mind what the Secretary was told, and reminds of the addendum when it is not what is known. */
@ApplicationScoped
class Addenda {

    private final Outbox outbox;
    private final int days;

    Addenda(Outbox outbox, @ConfigProperty(name = "candor.addendum-days") int days) {
        this.outbox = outbox;
        this.days = days;
    }

    /** A report went in, or an addendum: it names the people who are counted now. */
    void reported(AssessmentRow row, LocalDate day, Optional<KeptComputation> latest) {
        row.submittedOn = day;
        people(latest).ifPresent(people -> row.reportedTotal = people.total());
    }

    /** Follows the computation that stands; tells of the reminder when it comes, moves or goes. */
    Uni<Void> follow(AssessmentRow row, Optional<KeptComputation> standing, LocalDate today, String actor) {
        LocalDate due = due(row, standing).orElse(null);
        if (Objects.equals(due, row.addendumDue)) {
            return Uni.createFrom().voidItem();
        }
        LocalDate was = row.addendumDue;
        row.addendumDue = due;
        ObligationEvent fact = due == null ? over(row, was, today) : reminder(row, due);
        return outbox.publish(Topic.OBLIGATION, fact, row.origin(actor));
    }

    /** The count is the final one; or the report itself was taken back, and nothing is to be added to it. */
    private static ObligationEvent over(AssessmentRow row, LocalDate was, LocalDate today) {
        return row.submittedOn == null
                ? new DeadlineCancelled(id(row), row.incidentId, "no report stands to which anything could be added")
                : row.breach().met(id(row), today, was);
    }

    private Optional<LocalDate> due(AssessmentRow row, Optional<KeptComputation> standing) {
        if (row.reportedTotal == null || row.submittedOn == null) {
            return Optional.empty();
        }
        Addendum addendum = new Addendum(row.reportedTotal, row.submittedOn);
        return people(standing)
                .flatMap(people -> addendum.due(people.total(), Boolean.TRUE.equals(people.estimated()), days));
    }

    private static ObligationEvent reminder(AssessmentRow row, LocalDate due) {
        return row.breach()
                .deadline(
                        id(row),
                        "HHS_ADDENDUM",
                        "Send an addendum: the count reported to the Secretary is not, or not yet, the final one",
                        due,
                        OfficerRole.PRIVACY_OFFICER,
                        "45 CFR 164.408; instructions of the HHS breach portal");
    }

    private static Optional<IndividualsView> people(Optional<KeptComputation> computation) {
        return computation.map(KeptComputation::facts).map(facts -> facts.individuals());
    }

    private static UUID id(AssessmentRow row) {
        return KeptObligation.idOf(row.incidentId, "addendum");
    }
}
