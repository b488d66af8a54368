package org.candor.notification.text;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.data.Transactions;
import org.candor.kit.data.Workers;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.EventJson;
import org.candor.kit.time.Ids;
import org.candor.kit.web.EntityTags;
import org.candor.notification.NotificationProblem;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.campaign.CampaignRow;
import org.candor.notification.directory.Directory;
import org.candor.notification.directory.EntityPaper;
import org.candor.notification.text.decision.Checklist;
import org.candor.notification.text.decision.NoticeContent;
import org.candor.notification.text.decision.Readability;

/** Writes drafts and shows texts. An approved text is never changed: the next PUT begins a new version. */
@ApplicationScoped
class Drafting {

    private final NoticeTexts texts;
    private final ContentElements elements;
    private final CampaignDesk desk;
    private final Directory directory;
    private final Workers workers;
    private final Caller caller;
    private final Ids ids;

    Drafting(
            NoticeTexts texts,
            ContentElements elements,
            CampaignDesk desk,
            Directory directory,
            Workers workers,
            Caller caller,
            Ids ids) {
        this.texts = texts;
        this.elements = elements;
        this.desk = desk;
        this.directory = directory;
        this.workers = workers;
        this.caller = caller;
        this.ids = ids;
    }

    /** A text with what the duties ask of it. */
    record Shown(NoticeTextRow row, Checklist checklist) {}

    Uni<Shown> put(UUID incidentId, Template template, String language, TextRequest request, String ifMatch) {
        return Transactions.run(() -> desk.toChange(incidentId)
                .chain(campaign -> texts.newest(incidentId, template, language)
                        .chain(newest -> texts.persist(draft(campaign, template, language, newest, request, ifMatch))))
                .chain(this::shown));
    }

    Uni<List<Shown>> all(UUID incidentId) {
        return Transactions.run(() -> desk.read(incidentId, "list-notice-texts")
                .chain(() -> texts.all(incidentId))
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(this::shown)
                        .collect()
                        .asList()));
    }

    Uni<Shown> one(UUID incidentId, Template template, String language) {
        return Transactions.run(() -> desk.read(incidentId, "read-notice-text")
                .chain(() -> texts.newest(incidentId, template, language))
                .map(found -> found.orElseThrow(Drafting::unknown))
                .chain(this::shown));
    }

    /** Call inside a session. */
    Uni<Shown> shown(NoticeTextRow row) {
        return elements.checklist(row).map(checklist -> new Shown(row, checklist));
    }

    /** What was frozen, by its number; the newest where none is named. */
    Uni<NoticeTextRow> frozen(UUID incidentId, Template template, String language, Integer number) {
        return Transactions.run(() -> desk.read(incidentId, "read-generic-copy")
                .chain(() -> number == null
                        ? texts.approved(incidentId, template, language)
                        : texts.approved(incidentId, template, language, number))
                .map(found -> found.orElseThrow(Drafting::unknown)));
    }

    /** The newest version ready to be rendered on a worker. */
    Uni<Rendering> rendering(UUID incidentId, Template template, String language) {
        return Transactions.run(() -> desk.read(incidentId, "read-notice-text")
                .chain(campaign -> texts.newest(incidentId, template, language)
                        .map(found -> found.orElseThrow(Drafting::unknown))
                        .chain(text -> rendering(campaign, text))));
    }

    Uni<byte[]> pdf(UUID incidentId, Template template, String language) {
        return rendering(incidentId, template, language).chain(rendering -> workers.run(rendering::pdf));
    }

    /** Call inside a session. */
    Uni<Rendering> rendering(CampaignRow campaign, NoticeTextRow text) {
        return directory
                .entity(campaign.entityId())
                .map(Optional::orElseThrow)
                .map(EntityPaper::sender)
                .map(sender -> new Rendering(
                        text.template(), sender, text.content(), text.words(), campaign.drill(), desk.today(campaign)));
    }

    static Problem unknown() {
        return new Problem(NotificationProblem.TEXT_NOT_FOUND);
    }

    private NoticeTextRow draft(
            CampaignRow campaign,
            Template template,
            String language,
            Optional<NoticeTextRow> newest,
            TextRequest request,
            String ifMatch) {
        NoticeTextRow row = newest.filter(one -> !one.approved())
                .map(one -> {
                    EntityTags.check(ifMatch, one.version);
                    return one;
                })
                .orElseGet(() -> fresh(campaign.incidentId(), template, language, newest));
        NoticeContent content = request.content(campaign.discoveredOn());
        Readability readability = Readability.of(content.prose(), language);
        row.content = EventJson.write(StoredContent.of(content));
        row.measure = readability.measure();
        row.measured = readability.value();
        row.plain = readability.plain();
        row.readingReason = TextRequest.text(request.readingReason());
        row.confirmed = EventJson.write(request.confirmedElements());
        row.templateVersion = FormCatalogue.READ.version(template);
        row.author = caller.subject();
        return row;
    }

    private NoticeTextRow fresh(UUID incidentId, Template template, String language, Optional<NoticeTextRow> previous) {
        NoticeTextRow row = new NoticeTextRow();
        row.id = ids.next();
        row.incidentId = incidentId;
        row.template = template.id();
        row.language = language;
        row.number = previous.map(one -> one.number + 1).orElse(1);
        row.state = "DRAFT";
        return row;
    }
}
