package org.candor.notification.accounting;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.candor.kit.access.AccessLog;
import org.candor.kit.web.PersonalText;
import org.candor.notification.accounting.AccountingRequest.Accounting;
import org.candor.notification.accounting.AccountingRequest.Entry;
import org.candor.notification.accounting.AccountingRequest.View;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.campaign.CampaignRow;
import org.candor.notification.text.NoticeTextRow;
import org.candor.notification.text.NoticeTexts;
import org.candor.notification.text.Template;
import org.candor.notification.text.decision.DataKind;

/**
 * Finds the breaches of one person in all campaigns of the entity: what the caller may tell, and what has to be told later or by
 * somebody else. Call inside a transaction.
 */
@ApplicationScoped
class AccountingEntries {

    private static final String NOT_PERMITTED = "Disclosure that the Privacy Rule does not permit";

    /** A breach of the person: to be told, or left out; neither where it lies outside of the six years. */
    private record Told(Optional<Entry> entry, Optional<LeftOut> leftOut) {}

    /** What the caller gives, and what he cannot give. */
    record Found(Accounting accounting, List<LeftOut> leftOut) {

        Found {
            leftOut = List.copyOf(leftOut);
        }
    }

    private final CampaignDesk desk;
    private final Disclosures disclosures;
    private final NoticeTexts texts;
    private final PersonBreaches people;
    private final AccessLog accesses;

    AccountingEntries(
            CampaignDesk desk, Disclosures disclosures, NoticeTexts texts, PersonBreaches people, AccessLog accesses) {
        this.desk = desk;
        this.disclosures = disclosures;
        this.texts = texts;
        this.people = people;
        this.accesses = accesses;
    }

    Uni<Found> of(View request, AccountingRequest who) {
        return people.matching(request.entityId(), who).chain(matching -> found(request, who, matching));
    }

    private Uni<Found> found(View request, AccountingRequest who, Map<UUID, Boolean> matching) {
        List<UUID> visible = matching.keySet().stream().filter(matching::get).toList();
        return accesses.list("read-accounting", "requestId=" + request.id(), visible)
                .chain(() -> Multi.createFrom()
                        .iterable(matching.keySet())
                        .onItem()
                        .transformToUniAndConcatenate(incident ->
                                desk.known(incident).chain(campaign -> told(request, campaign, matching.get(incident))))
                        .collect()
                        .asList())
                .map(told -> found(request, who, told));
    }

    /** 45 CFR 164.412: while the letters may not go, an accounting must not tell it either. */
    private Uni<Told> told(View request, CampaignRow campaign, boolean visible) {
        Optional<LocalDate> held = desk.heldUntil(campaign);
        return entry(campaign).map(entry -> {
            if (entry.disclosedOn() != null && !request.time().covers(entry.disclosedOn())) {
                return new Told(Optional.empty(), Optional.empty());
            }
            return visible && held.isEmpty()
                    ? new Told(Optional.of(entry), Optional.empty())
                    : new Told(Optional.empty(), Optional.of(new LeftOut(campaign.incidentId(), visible)));
        });
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

    private static Found found(View request, AccountingRequest who, List<Told> told) {
        List<LeftOut> leftOut =
                told.stream().flatMap(one -> one.leftOut().stream()).toList();
        Accounting accounting = new Accounting(
                request,
                new PersonalText(
                        who.givenName().value() + " " + who.familyName().value()),
                told.stream().flatMap(one -> one.entry().stream()).toList(),
                (int) leftOut.stream().filter(LeftOut::visible).count());
        return new Found(accounting, leftOut);
    }
}
