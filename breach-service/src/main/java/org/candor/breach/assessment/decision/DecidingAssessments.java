package org.candor.breach.assessment.decision;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candor.breach.assessment.decision.Assessment.NothingOwed;
import org.candor.breach.assessment.decision.Assessment.NoticesOwed;
import org.candor.breach.assessment.decision.Assessment.Presumed;
import org.candor.breach.assessment.decision.Command.AddKnowledge;
import org.candor.breach.assessment.decision.Command.AdoptCounts;
import org.candor.breach.assessment.decision.Command.AskAgain;
import org.candor.breach.assessment.decision.Command.Conclude;
import org.candor.breach.assessment.decision.Command.RecordFacts;
import org.candor.breach.assessment.decision.Command.RecordSending;
import org.candor.breach.assessment.decision.Command.Reopen;
import org.candor.breach.assessment.decision.Decision.Accepted;
import org.candor.breach.assessment.decision.Decision.Fact;
import org.candor.breach.assessment.decision.Decision.Reason;
import org.candor.breach.assessment.decision.Decision.Refused;
import org.candor.breach.obligations.decision.Capacity;
import org.candor.breach.obligations.decision.Discovery;
import org.candor.breach.obligations.decision.Facts.Sent;
import org.candor.breach.obligations.decision.NoticeFacts;
import org.candor.breach.obligations.decision.Precondition;

/** Decides every command on every state of an assessment. */
public final class DecidingAssessments {

    private DecidingAssessments() {}

    /**
     * The question is open, and the answer is presumed to be yes (45 CFR 164.402(2)).
     *
     * @param capacity of the entity by default; an officer may say otherwise for this breach
     */
    public static Accepted open(ZoneId zone, Capacity capacity, List<Candidate> candidates) {
        Dossier dossier = Dossier.opened(zone, capacity, candidates);
        Discovery discovery = dossier.discovery();
        return new Accepted(
                new Presumed(dossier, 1, Optional.empty()),
                List.of(new Fact.DiscoveryDetermined(discovery.on(), discovery.reason())));
    }

    public static Decision decide(Assessment state, Command command, Instant now) {
        return switch (command) {
            case RecordFacts record -> recordFacts(state, record);
            case AddKnowledge add -> addKnowledge(state, add.candidate());
            case AdoptCounts adopt -> adoptCounts(state, adopt);
            case RecordSending sending -> recordSending(state, sending.sent());
            case Conclude conclude -> conclude(state, conclude, now);
            case AskAgain again -> askAgain(state, again, now);
            case Reopen reopen -> reopen(state, reopen.reason(), now);
        };
    }

    /** A signed worksheet is frozen; who and how many may still change while notices are owed. */
    private static Decision recordFacts(Assessment state, RecordFacts record) {
        if (state instanceof NothingOwed) {
            return Refused.because(Reason.WORKSHEET_FROZEN);
        }
        if (state instanceof NoticesOwed
                && !record.worksheet().equals(state.dossier().worksheet())) {
            return Refused.because(Reason.WORKSHEET_FROZEN);
        }
        return moved(state, state.dossier().with(record.worksheet(), record.notice()));
    }

    /** Policy III.C: knowledge is recorded whenever it turns up. */
    private static Decision addKnowledge(Assessment state, Candidate candidate) {
        if (state.dossier().knows(candidate.knowledge().key())) {
            return Refused.because(Reason.KNOWN_CANDIDATE);
        }
        boolean unknown = candidate.replaces().isPresent()
                && !state.dossier().knows(candidate.replaces().get());
        return unknown
                ? Refused.because(Reason.UNKNOWN_CANDIDATE)
                : moved(state, state.dossier().with(candidate));
    }

    private static Decision adoptCounts(Assessment state, AdoptCounts adopt) {
        if (state instanceof NothingOwed) {
            return Refused.because(Reason.NOTHING_OWED);
        }
        Dossier dossier = state.dossier();
        NoticeFacts counted = dossier.notice().counting(adopt.individuals(), adopt.undeliverable());
        return moved(state, dossier.with(dossier.worksheet(), counted));
    }

