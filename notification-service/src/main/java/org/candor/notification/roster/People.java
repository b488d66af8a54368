package org.candor.notification.roster;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.candor.kit.access.AccessLog;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.identity.Caller;
import org.candor.kit.web.Page;
import org.candor.kit.web.PersonalText;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.roster.decision.AddressFlaw;
import org.candor.notification.roster.decision.WayOfNotice;

/** Reads the affected people in clear, each reading recorded. */
@ApplicationScoped
public class People {

    // In the order of the index that has the incident in front: a page is read from it, whoever else stands in the
    // table.
    private static final String FIND = """
            select p.id, p.sealed, p.residence, p.language, p.method, p.reason, p.state,
                   n.id as notice, coalesce(n.state, d.outcome) as notice_state, coalesce(n.sent_on, d.sent_on) as told_on,
                   n.attempts, n.possible_duplicate, t.language || '-' || t.number
              from person p
              left join delegated_notice d on d.person_id = p.id
              left join lateral (select * from notice x where x.person_id = p.id order by x.id desc limit 1) n on true
              left join notice_text t on t.id = n.text_id
             where p.incident_id = ?1
               and p.external_index > coalesce((select last.external_index from person last where last.id = ?2), cast('' as bytea))
               and (not ?4 or (n.state = 'SENT' and t.number < (
                   select max(x.number) from notice_text x where x.incident_id = t.incident_id and x.template = t.template
                      and x.language = t.language and x.state = 'APPROVED')))
             order by p.external_index limit ?3
            """;

    private static final UUID FIRST = new UUID(0, 0);

    private final CampaignDesk desk;
    private final IncidentVault vault;
    private final AccessLog accessLog;
    private final Ways ways;
    private final Caller caller;

    /** People as they are stored, with what opens them. */
    public record Sealed(List<Object[]> rows, IncidentCipher cipher, LocalDate today) {

        public List<UUID> ids() {
            return rows.stream().map(row -> (UUID) row[0]).toList();
        }
    }

    /** A person in clear, as the listing needs him. */
    public record Line(PersonDetails details, PersonView view) {}

    People(CampaignDesk desk, IncidentVault vault, AccessLog accessLog, Ways ways, Caller caller) {
        this.desk = desk;
        this.vault = vault;
        this.accessLog = accessLog;
        this.ways = ways;
        this.caller = caller;
    }

    /**
     * A page in an order that stays; the cursor is the last id. Names are for who answers people and for who proves that each was
     * told (45 CFR 164.502(b)); whoever calls some of them learns their names in his telephone tasks.
     */
    Uni<Page<PersonView>> page(UUID incidentId, UUID after, int limit, boolean earlierText) {
        return Transactions.run(() -> desk.visible(incidentId)
                        .call(() -> accessLog.read("read-roster", incidentId))
                        .chain(campaign -> sealed(incidentId, after, limit + 1, desk.today(campaign), earlierText)))
                .map(people -> page(open(people), limit, needsNames()));
    }

    private boolean needsNames() {
        return caller.hasRole("privacy-officer") || caller.hasRole("auditor");
    }

    /** Everybody after that person, in an order that stays. Call inside a transaction that recorded the access. */
    public Uni<Sealed> after(UUID incidentId, UUID after, int limit, LocalDate today) {
        return sealed(incidentId, after, limit, today, false);
    }

    private Uni<Sealed> sealed(UUID incidentId, UUID after, int limit, LocalDate today, boolean earlierText) {
        return vault.open(incidentId)
                .chain(cipher -> Sql.rows(
                                Object[].class, FIND, incidentId, after == null ? FIRST : after, limit, earlierText)
                        .map(rows -> new Sealed(rows, cipher, today)));
    }

    /** Work for a worker where they are many. */
    public List<Line> open(Sealed people) {
        return people.rows().stream()
                .map(row -> line(row, people.cipher(), people.today()))
                .toList();
    }

    private static Page<PersonView> page(List<Line> lines, int limit, boolean names) {
        List<PersonView> views = new ArrayList<>();
        lines.stream()
                .limit(limit)
                .forEach(line -> views.add(names ? line.view() : line.view().withoutName()));
        return new Page<>(views, lines.size() > limit ? views.getLast().id().toString() : null);
    }

    private Line line(Object[] row, IncidentCipher cipher, LocalDate today) {
        UUID id = (UUID) row[0];
        PersonDetails details = PersonDetails.read(cipher, id, (byte[]) row[1]);
        WayOfNotice.Decision way = ways.decide(details.individual(), today);
        WayOfNotice.Reason reason = WayOfNotice.Reason.valueOf((String) row[5]);
        List<AddressFlaw> flaws = way.flaws().isEmpty() ? List.of() : List.copyOf(EnumSet.copyOf(way.flaws()));
        return new Line(
                details,
                new PersonView(
                        id,
                        new PersonalText(details.externalId()),
                        new PersonalText(details.individual().name()),
                        way.addressee().isEmpty() ? null : new PersonalText(way.addressee()),
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        reason.name(),
                        reason.citation(),
                        flaws,
                        (String) row[6],
                        (UUID) row[7],
                        (String) row[8],
                        (LocalDate) row[9],
                        row[10] == null ? null : ((Number) row[10]).intValue(),
                        (Boolean) row[11],
                        (String) row[12]));
    }
}
