package org.candor.investigation.cases.decision;

import static org.candor.investigation.cases.decision.CaseFact.announced;
import static org.candor.investigation.cases.decision.Decision.accepted;
import static org.candor.investigation.cases.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.candor.events.CaseEvent.ComplaintAnswered;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.OfficerRole;
import org.candor.investigation.cases.decision.CaseCommand.AnswerComplaint;
import org.candor.investigation.cases.decision.CaseCommand.NoteZone;
import org.candor.investigation.cases.decision.CaseState.TriagedCase;

/** The complainant is told the result within 30 calendar days of the entity's zone (policy I.G.1). */
final class Complaints {

    private Complaints() {}

    static Decision noteZone(CaseState state, NoteZone note) {
        return withDeadline(state, note.zone(), new ArrayList<>());
    }

    /** Adds the deadline of a complaint that has none yet. */
    static Decision withDeadline(CaseState state, ZoneId zone, List<CaseFact> facts) {
        return state.file()
                .complaint()
                .filter(complaint -> complaint.dueOn().isEmpty())
                .map(complaint -> complaint.due(zone))
                .map(due -> {
                    facts.add(announced(deadline(state.file(), due, zone)));
                    return (Decision)
                            new Decision.Accepted(state.with(state.file().with(due)), facts);
                })
                .orElseGet(() -> new Decision.Accepted(state, facts));
    }

    static Decision answer(TriagedCase state, AnswerComplaint command, Instant now) {
        if (state.file().complaint().isEmpty()) {
            return refused(Refusal.NO_COMPLAINT);
        }
        Complaint complaint = state.file().complaint().get();
        if (complaint.answeredOn().isPresent()) {
            return refused(Refusal.COMPLAINT_ANSWERED_ALREADY);
        }
        LocalDate received = complaint.receivedAt().atZone(command.zone()).toLocalDate();
        LocalDate today = now.atZone(command.zone()).toLocalDate();
        if (command.on().isBefore(received) || command.on().isAfter(today)) {
            return refused(Refusal.ANSWER_OUT_OF_TIME);
        }
        return answered(state, complaint.due(command.zone()), command.on());
    }

    private static Decision answered(TriagedCase state, Complaint complaint, LocalDate on) {
        UUID incident = state.file().incidentId();
        long late = Math.max(0, ChronoUnit.DAYS.between(complaint.dueOn().orElseThrow(), on));
        return accepted(
                state.with(state.file().with(complaint.answered(on))),
                announced(new ComplaintAnswered(incident, on, false)),
                announced(new DeadlineMet(Complaint.deadlineId(incident), incident, on, late)));
    }

    private static DeadlineSet deadline(CaseFile file, Complaint complaint, ZoneId zone) {
        return new DeadlineSet(
                Complaint.deadlineId(file.incidentId()),
                file.incidentId(),
                file.entityId(),
                Complaint.KIND,
                "Answer the complaint",
                complaint.dueOn().orElseThrow(),
                null,
                zone.getId(),
                OfficerRole.PRIVACY_OFFICER,
                Complaint.CITATION);
    }
}
