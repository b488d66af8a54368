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
import org.candor.investigation.readiness.decision.Training.Course;

/** Only authorised and trained people work on affected systems (policy I.A.3.b). */
public final class Readiness {

    private Readiness() {}

    /** What he lacks for that area on that day, as codes with the day where one has passed; empty when he is ready. */
    public static List<String> missing(
            Optional<Member> member, Collection<Training> trainings, Optional<Area> area, LocalDate today) {
        if (member.filter(Member::active).isEmpty()) {
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
     * @param mayNotSeeIt true for a recused person, and for whoever is not among the readers of a restricted case
     */
    public static Verdict<Area> assign(List<String> missing, Area area, boolean mayNotSeeIt, boolean assigned) {
        if (mayNotSeeIt) {
            return refused(ReadinessRefusal.CONFLICT_OF_INTEREST);
        }
        if (assigned) {
            return refused(ReadinessRefusal.ASSIGNED_ALREADY);
        }
        return missing.isEmpty() ? accepted(area) : refused(ReadinessRefusal.NOT_READY, missing);
    }

    /** Nobody vouches for himself. */
    public static Verdict<String> vouch(String person, String by) {
        return person.equals(by) ? refused(ReadinessRefusal.OWN_READINESS) : accepted(person);
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
                .filter(training -> training.course() == Course.INCIDENT_RESPONSE)
                .map(Training::validUntil)
                .max(Comparator.naturalOrder());
        return until.map(last -> last.isBefore(today)
                        ? Optional.of("training.INCIDENT_RESPONSE.expired." + last)
                        : Optional.<String>empty())
                .orElse(Optional.of("training.INCIDENT_RESPONSE"));
    }
}
