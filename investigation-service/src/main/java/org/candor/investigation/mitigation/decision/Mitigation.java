package org.candor.investigation.mitigation.decision;

import static org.candor.investigation.decision.Verdict.accepted;
import static org.candor.investigation.decision.Verdict.refused;

import java.time.LocalDate;
import org.candor.investigation.decision.Verdict;
import org.candor.investigation.mitigation.decision.Finding.Harm;
import org.candor.investigation.mitigation.decision.Request.Status;

/** The rules of policy IV.2 and IV.3. Tasks against harm are the case's own tasks. */
public final class Mitigation {

    private static final int DAYS_OF_CORRECTION = 30;

    private Mitigation() {}

    /** Known harm is described, and nothing is corrected in days to come. */
    public static Verdict<Finding> write(Finding finding, LocalDate today) {
        if (finding.harm() == Harm.KNOWN && !finding.harmDescribed()) {
            return refused(MitigationRefusal.HARM_NOT_DESCRIBED);
        }
        if (finding.correctedOn().filter(day -> day.isAfter(today)).isPresent()) {
            return refused(MitigationRefusal.CORRECTED_IN_THE_FUTURE);
        }
        return accepted(finding);
    }

    /** Business associates are expected to mitigate (policy IV.2); they are asked, and answer until a day. */
    public static Verdict<Request> ask(Request request, LocalDate today) {
        return request.dueOn().isBefore(today) ? refused(MitigationRefusal.REPLY_DUE_DAY_PASSED) : accepted(request);
    }

    public static Verdict<Request> reply(Request request, LocalDate on, LocalDate today) {
        if (request.status() != Status.OPEN) {
            return refused(MitigationRefusal.REQUEST_ENDED_ALREADY);
        }
        if (on.isBefore(request.askedOn()) || on.isAfter(today)) {
            return refused(MitigationRefusal.REPLY_OUT_OF_TIME);
        }
        return accepted(request.ended(Status.REPLIED, on));
    }

    public static Verdict<Request> withdraw(Request request, LocalDate today) {
        return request.status() == Status.OPEN
                ? accepted(request.ended(Status.WITHDRAWN, today))
                : refused(MitigationRefusal.REQUEST_ENDED_ALREADY);
    }

    /**
     * The last day of "the 30-day period beginning on the first date" the entity knew (45 CFR 160.410(c)(2)(i)). Read
     * strictly, that first date is day one; counsel may count otherwise.
     */
    public static LocalDate lastDayOfCorrection(LocalDate firstKnownOn) {
        return firstKnownOn.plusDays(DAYS_OF_CORRECTION - 1L);
    }
}