    private static Decision recordSending(Assessment state, Sent sent) {
        return state instanceof NothingOwed
                ? Refused.because(Reason.NOTHING_OWED)
                : moved(state, state.dossier().with(sent));
    }

    private static Decision conclude(Assessment state, Conclude command, Instant now) {
        if (!(state instanceof Presumed)) {
            return Refused.because(Reason.ALREADY_CONCLUDED);
        }
        Suggestion suggestion = state.dossier().suggestion();
        List<String> missing = Missing.to(command, state.dossier(), suggestion);
        if (!missing.isEmpty()) {
            return new Refused(Reason.SOMETHING_IS_MISSING, missing, List.of());
        }
        Conclusion conclusion = new Conclusion(
                command.outcome(),
                command.reason(),
                command.counselNote(),
                command.followUp(),
                suggestion,
                command.by(),
                now);
        Assessment next = conclusion.bringsDuties()
                ? new NoticesOwed(state.dossier(), state.edition(), conclusion)
                : new NothingOwed(state.dossier(), state.edition(), conclusion);
        return new Accepted(next, List.of(new Fact.AssessmentConcluded(conclusion)));
    }

    /**
     * A later round of the case found health information: whatever was concluded, the presumption stands again (45 CFR
     * 164.402(2)). Where the question is open it takes the news.
     */
    private static Decision askAgain(Assessment state, AskAgain again, Instant now) {
        return switch (moved(state, state.dossier().withNews(again.candidates()))) {
            case Refused refused -> refused;
            case Accepted news when news.next() instanceof Presumed -> news;
            case Accepted news -> {
                Accepted open = reopened(news.next(), Reopening.Cause.CASE, again.reason(), now);
                List<Fact> facts = new ArrayList<>(news.facts());
                facts.addAll(open.facts());
                yield new Accepted(open.next(), facts);
            }
        };
    }

    private static Decision reopen(Assessment state, String reason, Instant now) {
        if (state instanceof Presumed) {
            return Refused.because(Reason.NOT_CONCLUDED);
        }
        if (reason.isBlank()) {
            return new Refused(Reason.SOMETHING_IS_MISSING, List.of("reason"), List.of());
        }
        return reopened(state, Reopening.Cause.OFFICER, reason, now);
    }

    private static Accepted reopened(Assessment state, Reopening.Cause cause, String reason, Instant now) {
        int edition = state.edition() + 1;
        Dossier dossier = state.dossier().with(new Reopening(edition, cause, reason, now));
        return new Accepted(
                new Presumed(dossier, edition, state.duties()), List.of(new Fact.AssessmentReopened(reason)));
    }

    /** The same state with another dossier, unless its facts would contradict themselves or leave standing duties without ground. */
    private static Decision moved(Assessment state, Dossier dossier) {
        List<Precondition.Broken> broken = Precondition.brokenBy(dossier.factsWithAnyCount());
        if (!broken.isEmpty()) {
            return new Refused(Reason.FACTS_CONTRADICT, List.of(), broken);
        }
        List<String> missing = state.duties()
                .map(standing -> Missing.forDuties(dossier, standing.outcome()))
                .orElse(List.of());
        if (!missing.isEmpty()) {
            return new Refused(Reason.SOMETHING_IS_MISSING, missing, List.of());
        }
        return new Accepted(with(state, dossier), discoveryMoved(state.dossier(), dossier));
    }

    private static Assessment with(Assessment state, Dossier dossier) {
        return switch (state) {
            case Presumed presumed -> new Presumed(dossier, presumed.edition(), presumed.duties());
            case NoticesOwed owed -> new NoticesOwed(dossier, owed.edition(), owed.conclusion());
            case NothingOwed nothing -> new NothingOwed(dossier, nothing.edition(), nothing.conclusion());
        };
    }

    private static List<Fact> discoveryMoved(Dossier before, Dossier after) {
        Discovery discovery = after.discovery();
        return discovery.on().equals(before.discovery().on())
                ? List.of()
                : List.of(new Fact.DiscoveryDetermined(discovery.on(), discovery.reason()));
    }
}
