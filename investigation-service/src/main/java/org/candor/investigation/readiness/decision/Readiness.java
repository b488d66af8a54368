package org.candor.investigation.readiness.decision;

import static org.candor.investigation.decision.Verdict.accepted;
import static org.candor.investigation.decision.Verdict.refused;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.candor.investigation.decision.Verdict;

/** Only authorised and trained people work on affected systems (policy I.A.3.b). */
public final class Readiness {

    private Readiness() {}

    /** What he lacks for that area on that day, as codes with the day where one has passed; empty when he is ready. */
    public static List<String> missing(
            Optional<Member> member, Collection<Training> trainings, Optional<Area> area, LocalDate today) {
        if (member.filter(one -> one.serves(today)).isEmpty()) {
            return List.of("member");
        }
        List<String> missing = new ArrayList<>();
        area.filter(wanted -> !member.get().areas().contains(wanted))
                .ifPresent(wanted -> missing.add("area." + wanted));
        authorisation(member.get(), today).ifPresent(missing::add);
        training(trainings, today).ifPresent(missing::add);
        return List.copyOf(missing);
    }

    /**
     * Lets somebody work on a case.
     *
     * @param missing what policy I.A.3.b itself asks for; it is never waived
     * @param lapsed what the curriculum of his role asks for beside that
     * @param excepted the head of the organisation gave a reason why what lapsed does not stand against this assignment
     * @param mayNotSeeIt true for a recused person, and for whoever is not among the readers of a restricted case
     */
    public static Verdict<Area> assign(
            List<String> missing,
            List<String> lapsed,
            boolean excepted,
            Area area,
            boolean mayNotSeeIt,
            boolean assigned) {
        if (mayNotSeeIt) {
            return refused(ReadinessRefusal.CONFLICT_OF_INTEREST);
        }
        if (assigned) {
            return refused(ReadinessRefusal.ASSIGNED_ALREADY);
        }
        if (!missing.isEmpty()) {
            List<String> all = new ArrayList<>(missing);
            all.addAll(lapsed);
            return refused(ReadinessRefusal.NOT_READY, all);
        }
        return lapsed.isEmpty() || excepted ? accepted(area) : refused(ReadinessRefusal.TRAINING_LAPSED, lapsed);
    }

    /** Nobody vouches for himself. */
    public static Verdict<String> vouch(String person, String by) {
        return person.equals(by) ? refused(ReadinessRefusal.OWN_READINESS) : accepted(person);
    }

    /**
     * A deputy stands in for a member, so he is one himself.
     *
     * @param team the active members
     */
    public static Verdict<Member> membership(
            Member member, String person, Optional<String> deputy, Collection<String> team) {
        boolean backwards = member.since()
                .flatMap(since -> member.until().map(until -> until.isBefore(since)))
                .orElse(false);
        if (backwards) {
            return refused(ReadinessRefusal.MEMBERSHIP_DATES_WRONG);
        }
        boolean known = deputy.map(other -> !other.equals(person) && team.contains(other))
                .orElse(true);
        return known ? accepted(member) : refused(ReadinessRefusal.DEPUTY_NOT_IN_TEAM);
    }

    public static Verdict<Training> record(Training training, LocalDate today) {
        boolean wrong =
                training.completedOn().isAfter(today) || training.validUntil().isBefore(training.completedOn());
        return wrong ? refused(ReadinessRefusal.TRAINING_DATES_WRONG) : accepted(training);
    }

    private static Optional<String> authorisation(Member member, LocalDate today) {
        return member.authorisedUntil()
                .map(until -> until.isBefore(today)
                        ? Optional.of("authorisation.expired." + until)
                        : Optional.<String>empty())
                .orElse(Optional.of("authorisation"));
    }

    private static Optional<String> training(Collection<Training> trainings, LocalDate today) {
        Optional<LocalDate> until = trainings.stream()
                .filter(training -> training.course().equals(Training.INCIDENT_RESPONSE))
                .map(Training::validUntil)
                .max(Comparator.naturalOrder());
        return until.map(last -> last.isBefore(today)
                        ? Optional.of("training.INCIDENT_RESPONSE.expired." + last)
                        : Optional.<String>empty())
                .orElse(Optional.of("training.INCIDENT_RESPONSE"));
    }
}
