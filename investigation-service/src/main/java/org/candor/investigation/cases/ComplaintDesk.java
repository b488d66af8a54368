package org.candor.investigation.cases;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.candor.events.OfficerRole;
import org.candor.investigation.cases.ComplaintResource.AnswerRequest;
import org.candor.investigation.cases.ComplaintResource.ExtensionRequest;
import org.candor.investigation.cases.decision.CaseCommand;
import org.candor.investigation.cases.decision.CaseCommand.Letter;
import org.candor.investigation.cases.decision.Complaint;
import org.candor.investigation.directory.Directory;
import org.candor.investigation.directory.Directory.LegalEntity;
import org.candor.investigation.forms.ComplaintLetter;
import org.candor.investigation.forms.LetterContent;
import org.candor.investigation.forms.LetterLanguage;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.kit.data.Workers;
import org.candor.kit.errors.Problem;
import org.candor.kit.time.Ids;
import org.candor.kit.web.PersonalText;

/**
 * Makes the letters to a complainant. As with forms, a letter is laid out between two transactions; the second checks the
 * version again.
 */
@ApplicationScoped
class ComplaintDesk {

    private final CaseWork work;
    private final Directory directory;
    private final AccessLog accessLog;
    private final Ids ids;
    private final Workers workers;

    ComplaintDesk(CaseWork work, Directory directory, AccessLog accessLog, Ids ids, Workers workers) {
        this.work = work;
        this.directory = directory;
        this.accessLog = accessLog;
        this.ids = ids;
        this.workers = workers;
    }

    Uni<CaseWork.Changed> answer(UUID incidentId, String ifMatch, AnswerRequest request) {
        UUID id = ids.next();
        return send(
                incidentId,
                ifMatch,
                id,
                (acting, sha256) -> new CaseCommand.AnswerComplaint(
                        acting.person(),
                        new Letter(id, request.channel(), request.answeredOn(), sha256),
                        request.result(),
                        acting.zone()),
                (opened, names) -> letter(opened, names, request));
    }

    Uni<CaseWork.Changed> extend(UUID incidentId, String ifMatch, ExtensionRequest request) {
        UUID id = ids.next();
        Instant now = work.now();
        return send(
                incidentId,
                ifMatch,
                id,
                (acting, sha256) -> new CaseCommand.ExtendComplaint(
                        acting.person(),
                        new Letter(id, request.channel(), today(acting, now), sha256),
                        request.until(),
                        acting.zone()),
                (opened, names) -> letter(opened, names, request, now));
    }

    /** The answer as it would be; it need not be time for it yet. */
    Uni<byte[]> preview(UUID incidentId, AnswerRequest request) {
        return Transactions.run(() -> work.openForReading(incidentId)
                        .call(() -> accessLog.read("preview-complaint-answer", incidentId))
                        .invoke(ComplaintDesk::requireComplaint)
                        .chain(opened -> directory.names().map(names -> letter(opened, names, request))))
                .chain(letter -> workers.run(letter::pdf));
    }

    private Uni<CaseWork.Changed> send(
            UUID incidentId,
            String ifMatch,
            UUID id,
            BiFunction<Acting, String, CaseCommand> command,
            BiFunction<CaseWork.Opened, Map<String, String>, ComplaintLetter> words) {
        Instant now = work.now();
        return Transactions.run(() -> work.openForChange(incidentId, ifMatch)
                        .invoke(opened -> work.accepted(opened, command.apply(opened.acting(), ""), now))
                        .chain(opened -> directory.names().map(names -> words.apply(opened, names))))
                .chain(letter -> workers.run(() -> laidOut(id, letter)))
                .chain(written -> Transactions.run(() -> work.obey(
                                incidentId,
                                ifMatch,
                                Optional.of(written),
                                now,
                                acting -> command.apply(
                                        acting, Hashes.sha256(written.beside().get("complaint_letter.pdf"))))
                        .map(changed -> changed.made(id))));
    }

    private Written laidOut(UUID id, ComplaintLetter letter) {
        return new Written(
                work.bytes(new Words.Letter(new PersonalText(letter.text()), letter.language())),
                Map.of("complaint_letter.pdf", letter.pdf()),
                Optional.of(new Written.Frozen("COMPLAINT_LETTER", id.toString(), letter.pdf())));
    }

    private static ComplaintLetter letter(CaseWork.Opened opened, Map<String, String> names, AnswerRequest request) {
        LetterContent content = new LetterContent.Result(
                request.result(),
                request.findings().value(),
                request.resolution().value());
        return letter(opened, names, new Sheet(request.answeredOn(), request.addressee(), request.language()), content);
    }

    private static ComplaintLetter letter(
            CaseWork.Opened opened, Map<String, String> names, ExtensionRequest request, Instant now) {
        Complaint complaint = opened.state().file().complaint().orElseThrow();
        LocalDate lastDay = complaint.due(opened.acting().zone()).lastDay().orElseThrow();
        LocalDate today = today(opened.acting(), now);
        LetterContent content = new LetterContent.MoreTime(
                lastDay, request.until(), request.reason().value());
        return letter(opened, names, new Sheet(today, request.addressee(), request.language()), content);
    }

    /** What a request says of the letter itself. */
    private record Sheet(LocalDate dated, PersonalText addressee, LetterLanguage chosen) {
        LetterLanguage language() {
            return Objects.requireNonNullElse(chosen, LetterLanguage.EN);
        }
    }

    private static ComplaintLetter letter(
            CaseWork.Opened opened, Map<String, String> names, Sheet sheet, LetterContent content) {
        Acting acting = opened.acting();
        LegalEntity entity = acting.entity().orElseThrow();
        String subject = acting.person().subject();
        return new ComplaintLetter(
                sheet.language(),
                entity.name(),
                entity.contact(),
                opened.stored().row().drill,
                sheet.dated(),
                today(acting, opened.stored().row().receivedAt),
                Optional.ofNullable(sheet.addressee()).map(PersonalText::value),
                content,
                names.getOrDefault(subject, subject),
                office(acting, sheet.language()));
    }

    private static String office(Acting acting, LetterLanguage language) {
        boolean inPlace = acting.standingInFor().contains(OfficerRole.PRIVACY_OFFICER);
        return language.say(
                acting.title(OfficerRole.PRIVACY_OFFICER),
                inPlace ? "Administración, en lugar del responsable de privacidad" : "Responsable de privacidad");
    }

    private static void requireComplaint(CaseWork.Opened opened) {
        opened.acting().zone();
        opened.state().file().complaint().orElseThrow(() -> new Problem(InvestigationProblem.NO_COMPLAINT));
    }

    private static LocalDate today(Acting acting, Instant at) {
        return at.atZone(acting.zone()).toLocalDate();
    }
}
