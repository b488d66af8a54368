package org.candor.audit.programme;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.UUID;
import org.candor.audit.AuditProblem;
import org.candor.audit.programme.Register.Entry;
import org.candor.audit.programme.decision.DutyKind;
import org.candor.audit.programme.decision.DutyKind.About;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;

/** Makes what is asked for into what is entered, as its kind has it and allows. */
@ApplicationScoped
class DutyEntries {

    private final Kinds kinds;
    private final Caller caller;

    DutyEntries(Kinds kinds, Caller caller) {
        this.kinds = kinds;
        this.caller = caller;
    }

    /** Refuses with a problem what the kind does not allow. */
    Entry of(DutyRequest request, LocalDate today) {
        DutyKind kind = kinds.find(request.kind())
                .orElseThrow(() -> new Problem(AuditProblem.UNKNOWN_KIND).field("kind", "not among them"));
        if (!kind.keeping().isEntered()) {
            throw new Problem(AuditProblem.KEPT_ELSEWHERE).field("kind", kind.where());
        }
        Period every = Optional.ofNullable(request.every())
                .map(asked -> interval(asked, kind))
                .orElse(kind.every());
        return new Entry(
                request.entityId(),
                request.kind(),
                request.subject(),
                department(request, kind),
                Optional.ofNullable(request.role()).orElse(kind.role()),
                Optional.ofNullable(request.person()).orElse(""),
                against(request, kind),
                dueOn(request, kind.firstDue(today, every), kind),
                every,
                Optional.empty(),
                incident(request, kind),
                cost(request, kind),
                Optional.ofNullable(request.note()));
    }

    /** The first of what may not be stretched is due within its interval, too; whoever asks may be where it is tomorrow. */
    private static LocalDate dueOn(DutyRequest request, LocalDate usual, DutyKind kind) {
        LocalDate dueOn = Optional.ofNullable(request.dueOn()).orElse(usual);
        if (!kind.once() && !kind.stretchable() && dueOn.isAfter(usual.plusDays(1))) {
            throw new Problem(AuditProblem.INTERVAL_NOT_ALLOWED)
                    .field("dueOn", "must be within the interval from today");
        }
        return dueOn;
    }

    private static Period interval(String every, DutyKind kind) {
        Period interval = Period.parse(every);
        if (!kind.allows(interval)) {
            throw new Problem(AuditProblem.INTERVAL_NOT_ALLOWED)
                    .field("every", "longer than the kind's, or none at all");
        }
        return interval;
    }

    /** A case is against somebody, who does not enter it himself and whose manager does not find it. */
    private String against(DutyRequest request, DutyKind kind) {
        String against = Optional.ofNullable(request.against()).orElse("");
        if (against.isEmpty() == kind.against()) {
            throw new Problem(AuditProblem.AGAINST_WHOM).field("against", kind.against() ? "missing" : "of no case");
        }
        if (kind.against() && against.equals(caller.subject())) {
            throw new Problem(AuditProblem.AGAINST_WHOM).field("against", "another than who enters it");
        }
        if (kind.against() && request.department() != null) {
            throw new Problem(AuditProblem.AGAINST_WHOM).field("department", "a case has none");
        }
        return against;
    }

    private static Optional<UUID> incident(DutyRequest request, DutyKind kind) {
        if (request.incidentId() != null && !kind.ofIncident()) {
            throw new Problem(CommonProblem.INVALID_FIELD)
                    .field("incidentId", "no duty of this kind is of an incident");
        }
        return Optional.ofNullable(request.incidentId());
    }

    private static Optional<Money> cost(DutyRequest request, DutyKind kind) {
        Optional<Money> cost = Optional.ofNullable(request.cost());
        if (cost.isPresent() && !kind.ofIncident()) {
            throw new Problem(CommonProblem.INVALID_FIELD).field("cost", "no duty of this kind asks for an amount");
        }
        if (cost.filter(money -> !money.isOfAKnownCurrency()).isPresent()) {
            throw new Problem(CommonProblem.INVALID_FIELD).field("/cost/currency", "no currency of ISO 4217");
        }
        return cost;
    }

    private static String department(DutyRequest request, DutyKind kind) {
        return Optional.ofNullable(request.department())
                .orElse(kind.about() == About.DEPARTMENT ? request.subject() : "");
    }
}
