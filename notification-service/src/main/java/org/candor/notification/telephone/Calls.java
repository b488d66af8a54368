package org.candor.notification.telephone;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.events.NoticeEvent.NoticesSent;
import org.candor.events.NoticeEvent.RegulatorNotified;
import org.candor.events.NoticeMethod;
import org.candor.events.Topic;
import org.candor.kit.access.AccessLog;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.time.Ids;
import org.candor.kit.web.Idempotency;
import org.candor.notification.NotificationProblem;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.campaign.CampaignRow;
import org.candor.notification.campaign.decision.Command;
import org.candor.notification.campaign.decision.Duty;

/** Makes tasks where a duty asks for calls, records each call, and fulfils the duty with the last one. */
@ApplicationScoped
class Calls {

    static final String NOTE = "telephone_call.note";

    private static final String CLOSE = """
            update telephone_task
               set state = ?3, attempts = attempts + 1, version = version + 1,
                   closed_on = case when ?3 = 'OPEN' then null else cast(?4 as date) end
             where id = ?1 and incident_id = ?2 and state = 'OPEN'
            """;

    private final CampaignDesk desk;
    private final TelephoneTasks tasks;
    private final IncidentVault vault;
    private final AccessLog accesses;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;
    private final Ids ids;

    /** The answer to a recorded call. */
    record Recorded(UUID callId, UUID taskId, CallOutcome outcome, String state) {}

    /** The answer to made tasks. */
    record Added(Purpose purpose, int added) {}

    Calls(
            CampaignDesk desk,
            TelephoneTasks tasks,
            IncidentVault vault,
            AccessLog accesses,
            Outbox outbox,
            Idempotency idempotency,
            Caller caller,
            Clock clock,
            Ids ids) {
        this.desk = desk;
        this.tasks = tasks;
        this.vault = vault;
        this.accesses = accesses;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
    }

    Uni<Added> addAll(UUID incidentId, Purpose purpose) {
        return Transactions.run(() -> desk.toChange(incidentId)
                .invoke(campaign -> desk.check(campaign, fulfil(purpose, desk.today(campaign))))
                .chain(() -> tasks.addAll(incidentId, purpose))
                .map(added -> new Added(purpose, added)));
    }

    Uni<Recorded> record(UUID incidentId, UUID taskId, CallRequest request, String retryKey) {
        if (request.outcome() == CallOutcome.GIVEN_UP && request.words().isBlank()) {
            throw new Problem(CommonProblem.INVALID_FIELD).field("/note", "say why nothing more is tried");
        }
        return Transactions.run(() -> desk.toChange(incidentId)
                .chain(campaign -> idempotency.once(
                        "record-call-" + taskId,
                        retryKey,
                        request,
                        Recorded.class,
                        () -> record(campaign, taskId, request))));
    }

    private Uni<Recorded> record(CampaignRow campaign, UUID taskId, CallRequest request) {
        if (request.calledAt().isAfter(clock.instant())) {
            throw new Problem(NotificationProblem.DAY_IN_THE_FUTURE).field("/calledAt", "not after now");
        }
        LocalDate day = LocalDate.ofInstant(request.calledAt(), campaign.zone());
        String state = request.outcome().state().name();
        UUID callId = ids.next();
        return purpose(campaign.incidentId(), taskId)
                .invoke(purpose -> refuseUnderHold(campaign, purpose))
                .call(() -> close(campaign, taskId, state, day))
                .call(() -> add(campaign, callId, taskId, request))
                .call(() -> accesses.read("record-call", campaign.incidentId()))
                .call(purpose -> tell(campaign, purpose, request.outcome(), day))
                .replaceWith(new Recorded(callId, taskId, request.outcome(), state));
    }

    private static Uni<Purpose> purpose(UUID incidentId, UUID taskId) {
        return Sql.rows(
                        String.class,
                        "select purpose from telephone_task where id = ?1 and incident_id = ?2",
                        taskId,
                        incidentId)
                .map(rows -> rows.stream().findFirst().map(Purpose::valueOf).orElseThrow(Problem::notFound));
    }

