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
import java.util.Optional;
import java.util.UUID;
import org.candor.events.CaseEvent.ComplaintAnswered;
import org.candor.events.CaseEvent.LetterChannel;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.OfficerRole;
import org.candor.investigation.cases.decision.CaseCommand.AnswerComplaint;
import org.candor.investigation.cases.decision.CaseCommand.ExtendComplaint;
import org.candor.investigation.cases.decision.CaseCommand.Letter;
import org.candor.investigation.cases.decision.CaseCommand.NoteZone;
import org.candor.investigation.cases.decision.CaseFact.LetterFrozen;
import org.candor.investigation.cases.decision.CaseState.OpenCase;
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

    /** What was answered stays answered, whatever it is called now. */
    static Decision.Accepted corrected(CaseState before, CaseState after, Optional<ZoneId> zone) {
        if (after.file().complaint().isPresent()) {
            return zone.map(known -> (Decision.Accepted) withDeadline(after, known, new ArrayList<>()))
                    .orElseGet(() -> new Decision.Accepted(after, List.of()));
        }
        UUID incident = after.file().incidentId();
        List<CaseFact> facts = before
                .file()
                .complaint()
                .filter(complaint ->
                        complaint.dueOn().isPresent() && complaint.answeredOn().isEmpty())
                .map(due -> announced(new DeadlineCancelled(
                        Complaint.deadlineId(incident), incident, "The report was corrected: it is no complaint")))
                .stream()
                .toList();
        return new Decision.Accepted(after, facts);
    }

    /**
     * More time is told before the thirtieth day has come, also when more was told already; a complaint that is late stays
     * late.
     */
    static Decision extend(OpenCase state, ExtendComplaint command, Instant now) {
        Optional<Refusal> flaw = flawOf(state, command.letter(), command.zone(), now);
        if (flaw.isPresent()) {
            return refused(flaw.get());
        }
        Complaint complaint = state.file().complaint().orElseThrow().due(command.zone());
        LocalDate today = now.atZone(command.zone()).toLocalDate();
        if (!today.isBefore(complaint.dueOn().orElseThrow())) {
            return refused(Refusal.EXTENSION_TOO_LATE);
        }
        if (!command.until().isAfter(complaint.lastDay().orElseThrow())) {
            return refused(Refusal.EXTENSION_NOT_LATER);
        }
        Complaint extended = complaint.extended(command.until());
        return accepted(
                state.with(state.file().with(extended)),
                new LetterFrozen(LetterFrozen.Kind.EXTENSION, command.letter()),
                announced(deadline(state.file(), extended, command.zone())));
    }

    static Decision answer(TriagedCase state, AnswerComplaint command, Instant now) {
        Optional<Refusal> flaw = flawOf(state, command.letter(), command.zone(), now);
        if (flaw.isPresent()) {
            return refused(flaw.get());
        }
        Complaint complaint = state.file().complaint().orElseThrow().due(command.zone());
        return answered(state, complaint.answered(command.letter().on()), command);
    }

    /** A letter bears the day on which it is made: an earlier one would hide that it is late. */
    private static Optional<Refusal> flawOf(OpenCase state, Letter letter, ZoneId zone, Instant now) {
        if (state.file().complaint().isEmpty()) {
            return Optional.of(Refusal.NO_COMPLAINT);
        }
        Complaint complaint = state.file().complaint().get();
        if (complaint.answeredOn().isPresent()) {
            return Optional.of(Refusal.COMPLAINT_ANSWERED_ALREADY);
        }
        if (!letter.on().equals(now.atZone(zone).toLocalDate())) {
            return Optional.of(Refusal.ANSWER_OUT_OF_TIME);
        }
        boolean unreachable = state.file().report().anonymous() && letter.channel() != LetterChannel.RECEIPT_MAILBOX;
        return unreachable ? Optional.of(Refusal.ANONYMOUS_BY_MAILBOX_ONLY) : Optional.empty();
    }

    private static Decision answered(TriagedCase state, Complaint complaint, AnswerComplaint command) {
        UUID incident = state.file().incidentId();
        LocalDate on = command.letter().on();
        long late = Math.max(0, ChronoUnit.DAYS.between(complaint.lastDay().orElseThrow(), on));
        return accepted(
                state.with(state.file().with(complaint)),
                new LetterFrozen(LetterFrozen.Kind.ANSWER, command.letter()),
                announced(new ComplaintAnswered(
                        incident,
                        on,
                        complaint.extendedTo().isPresent(),
                        command.result(),
                        command.letter().channel())),
                announced(new DeadlineMet(Complaint.deadlineId(incident), incident, on, late)));
    }

    private static DeadlineSet deadline(CaseFile file, Complaint complaint, ZoneId zone) {
        return new DeadlineSet(
                Complaint.deadlineId(file.incidentId()),
                file.incidentId(),
                file.entityId(),
                Complaint.KIND,
                "Answer the complaint",
                complaint.lastDay().orElseThrow(),
                null,
                zone.getId(),
                OfficerRole.PRIVACY_OFFICER,
                Complaint.CITATION);
    }
}
