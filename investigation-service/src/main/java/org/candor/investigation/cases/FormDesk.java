package org.candor.investigation.cases;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.candor.investigation.cases.decision.CaseCommand.SignForm;
import org.candor.investigation.cases.decision.Form;
import org.candor.investigation.cases.decision.Paperwork.Signature;
import org.candor.investigation.directory.Directory;
import org.candor.investigation.directory.Directory.LegalEntity;
import org.candor.investigation.forms.FormContent;
import org.candor.investigation.forms.FormDocument;
import org.candor.kit.access.AccessLog;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Transactions;
import org.candor.kit.data.Workers;
import org.candor.kit.errors.Problem;
import org.candor.kit.time.Ids;

/**
 * Makes and signs forms. The document is laid out between two transactions, never inside one; the second checks the
 * version again, so that what is signed is what was laid out.
 */
@ApplicationScoped
class FormDesk {

    private final CaseWork work;
    private final Cases cases;
    private final CaseViews views;
    private final Directory directory;
    private final IncidentVault vault;
    private final AccessLog accessLog;
    private final Ids ids;
    private final Workers workers;

    FormDesk(
            CaseWork work,
            Cases cases,
            CaseViews views,
            Directory directory,
            IncidentVault vault,
            AccessLog accessLog,
            Ids ids,
            Workers workers) {
        this.work = work;
        this.cases = cases;
        this.views = views;
        this.directory = directory;
        this.vault = vault;
        this.accessLog = accessLog;
        this.ids = ids;
        this.workers = workers;
    }

    /** A case opened together with all its words. */
    private record Read(CaseWork.Opened opened, CaseView view, Map<String, String> names, LegalEntity entity) {
        FormContent content(Form form, Optional<FormContent.Signature> signature) {
            return FormContents.of(view, form, entity, names, signature);
        }

        FormContent.Signature shown(Signature signature) {
            String name = names.getOrDefault(signature.by(), signature.by());
            String title = opened.acting().title(signature.form().signer());
            return new FormContent.Signature(name, title, signature.at(), signature.version());
        }
    }

    Uni<CaseWork.Changed> sign(UUID incidentId, Form form, String ifMatch) {
        UUID signature = ids.next();
        Instant now = work.now();
        return Transactions.run(() -> work.openForChange(incidentId, ifMatch)
                        .invoke(opened -> work.accepted(opened, command(opened.acting(), signature, form, ""), now))
                        .chain(opened -> read(incidentId, opened))
                        .map(read -> toSign(read, form, signature, now)))
                .chain(content -> workers.run(() -> laidOut(form, content)))
                .chain(written -> Transactions.run(() -> work.obey(
                        incidentId,
                        ifMatch,
                        Optional.of(written),
                        now,
                        acting -> command(acting, signature, form, Hashes.sha256(written.words())))));
    }

    /** A signed version as it was frozen, the newest unless one is named; before the first, or if wanted, a draft. */
    Uni<byte[]> document(UUID incidentId, Form form, Optional<Integer> version, boolean draft) {
        return Transactions.run(() -> work.openForReading(incidentId)
                        .call(() -> accessLog.read("read-form", incidentId))
                        .chain(opened -> signed(opened, form, version)
                                .filter(found -> !draft)
                                .map(signature -> frozen(incidentId, signature).map(FormDesk::ready))
                                .orElseGet(() -> draft(incidentId, opened, form, version))))
                .chain(layout -> layout);
    }

    /** What was learnt, bound to the newest signed version of the form by its hash (policy I.H.2.c). */
    Uni<byte[]> lessonsLearned(UUID incidentId, Form form) {
        return Transactions.run(() -> work.openForReading(incidentId)
                        .call(() -> accessLog.read("read-lessons-learned", incidentId))
                        .chain(opened -> read(incidentId, opened)))
                .chain(read -> {
                    Signature signature =
                            signed(read.opened(), form, Optional.empty()).orElseThrow(FormDesk::nothingLearned);
                    Words.FollowUp followUp = Optional.ofNullable(read.view().followUp())
                            .map(CaseView.FollowUpPart::items)
                            .orElseThrow(FormDesk::nothingLearned);
                    FormContent content = read.content(form, Optional.of(read.shown(signature)));
                    return workers.run(() ->
                            FormDocument.lessonsLearned(content, signature.sha256(), FormContents.lessons(followUp)));
                });
    }

