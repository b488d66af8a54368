package org.candor.notification.deadline;

import java.time.Instant;
import java.util.List;
import org.candor.notification.deadline.decision.Recipients.Reason;

/** The words of a digest: what is due, when, and by which section; never whom it concerns. Pure. */
record DigestMail(String subject, String body) {

    static DigestMail of(
            List<Digests.Planned> planned, boolean drill, Instant now, BoardWords words, String publicUrl) {
        long late = planned.stream().filter(one -> one.duty().late(now)).count();
        StringBuilder body = new StringBuilder(drill ? words.drill() + "\n\n" : "");
        body.append(words.mailIntro()).append("\n\n");
        planned.forEach(one -> body.append(entry(one, now, words)));
        body.append(publicUrl)
                .append("/notification/deadlines/board.html")
                .append(drill ? "?drill=true" : "")
                .append("\n\n")
                .append(words.mailEnd())
                .append('\n');
        String subject =
                (drill ? words.drillMark() + " – " : "") + words.mailSubject().formatted(planned.size() - late, late);
        return new DigestMail(subject, body.toString());
    }

    private static String entry(Digests.Planned one, Instant now, BoardWords words) {
        Deadline duty = one.duty();
        String late = duty.late(now) ? " (" + words.late() + ")" : "";
        String time = duty.dueAt() == null
                ? ""
                : " " + duty.dueAt().atZone(duty.zone()).toLocalTime().withNano(0) + " (" + duty.zone() + ")";
        return "* " + words.duty(duty.title()) + late + "\n  " + words.due() + ": " + words.day(duty.day()) + time
                + " – "
                + words.left() + ": " + duty.daysLeft(now) + "\n  " + words.role() + ": "
                + words.roleName(duty.role().tokenRole()) + "\n"
                + (duty.citation().isEmpty() ? "" : "  " + words.section() + ": " + duty.citation() + "\n")
                + (duty.incidentId() == null ? "" : "  " + words.incident() + ": " + duty.incidentId() + "\n")
                + why(one, words) + "\n";
    }

    private static String why(Digests.Planned one, BoardWords words) {
        return switch (Reason.valueOf(one.reason())) {
            case HOLDER -> "";
            case DELEGATE -> "  " + words.whyDelegate() + "\n";
            case ESCALATION -> "  " + words.whyEscalation() + "\n";
        };
    }
}
