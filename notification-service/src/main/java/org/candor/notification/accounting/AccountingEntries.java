package org.candor.notification.accounting;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.candor.kit.access.AccessLog;
import org.candor.kit.crypto.BlindIndex;
import org.candor.kit.data.Sql;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.EventJson;
import org.candor.kit.web.PersonalText;
import org.candor.notification.NotificationProblem;
import org.candor.notification.accounting.AccountingRequest.Accounting;
import org.candor.notification.accounting.AccountingRequest.Entry;
import org.candor.notification.accounting.AccountingRequest.View;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.campaign.CampaignRow;
import org.candor.notification.lookup.LookUpIndex;
import org.candor.notification.lookup.LookUpKeys;
import org.candor.notification.text.NoticeTextRow;
import org.candor.notification.text.NoticeTexts;
import org.candor.notification.text.Template;
import org.candor.notification.text.decision.DataKind;

/** Finds the breaches of one person, in all campaigns of the entity that the caller may see. Call inside a transaction. */
@ApplicationScoped
class AccountingEntries {

    /** Whose records were disposed of has no names any more. */
    private static final String WANT = """
            insert into look_up_index (incident_id)
            select c.incident_id from campaign c
             where c.entity_id = ?1 and not c.drill
               and not exists (select 1 from vault.disposed d where d.incident_id = c.incident_id)
            on conflict do nothing
            """;

    private static final String STALE = """
            select count(*) from look_up_index t join campaign c on c.incident_id = t.incident_id
             where c.entity_id = ?1 and
            """ + LookUpIndex.STALE;

    private static final String CAMPAIGNS = """
            select incident_id from campaign
             where entity_id = ?1 and not drill and incident_visible(incident_id, ?2, ?3)
             order by incident_id
            """;

    private static final String MATCHING = """
            select distinct l.incident_id
              from person_look_up l
              join json_to_recordset(cast(cast(?1 as text) as json)) as r (incident uuid, born text, zip text)
                on r.incident = l.incident_id
               and (l.born_index = decode(r.born, 'base64') or l.zip_index = decode(r.zip, 'base64'))
             order by l.incident_id
            """;

    private static final String NOTHING = Base64.getEncoder().encodeToString(new byte[] {0});
    private static final String NOT_PERMITTED = "Disclosure that the Privacy Rule does not permit";

    private record Key(UUID incident, String born, String zip) {}

    private final CampaignDesk desk;
    private final Disclosures disclosures;
    private final NoticeTexts texts;
    private final BlindIndex index;
    private final AccessLog accesses;
    private final Caller caller;

    AccountingEntries(
            CampaignDesk desk,
            Disclosures disclosures,
            NoticeTexts texts,
            BlindIndex index,
            AccessLog accesses,
            Caller caller) {
        this.desk = desk;
        this.disclosures = disclosures;
        this.texts = texts;
        this.index = index;
        this.accesses = accesses;
        this.caller = caller;
    }

    /** From now on everybody in the entity's rosters can be found. */
    Uni<Integer> want(String entityId) {
        return Sql.update(WANT, entityId);
    }

    Uni<Accounting> of(View request, AccountingRequest who) {
        return want(request.entityId())
                .chain(() -> Sql.rows(Long.class, STALE, request.entityId()))
                .invoke(stale -> {
                    if (stale.getFirst() > 0) {
                        throw new Problem(NotificationProblem.LOOK_UP_NOT_READY);
                    }
                })
                .chain(() ->
                        Sql.rows(UUID.class, CAMPAIGNS, request.entityId(), caller.subject(), caller.entitiesFilter()))
                .chain(incidents -> Sql.rows(UUID.class, MATCHING, keys(incidents, who)))
                .call(found -> accesses.list("read-accounting", "requestId=" + request.id(), found))
                .chain(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(incident -> desk.visible(incident)
                                .chain(campaign -> held(campaign)
                                        ? Uni.createFrom().item(Optional.<Entry>empty())
                                        : entry(campaign).map(Optional::of)))
                        .collect()
                        .asList())
                .map(entries -> accounting(request, who, entries));
    }

    private String keys(List<UUID> incidents, AccountingRequest who) {
        String given = who.givenName().value();
        String family = who.familyName().value();
        return EventJson.write(incidents.stream()
                .map(incident -> {
                    LookUpKeys keys = new LookUpKeys(index, incident);
                    return new Key(
                            incident,
                            who.bornOn() == null ? NOTHING : base64(keys.byBirth(given, family, who.bornOn())),
                            who.zip() == null ? NOTHING : base64(keys.byZip(given, family, who.zip())));
                })
                .toList());
    }

    /** 45 CFR 164.412: while the letters may not go, an accounting must not tell it either. */
    private boolean held(CampaignRow campaign) {
        LocalDate today = desk.today(campaign);
        return campaign.campaign().duties().any(duty -> duty.byLetter() && duty.heldOn(today));
    }

    private Uni<Entry> entry(CampaignRow campaign) {
        return disclosures
                .find(campaign.incidentId())
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(recorded(found.get().view()))
                        : texts.approved(campaign.incidentId(), Template.LETTER, "en")
                                .map(letter -> asFarAsKnown(campaign, letter)));
    }

    private static Entry recorded(DisclosureRequest.View told) {
        return new Entry(
                told.incidentId(),
                told.disclosedOn(),
                told.recipientName(),
                told.recipientAddress(),
                told.description(),
                told.purpose(),
                true);
    }

    private static Entry asFarAsKnown(CampaignRow campaign, Optional<NoticeTextRow> letter) {
        return new Entry(
                campaign.incidentId(),
                letter.flatMap(text -> text.content().breachOn()).orElse(campaign.discoveredOn()),
                new PersonalText("not recorded yet"),
                null,
                new PersonalText(letter.map(text -> text.content().dataKinds().stream()
                                .map(kind ->
                                        kind == DataKind.OTHER ? text.content().otherData() : kind.label(false))
                                .collect(Collectors.joining(", ")))
                        .orElse("not recorded yet")),
                new PersonalText(NOT_PERMITTED),
                false);
    }

    private static Accounting accounting(View request, AccountingRequest who, List<Optional<Entry>> found) {
        List<Entry> entries = found.stream()
                .flatMap(Optional::stream)
                .filter(entry ->
                        Objects.isNull(entry.disclosedOn()) || request.time().covers(entry.disclosedOn()))
                .toList();
        int withheld = (int) found.stream().filter(Optional::isEmpty).count();
        return new Accounting(
                request,
                new PersonalText(
                        who.givenName().value() + " " + who.familyName().value()),
                entries,
                withheld);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
