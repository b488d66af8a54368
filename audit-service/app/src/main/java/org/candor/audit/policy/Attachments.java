package org.candor.audit.policy;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.audit.document.Archive;
import org.candor.audit.document.Archive.Offer;
import org.candor.audit.document.Reading;
import org.candor.audit.document.Reading.Opened;
import org.candor.audit.policy.PolicyView.AttachmentView;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Files beside a version of a policy: retained documents that belong to no incident. */
@ApplicationScoped
class Attachments {

    private static final int LONGEST_NAME = 200;

    private final PolicyDesk desk;
    private final PolicyPapers papers;
    private final Archive archive;
    private final Reading reading;
    private final AccessLog accessLog;
    private final Caller caller;
    private final Clock clock;

    Attachments(
            PolicyDesk desk,
            PolicyPapers papers,
            Archive archive,
            Reading reading,
            AccessLog accessLog,
            Caller caller,
            Clock clock) {
        this.desk = desk;
        this.papers = papers;
        this.archive = archive;
        this.reading = reading;
        this.accessLog = accessLog;
        this.caller = caller;
        this.clock = clock;
    }

    /** The same bytes again are the same attachment. */
    Uni<AttachmentView> add(UUID policyId, int number, FileUpload file) {
        String name = name(file.fileName());
        String person = caller.subject();
        return Transactions.read(() -> desk.requireVersion(policyId, number))
                .chain(policy -> archive.keep(
                        new Offer(
                                Optional.empty(),
                                policy.entityId(),
                                false,
                                "POLICY_ATTACHMENT",
                                policy.code() + "-" + number,
                                file.contentType(),
                                Optional.empty(),
                                clock.instant(),
                                person),
                        file.uploadedFile()))
                .map(outcome -> outcome.view().documentId())
                .chain(documentId -> Transactions.run(() -> papers.attach(policyId, number, documentId, name)
                        .chain(() -> record("attach-to-policy", policyId, documentId))
                        .replaceWith(new AttachmentView(documentId, name))));
    }

    Uni<List<AttachmentView>> list(UUID policyId, int number) {
        return Transactions.read(
                () -> desk.requireVersion(policyId, number).chain(() -> papers.attachments(policyId, number)));
    }

    Uni<Opened> open(UUID policyId, int number, UUID documentId) {
        return Transactions.run(() -> desk.requireVersion(policyId, number)
                .chain(() -> papers.attachments(policyId, number))
                .invoke(all -> {
                    if (all.stream().noneMatch(one -> one.documentId().equals(documentId))) {
                        throw Problem.notFound();
                    }
                })
                .chain(() -> record("download-policy-attachment", policyId, documentId))
                .chain(() -> reading.openOwn(documentId)));
    }

    Multi<byte[]> content(Opened opened) {
        return reading.content(opened);
    }

    private Uni<Void> record(String action, UUID policyId, UUID documentId) {
        return accessLog.list(action, "policyId=" + policyId + "&documentId=" + documentId, List.of());
    }

    /** Without folders and control characters. */
    private static String name(String sent) {
        String plain = sent.replaceAll("\\p{Cntrl}", "");
        String last = plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1);
        return last.length() <= LONGEST_NAME ? last : last.substring(last.length() - LONGEST_NAME);
    }
}
