package org.candor.notification.text;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.candor.events.NoticeEvent.NoticeTextApproved;
import org.candor.events.Topic;
import org.candor.kit.data.Transactions;
import org.candor.kit.data.Workers;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.keeping.FrozenDocument;
import org.candor.kit.keeping.Keeping;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.web.EntityTags;
import org.candor.notification.Hashes;
import org.candor.notification.NotificationProblem;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.campaign.CampaignRow;
import org.candor.notification.campaign.decision.Command;
import org.candor.notification.text.decision.Checklist;
import org.candor.notification.text.decision.Checklist.Status;
import org.candor.notification.text.decision.Element;
import org.candor.notification.text.decision.NoticeContent;

/** Freezes a text: its generic copy is laid out on a worker between two short transactions, and kept with its hash. */
@ApplicationScoped
class Approval {

    private final NoticeTexts texts;
    private final Drafting drafting;
    private final ContentElements elements;
    private final CampaignDesk desk;
    private final Workers workers;
    private final Keeping keeping;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    private record Checked(UUID textId, long version, Rendering rendering) {}

    Approval(
            NoticeTexts texts,
            Drafting drafting,
            ContentElements elements,
            CampaignDesk desk,
            Workers workers,
            Keeping keeping,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.texts = texts;
        this.drafting = drafting;
        this.elements = elements;
        this.desk = desk;
        this.workers = workers;
        this.keeping = keeping;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param ifMatch the version that was read; what was not seen is not approved */
    Uni<Drafting.Shown> approve(UUID incidentId, Template template, String language, String ifMatch) {
        String approver = caller.subject();
        return Transactions.read(() -> check(incidentId, template, language, ifMatch, approver))
                .chain(checked -> workers.run(checked.rendering()::genericCopy)
                        .chain(copy -> Transactions.run(() ->
                                freeze(incidentId, checked, copy, approver).chain(drafting::shown))));
    }

    private Uni<Checked> check(UUID incidentId, Template template, String language, String ifMatch, String approver) {
        return desk.visible(incidentId)
                .chain(campaign -> texts.newest(incidentId, template, language)
                        .map(found -> found.orElseThrow(Drafting::unknown))
                        .invoke(text -> {
                            EntityTags.check(ifMatch, text.version);
                            refuseIncomplete(text);
                            desk.check(campaign, command(text, approver));
                        })
                        .call(text -> elements.checklist(text).invoke(Approval::refuseOpen))
                        .chain(text -> drafting.rendering(campaign, text)
                                .map(rendering -> new Checked(text.id, text.version, rendering))));
    }

    private static void refuseIncomplete(NoticeTextRow text) {
        if (text.approved()) {
            throw new Problem(NotificationProblem.TEXT_ALREADY_APPROVED);
        }
        List<NoticeContent.Missing> missing = text.template() == Template.COVERED_ENTITY
                ? text.content().missingForCoveredEntity()
                : text.content().missing(text.template() == Template.POSTING);
        if (!missing.isEmpty()) {
            Problem problem = new Problem(NotificationProblem.TEXT_INCOMPLETE)
                    .missing(missing.stream()
                            .map(NoticeContent.Missing::citation)
                            .distinct()
                            .toList());
            missing.forEach(one -> problem.field(one.pointer(), one.citation()));
            throw problem;
        }
        List<String> identifiers = text.content().identifiers();
        if (!identifiers.isEmpty()) {
            Problem problem = new Problem(NotificationProblem.TEXT_HOLDS_A_NUMBER);
            identifiers.forEach(pointer -> problem.field(pointer, "45 CFR 164.404(c)(1)(B)"));
            throw problem;
        }
        // Plain language is owed to individuals (45 CFR 164.404(c)(2)).
        if (text.template() != Template.COVERED_ENTITY && !text.plain && text.readingReason.isEmpty()) {
            throw new Problem(NotificationProblem.TEXT_NOT_PLAIN)
                    .field("/readingReason", text.measure + " " + text.measured);
        }
    }

    /** What HIPAA asks for and a State forbids stops for counsel; what a State asks for must be answered for. */
    private static void refuseOpen(Checklist checklist) {
        refuse(checklist.with(Status.FOR_COUNSEL), NotificationProblem.CONFLICT_FOR_COUNSEL);
        refuse(checklist.with(Status.OPEN), NotificationProblem.ELEMENTS_NOT_CONFIRMED);
    }

    private static void refuse(List<Element> elements, NotificationProblem code) {
        if (!elements.isEmpty()) {
            Problem problem = new Problem(code)
                    .missing(elements.stream().map(Element::citation).distinct().toList());
            elements.forEach(element -> problem.field("/confirmed", element.id().toString()));
            throw problem;
        }
    }

    private Uni<NoticeTextRow> freeze(UUID incidentId, Checked checked, byte[] copy, String approver) {
        return desk.toChange(incidentId)
                .chain(campaign -> texts.findById(checked.textId())
                        .invoke(text -> EntityTags.check(EntityTags.of(checked.version()), text.version))
                        .chain(text -> desk.apply(campaign, command(text, approver), approver)
                                .chain(() -> texts.persist(frozen(text, copy, approver))))
                        .call(text -> publish(campaign, text, approver))
                        .call(text -> keeping.handOver(generic(incidentId, text), campaign.origin(approver))));
    }

    private NoticeTextRow frozen(NoticeTextRow text, byte[] copy, String approver) {
        text.state = "APPROVED";
        text.approver = approver;
        text.approvedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        text.genericCopy = copy;
        text.genericSha256 = Hashes.sha256(copy);
        return text;
    }

    /** Policy III.E asks for a generic copy of each notice, kept for as long as the rest. */
    private static FrozenDocument generic(UUID incidentId, NoticeTextRow text) {
        return new FrozenDocument(
                incidentId,
                "NOTICE_" + text.template().name(),
                text.language + "-" + text.number,
                text.template().copyType().split(";", 2)[0],
                text.approvedAt,
                text.genericCopy);
    }

    private Uni<Void> publish(CampaignRow campaign, NoticeTextRow text, String approver) {
        NoticeTextApproved fact = new NoticeTextApproved(
                campaign.incidentId(),
                text.template,
                text.language,
                text.number,
                HexFormat.of().formatHex(text.genericSha256));
        return outbox.publish(Topic.NOTICE, fact, campaign.origin(approver));
    }

    private static Command.ApproveText command(NoticeTextRow text, String approver) {
        // Only the English letter opens the way to a run; a Spanish one is used where it is there.
        boolean letter = text.template() == Template.LETTER && text.language.equals("en");
        return new Command.ApproveText(letter, text.author, approver);
    }
}