    /** 45 CFR 164.412: a call is a notice, too. */
    private void refuseUnderHold(CampaignRow campaign, Purpose purpose) {
        campaign.campaign()
                .duties()
                .heldUntil(desk.today(campaign), duty -> duty.kind() == purpose.duty())
                .ifPresent(until -> {
                    throw new Problem(NotificationProblem.NOTICE_HELD).field("heldUntil", until.toString());
                });
    }

    private static Uni<Void> close(CampaignRow campaign, UUID taskId, String state, LocalDate day) {
        return Sql.update(CLOSE, taskId, campaign.incidentId(), state, day)
                .invoke(changed -> {
                    if (changed == 0) {
                        throw new Problem(NotificationProblem.ALREADY_DONE);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Integer> add(CampaignRow campaign, UUID callId, UUID taskId, CallRequest request) {
        return vault.open(campaign.incidentId())
                .chain(cipher -> Sql.update(
                        "insert into telephone_call (id, task_id, called_at, outcome, note, recorded_at, recorded_by)"
                                + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                        callId,
                        taskId,
                        request.calledAt(),
                        request.outcome().name(),
                        cipher.seal(NOTE, callId, request.words()),
                        clock.instant(),
                        caller.subject()));
    }

    private Uni<Void> tell(CampaignRow campaign, Purpose purpose, CallOutcome outcome, LocalDate day) {
        if (outcome.state() == CallOutcome.State.OPEN) {
            return Uni.createFrom().voidItem();
        }
        return told(campaign, purpose, outcome, day)
                .chain(() -> tasks.counts(campaign.incidentId(), purpose))
                .chain(counts -> settled(purpose, counts) ? fulfilled(campaign, purpose, day) : nothing());
    }

    /** Breach-service counts the calls that stand in for a letter, whatever other means it was in the end. */
    private Uni<Void> told(CampaignRow campaign, Purpose purpose, CallOutcome outcome, LocalDate day) {
        return purpose == Purpose.SUBSTITUTE && outcome.state() == CallOutcome.State.DONE
                ? outbox.publish(
                        Topic.NOTICE,
                        new NoticesSent(campaign.incidentId(), Map.of(NoticeMethod.TELEPHONE, 1L), day, day),
                        campaign.origin(caller.subject()))
                : nothing();
    }

    /** Who was given up still is owed his substitute notice; an urgent call only comes in addition to the letter. */
    private static boolean settled(Purpose purpose, Map<String, Long> counts) {
        return !counts.containsKey("OPEN") && (purpose == Purpose.URGENT || !counts.containsKey("GIVEN_UP"));
    }

    private Uni<Void> fulfilled(CampaignRow campaign, Purpose purpose, LocalDate day) {
        Optional<Duty> duty = campaign.campaign().duties().list().stream()
                .filter(one -> one.kind() == purpose.duty()
                        && one.open()
                        && !one.method().equals("CONSPICUOUS"))
                .findFirst();
        return duty.map(open -> desk.applyIfPossible(campaign, fulfil(purpose, day), caller.subject())
                        .chain(done -> done && purpose == Purpose.URGENT ? urgentDone(campaign, open, day) : nothing()))
                .orElseGet(Calls::nothing);
    }

    private Uni<Void> urgentDone(CampaignRow campaign, Duty duty, LocalDate day) {
        return outbox.publish(
                Topic.NOTICE,
                new RegulatorNotified(campaign.incidentId(), duty.id(), duty.jurisdiction(), day),
                campaign.origin(caller.subject()));
    }

    private static Command.Fulfil fulfil(Purpose purpose, LocalDate on) {
        return new Command.Fulfil(Set.of(purpose.duty()), Optional.empty(), Optional.empty(), on);
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
