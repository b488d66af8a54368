package org.candor.investigation.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.candor.events.CasePhase;
import org.candor.investigation.cases.decision.CaseCommand;
import org.candor.investigation.cases.decision.CaseDecisions;
import org.candor.investigation.cases.decision.CaseState;
import org.candor.investigation.cases.decision.Decision;
import org.candor.investigation.cases.decision.Refusal;
import org.candor.investigation.directory.Directory;
import org.candor.kit.access.AccessLog;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.identity.Visibility;
import org.candor.kit.web.EntityTags;

/** Loads a case, lets the core decide, stores what it decided. Call inside a transaction. */
@ApplicationScoped
class CaseWork {

    private final Visibility visibility;
    private final Caller caller;
    private final Directory directory;
    private final Cases cases;
    private final CaseDecisions decisions;
    private final CaseWriter writer;
    private final AccessLog accessLog;
    private final ObjectMapper json;
    private final Clock clock;
    private final List<CaseSide> sides;

    CaseWork(
            Visibility visibility,
            Caller caller,
            Directory directory,
            Cases cases,
            CaseDecisions decisions,
            CaseWriter writer,
            AccessLog accessLog,
            ObjectMapper json,
            Clock clock,
            @All List<CaseSide> sides) {
        this.visibility = visibility;
        this.caller = caller;
        this.directory = directory;
        this.cases = cases;
        this.decisions = decisions;
        this.writer = writer;
        this.accessLog = accessLog;
        this.json = json;
        this.clock = clock;
        this.sides = sides;
    }

    /**
     * A case with the caller as he acts on it.
     *
     * @param beside what the features beside the case still have open
     */
    record Opened(StoredCase stored, CaseState state, Acting acting, List<String> beside) {
        /** Everything that keeps the case from being closed. */
        List<String> toClose(CaseState at, List<String> ofTheCase) {
            return at.phase() == CasePhase.CLOSED
                    ? List.of()
                    : Stream.concat(ofTheCase.stream(), beside.stream()).toList();
        }
    }

    /** What the client is told of a change. */
    record Changed(ChangeView view, long version) {
        Changed made(UUID id) {
            return new Changed(view.withId(id), version);
        }
    }

    /** The moment of a decision, as precise as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** A command without words. */
    Uni<Changed> obey(UUID incidentId, String ifMatch, Function<Acting, CaseCommand> command) {
        return obey(incidentId, ifMatch, Optional.empty(), now(), command);
    }

    /** A command with words, which are sealed as JSON into the row they belong to. */
    Uni<Changed> obey(UUID incidentId, String ifMatch, Object words, Function<Acting, CaseCommand> command) {
        return obey(incidentId, ifMatch, Optional.of(Written.words(bytes(words))), now(), command);
    }

    Uni<Changed> obey(
            UUID incidentId,
            String ifMatch,
            Optional<Written> words,
            Instant now,
            Function<Acting, CaseCommand> command) {
        return openForChange(incidentId, ifMatch).chain(opened -> {
            CaseCommand asked = command.apply(opened.acting());
            Decision.Accepted accepted = accepted(opened, asked, now);
            return writer.save(opened.stored(), accepted, words, caller.subject(), now)
                    .call(() -> accessLog.read(asked.name().wire(), incidentId))
                    .map(done -> changed(opened, accepted.next()));
        });
    }

    /** Refuses as {@link #obey} would, and changes nothing. */
    Decision.Accepted accepted(Opened opened, CaseCommand command, Instant now) {
        boolean closing =
                command instanceof CaseCommand.CloseCase && !opened.beside().isEmpty();
        return switch (decisions.decide(opened.state(), command, now)) {
            case Decision.Refused refused
            when closing && refused.reason() == Refusal.OPEN_MATTERS_REMAIN ->
                throw openMatters(opened.toClose(opened.state(), refused.missing()));
            case Decision.Refused refused -> throw InvestigationProblem.of(refused);
            case Decision.Accepted ignored when closing -> throw openMatters(opened.beside());
            case Decision.Accepted accepted -> accepted;
        };
    }

    Uni<Opened> openForChange(UUID incidentId, String ifMatch) {
        return open(incidentId, cases::findForChange)
                .invoke(opened -> EntityTags.check(ifMatch, opened.stored().row().version));
    }

    Uni<Opened> openForReading(UUID incidentId) {
        return open(incidentId, cases::find);
    }

    private Uni<Opened> open(UUID incidentId, Function<UUID, Uni<Optional<StoredCase>>> find) {
        return visibility
                .require(incidentId)
                .chain(routing -> find.apply(incidentId)
                        .map(found -> found.orElseThrow(Problem::notFound))
                        .chain(stored -> directory
                                .entity(stored.row().entityId)
                                .chain(entity -> beside(incidentId)
                                        .map(beside -> new Opened(
                                                stored, stored.state(), Acting.on(routing, caller, entity), beside)))));
    }

    private Uni<List<String>> beside(UUID incidentId) {
        return Multi.createFrom()
                .iterable(sides)
                .onItem()
                .transformToUniAndConcatenate(side -> side.openMatters(incidentId))
                .onItem()
                .transformToIterable(matters -> matters)
                .collect()
                .asList();
    }

    private static Problem openMatters(List<String> all) {
        boolean onlyEvidence = all.stream().allMatch(matter -> matter.startsWith("evidence."));
        return new Problem(
                        onlyEvidence
                                ? InvestigationProblem.EVIDENCE_NOT_EXAMINED
                                : InvestigationProblem.OPEN_MATTERS_REMAIN)
                .missing(all);
    }

    private Changed changed(Opened opened, CaseState next) {
        ChangeView view = new ChangeView(
                next.file().incidentId(),
                next.phase(),
                CaseViews.names(decisions.offered(next, opened.acting().person())),
                decisions.missingInPhase(next),
                opened.toClose(next, decisions.openMatters(next)),
                null);
        return new Changed(view, opened.stored().row().version);
    }

    /** Words as they are sealed. */
    byte[] bytes(Object words) {
        try {
            return json.writeValueAsBytes(words);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("words are not JSON", e);
        }
    }
}
