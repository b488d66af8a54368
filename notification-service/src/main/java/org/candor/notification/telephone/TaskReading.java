package org.candor.notification.telephone;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.access.AccessLog;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.web.Page;
import org.candor.kit.web.PersonalText;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.campaign.CampaignRow;
import org.candor.notification.directory.Directory;
import org.candor.notification.document.ScriptLayout;
import org.candor.notification.roster.PersonDetails;
import org.candor.notification.text.NoticeTexts;
import org.candor.notification.text.Template;

/**
 * Shows tasks, each reading recorded. A list tells whom there is to call; the whole number is read with the one task whose call
 * is made now (45 CFR 164.502(b)).
 */
@ApplicationScoped
class TaskReading {

    private static final UUID FIRST = new UUID(0, 0);

    private static final String FIND = """
            select t.id, t.person_id, t.purpose, t.state, t.attempts, t.closed_on, p.sealed, p.language
              from telephone_task t join person p on p.id = t.person_id
             where t.incident_id = ?1
            """;

    private final CampaignDesk desk;
    private final IncidentVault vault;
    private final AccessLog accesses;
    private final NoticeTexts texts;
    private final Directory directory;

    TaskReading(CampaignDesk desk, IncidentVault vault, AccessLog accesses, NoticeTexts texts, Directory directory) {
        this.desk = desk;
        this.vault = vault;
        this.accesses = accesses;
        this.texts = texts;
        this.directory = directory;
    }

    Uni<Page<TaskView>> page(UUID incidentId, Purpose purpose, String state, UUID after, int limit) {
        return Transactions.run(() -> desk.visible(incidentId)
                .call(() -> accesses.read("read-telephone-tasks", incidentId))
                .chain(() -> vault.open(incidentId))
                .chain(cipher -> Sql.rows(
                                Object[].class,
                                FIND + " and (?2 = '' or t.purpose = ?2) and (?3 = '' or t.state = ?3) and t.id > ?4"
                                        + " order by t.id limit ?5",
                                incidentId,
                                purpose == null ? "" : purpose.name(),
                                state == null ? "" : state,
                                after == null ? FIRST : after,
                                limit + 1)
                        .map(rows -> page(rows, cipher, limit))));
    }

    Uni<TaskView> one(UUID incidentId, UUID taskId) {
        return Transactions.run(() -> desk.visible(incidentId)
                .call(() -> accesses.readPart("read-telephone-task", incidentId, "taskId=" + taskId))
                .chain(campaign -> vault.open(incidentId)
                        .chain(cipher -> Sql.rows(Object[].class, FIND + " and t.id = ?2", incidentId, taskId)
                                .map(rows -> rows.stream().findFirst().orElseThrow(Problem::notFound))
                                .chain(row -> whole(campaign, row, cipher)))));
    }

    private Uni<TaskView> whole(CampaignRow campaign, Object[] row, IncidentCipher cipher) {
        return script(campaign, (String) row[7], name(row, cipher))
                .chain(script -> calls((UUID) row[0], cipher)
                        .map(calls ->
                                view(row, cipher, script.map(PersonalText::new).orElse(null), calls)));
    }

    /** The approved script in the person's language, else in English; empty while there is none. */
    private Uni<Optional<String>> script(CampaignRow campaign, String language, String name) {
        return texts.approved(campaign.incidentId(), Template.SCRIPT, language)
                .chain(found -> found.isPresent() || language.equals("en")
                        ? Uni.createFrom().item(found)
                        : texts.approved(campaign.incidentId(), Template.SCRIPT, "en"))
                .chain(found -> directory
                        .entity(campaign.entityId())
                        .map(paper -> found.flatMap(text -> paper.map(one -> ScriptLayout.plain(
                                one.sender(), text.content(), text.words(), name, campaign.drill())))));
    }

    private static Uni<List<TaskView.CallView>> calls(UUID taskId, IncidentCipher cipher) {
        return Sql.rows(
                        Object[].class,
                        "select id, called_at, outcome, note, recorded_by from telephone_call where task_id = ?1"
                                + " order by called_at, id",
                        taskId)
                .map(rows -> rows.stream()
                        .map(row -> new TaskView.CallView(
                                instant(row[1]),
                                CallOutcome.valueOf((String) row[2]),
                                new PersonalText(cipher.read(Calls.NOTE, (UUID) row[0], (byte[]) row[3])),
                                (String) row[4]))
                        .toList());
    }

    private static Page<TaskView> page(List<Object[]> rows, IncidentCipher cipher, int limit) {
        List<TaskView> views = new ArrayList<>();
        rows.stream()
                .limit(limit)
                .forEach(row -> views.add(view(row, cipher, null, null).masked()));
        return new Page<>(views, rows.size() > limit ? views.getLast().id().toString() : null);
    }

    private static TaskView view(
            Object[] row, IncidentCipher cipher, PersonalText script, List<TaskView.CallView> calls) {
        PersonDetails person = PersonDetails.read(cipher, (UUID) row[1], (byte[]) row[6]);
        boolean noPhone = person.phone() == null || person.phone().isBlank();
        return new TaskView(
                (UUID) row[0],
                (UUID) row[1],
                Purpose.valueOf((String) row[2]),
                (String) row[3],
                new PersonalText(person.individual().name()),
                noPhone ? null : new PersonalText(person.phone()),
                (String) row[7],
                ((Number) row[4]).intValue(),
                (LocalDate) row[5],
                script,
                calls);
    }

    private static String name(Object[] row, IncidentCipher cipher) {
        return PersonDetails.read(cipher, (UUID) row[1], (byte[]) row[6])
                .individual()
                .name();
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
