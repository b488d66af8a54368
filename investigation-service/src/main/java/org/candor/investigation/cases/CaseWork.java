package org.candor.investigation.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.candor.investigation.cases.decision.CaseCommand;
import org.candor.investigation.cases.decision.CaseDecisions;
import org.candor.investigation.cases.decision.CaseState;
import org.candor.investigation.cases.decision.Decision;
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

    CaseWork(
            Visibility visibility,
            Caller caller,
            Directory directory,
            Cases cases,
            CaseDecisions decisions,
            CaseWriter writer,
            AccessLog accessLog,
            ObjectMapper json,
            Clock clock) {
        this.visibility = visibility;
        this.caller = caller;
        this.directory = directory;
        this.cases = cases;
        this.decisions = decisions;
        this.writer = writer;
        this.accessLog = accessLog;
        this.json = json;
        this.clock = clock;
    }

    /** A case with the caller as he acts on it. */
    record Opened(StoredCase stored, CaseState state, Acting acting) {}

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
        return switch (decisions.decide(opened.state(), command, now)) {
            case Decision.Accepted accepted -> accepted;
            case Decision.Refused refused -> throw InvestigationProblem.of(refused);
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
                                .map(entity ->
                                        new Opened(stored, stored.state(), Acting.on(routing, caller, entity)))));
    }

    private Changed changed(Opened opened, CaseState next) {
        ChangeView view = new ChangeView(
                next.file().incidentId(),
                next.phase(),
                CaseViews.names(decisions.offered(next, opened.acting().person())),
                decisions.missingInPhase(next),
                decisions.openMatters(next),
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