    /** A form as data: a signed version as it was frozen, or the draft. */
    Uni<FormView> data(UUID incidentId, Form form, Optional<Integer> version, boolean draft) {
        return Transactions.run(() -> work.openForReading(incidentId)
                .call(() -> accessLog.read("read-form", incidentId))
                .chain(opened -> signed(opened, form, version)
                        .filter(found -> !draft)
                        .map(signature -> frozenData(incidentId, signature))
                        .orElseGet(() -> draftContent(incidentId, opened, form, version)
                                .map(content -> new FormView(content, null)))));
    }

    private Uni<FormView> frozenData(UUID incidentId, Signature signature) {
        return cases.document(signature.id()).chain(row -> {
            if (row.content == null) {
                throw Problem.notFound();
            }
            return vault.open(incidentId)
                    .map(cipher ->
                            views.read(cipher, "form_document.content", signature.id(), row.content, FormContent.class))
                    .map(content -> new FormView(content, signature.sha256()));
        });
    }

    private Written laidOut(Form form, FormContent content) {
        byte[] pdf = FormDocument.pdf(content);
        int version = content.signature().orElseThrow().version();
        return new Written(
                pdf,
                Map.of("form_document.content", work.bytes(content)),
                Optional.of(new Written.Frozen("FORM", form.name() + "-" + version, pdf)));
    }

    private static SignForm command(Acting acting, UUID signature, Form form, String sha256) {
        return new SignForm(acting.person(), signature, form, sha256);
    }

    private static FormContent toSign(Read read, Form form, UUID signature, Instant now) {
        int version = 1
                + (int) read.opened().state().file().paperwork().signatures().stream()
                        .filter(earlier -> earlier.form() == form)
                        .count();
        String signer = read.opened().acting().person().subject();
        return read.content(
                form, Optional.of(read.shown(new Signature(signature, form, version, signer, now, "", 0, 0, 0))));
    }

    private Uni<Uni<byte[]>> draft(UUID incidentId, CaseWork.Opened opened, Form form, Optional<Integer> version) {
        return draftContent(incidentId, opened, form, version)
                .map(content -> workers.run(() -> FormDocument.pdf(content)));
    }

    private Uni<FormContent> draftContent(
            UUID incidentId, CaseWork.Opened opened, Form form, Optional<Integer> version) {
        boolean asked = opened.state()
                .file()
                .classification()
                .map(kind -> kind.forms().contains(form))
                .orElse(false);
        if (version.isPresent() || !asked) {
            throw Problem.notFound();
        }
        return read(incidentId, opened).map(read -> read.content(form, Optional.empty()));
    }

    private Uni<byte[]> frozen(UUID incidentId, Signature signature) {
        return cases.document(signature.id())
                .chain(row -> vault.open(incidentId)
                        .map(cipher -> cipher.readBytes("form_document.pdf", signature.id(), row.pdf)));
    }

    private Uni<Read> read(UUID incidentId, CaseWork.Opened opened) {
        LegalEntity entity = opened.acting().entity().orElseThrow(FormDesk::entityUnknown);
        return cases.papers(incidentId)
                .chain(papers -> directory
                        .names()
                        .chain(names -> vault.open(incidentId)
                                .map(cipher -> new Read(opened, views.view(opened, papers, cipher), names, entity))));
    }

    private static Optional<Signature> signed(CaseWork.Opened opened, Form form, Optional<Integer> version) {
        return opened.state().file().paperwork().signatures().stream()
                .filter(signature -> signature.form() == form)
                .filter(signature ->
                        version.map(wanted -> signature.version() == wanted).orElse(true))
                .reduce((earlier, later) -> later);
    }

    private static Uni<byte[]> ready(byte[] document) {
        return Uni.createFrom().item(document);
    }

    private static Problem nothingLearned() {
        return new Problem(InvestigationProblem.NO_LESSONS_LEARNED);
    }

    private static Problem entityUnknown() {
        return new Problem(InvestigationProblem.ENTITY_UNKNOWN).missing(List.of("directory.entity"));
    }
}
