package org.candor.notification.posting;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.candor.kit.access.AccessLog;
import org.candor.kit.crypto.BlindIndex;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.time.Ids;
import org.candor.kit.web.Refused;
import org.candor.notification.NotificationProblem;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.lookup.LookUpIndex;
import org.candor.notification.lookup.LookUpKeys;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * "Where an individual can learn whether his PHI may be included" (45 CFR 164.404(d)(2)(ii)): yes or no about one person, for
 * those whom an officer put at the line. Each question is recorded, and nobody can try many names.
 */
@ApplicationScoped
class LookUps {

    private static final String LANE = "look-ups";
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final byte[] NONE = {0};

    private static final String READY =
            "select not " + LookUpIndex.STALE + " from look_up_index t where t.incident_id = ?1";

    private static final String IS_STAFF = "select count(*) from line_staff where incident_id = ?1 and person = ?2";

    private static final String INCLUDED = """
            select exists (select 1 from person_look_up where incident_id = ?1 and born_index = ?2)
                or exists (select 1 from person_look_up where incident_id = ?1 and zip_index = ?3)
            """;

    private final CampaignDesk desk;
    private final BlindIndex index;
    private final AccessLog accesses;
    private final CurrentVertxRequest current;
    private final MeterRegistry meters;
    private final Caller caller;
    private final Clock clock;
    private final Ids ids;
    private final int mostPerMinute;

    LookUps(
            CampaignDesk desk,
            BlindIndex index,
            AccessLog accesses,
            CurrentVertxRequest current,
            MeterRegistry meters,
            Caller caller,
            Clock clock,
            Ids ids,
            @ConfigProperty(name = "candor.line.look-ups-per-minute") int mostPerMinute) {
        this.desk = desk;
        this.index = index;
        this.accesses = accesses;
        this.current = current;
        this.meters = meters;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
        this.mostPerMinute = mostPerMinute;
    }

    void begin(@Observes StartupEvent started) {
        Refused.register(meters, List.of(LANE));
    }

    Uni<LookUpRequest.Answer> ask(UUID incidentId, LookUpRequest request) {
        if (request.bornOn() == null && request.zip() == null) {
            throw new Problem(CommonProblem.INVALID_FIELD).field("/bornOn", "day of birth or ZIP code is needed");
        }
        return index.ready()
                .chain(() -> Transactions.run(() -> desk.visible(incidentId)
                        .chain(() -> mustSitAtTheLine(incidentId))
                        .chain(this::mustNotAskTooMuch)
                        .chain(() -> mustBeReady(incidentId))
                        .chain(() -> included(incidentId, request))
                        .call(included -> record(incidentId, included))
                        .map(LookUpRequest.Answer::new)));
    }

    Uni<List<String>> staff(UUID incidentId) {
        return Transactions.run(
                () -> desk.read(incidentId, "read-look-up-staff").chain(() -> names(incidentId)));
    }

    Uni<List<String>> putStaff(UUID incidentId, List<String> persons) {
        return Transactions.run(() -> desk.toChange(incidentId)
                .chain(() -> Sql.update("delete from line_staff where incident_id = ?1", incidentId))
                .chain(() -> Sql.update(
                        "insert into line_staff (incident_id, person)"
                                + " select t.incident_id, r.person from toll_free_line t,"
                                + " unnest(string_to_array(?2, chr(10))) as r (person) where t.incident_id = ?1",
                        incidentId,
                        String.join("\n", persons.stream().distinct().toList())))
                .call(() -> accesses.read("change-line-staff", incidentId))
                .chain(() -> names(incidentId)));
    }

    /** Whoever does not sit at this line learns not even that there is one. */
    private Uni<Void> mustSitAtTheLine(UUID incidentId) {
        return Sql.rows(Long.class, IS_STAFF, incidentId, caller.subject())
                .invoke(rows -> {
                    if (rows.getFirst() == 0) {
                        throw Problem.notFound();
                    }
                })
                .replaceWithVoid();
    }

    /** Questions of one caller are counted one after another, at whatever replica they come. */
    private Uni<Void> mustNotAskTooMuch() {
        return Sql.rows(Object.class, "select cast(pg_advisory_xact_lock(hashtext(?1)) as text)", caller.subject())
                .chain(() -> Sql.rows(
                        Object[].class,
                        "select count(*), min(asked_at) from line_look_up where asked_by = ?1 and asked_at > ?2",
                        caller.subject(),
                        clock.instant().minus(WINDOW)))
                .invoke(rows -> refuse(((Number) rows.getFirst()[0]).longValue() >= mostPerMinute, rows.getFirst()[1]))
                .replaceWithVoid();
    }

    private void refuse(boolean tooMany, Object first) {
        if (tooMany) {
            Duration wait = Duration.between(clock.instant(), Sql.instant(first).plus(WINDOW));
            Refused.mark(LANE, wait, current.getCurrent(), meters);
            throw new Problem(CommonProblem.TOO_MANY_REQUESTS);
        }
    }

    private static Uni<Void> mustBeReady(UUID incidentId) {
        return Sql.rows(Boolean.class, READY, incidentId)
                .invoke(rows -> {
                    if (rows.isEmpty() || !rows.getFirst()) {
                        throw new Problem(NotificationProblem.LOOK_UP_NOT_READY);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Boolean> included(UUID incidentId, LookUpRequest request) {
        LookUpKeys keys = new LookUpKeys(index, incidentId);
        String given = request.givenName().value();
        String family = request.familyName().value();
        return Sql.rows(
                        Boolean.class,
                        INCLUDED,
                        incidentId,
                        request.bornOn() == null ? NONE : keys.byBirth(given, family, request.bornOn()),
                        request.zip() == null ? NONE : keys.byZip(given, family, request.zip()))
                .map(List::getFirst);
    }

    private Uni<Void> record(UUID incidentId, boolean included) {
        return Sql.update(
                        "insert into line_look_up (id, incident_id, asked_by, asked_at, included)"
                                + " values (?1, ?2, ?3, ?4, ?5)",
                        ids.next(),
                        incidentId,
                        caller.subject(),
                        clock.instant(),
                        included)
                .chain(() -> accesses.read("look-up-person", incidentId));
    }

    private static Uni<List<String>> names(UUID incidentId) {
        return Sql.rows(
                String.class, "select person from line_staff where incident_id = ?1 order by person", incidentId);
    }
}
