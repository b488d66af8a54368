package org.candor.investigation.cases;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.candor.investigation.cases.AnswerTextResource.AnswerText;
import org.candor.kit.access.AccessLog;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;

/** Letters to complainants as they were frozen: for who may see the case, and for who gives the answer. */
@ApplicationScoped
class ComplaintLetters {

    private final CaseWork work;
    private final Cases cases;
    private final CaseViews views;
    private final IncidentVault vault;
    private final AccessLog accessLog;

    ComplaintLetters(CaseWork work, Cases cases, CaseViews views, IncidentVault vault, AccessLog accessLog) {
        this.work = work;
        this.cases = cases;
        this.views = views;
        this.vault = vault;
        this.accessLog = accessLog;
    }

    Uni<byte[]> pdf(UUID incidentId, UUID letterId) {
        return Transactions.run(() -> find(incidentId, letterId)
                .chain(row -> vault.open(incidentId)
                        .map(cipher -> cipher.readBytes("complaint_letter.pdf", row.id, row.pdf))));
    }

    Uni<String> text(UUID incidentId, UUID letterId) {
        return Transactions.run(() -> find(incidentId, letterId)
                .chain(row -> vault.open(incidentId)
                        .map(cipher -> views.letter(row, cipher).text().value())));
    }

    private Uni<LetterRow> find(UUID incidentId, UUID letterId) {
        return work.openForReading(incidentId)
                .call(() -> accessLog.read("read-complaint-letter", incidentId))
                .chain(() -> cases.letters(incidentId))
                .map(letters -> letters.stream()
                        .filter(row -> row.id.equals(letterId))
                        .findFirst()
                        .orElseThrow(Problem::notFound));
    }

    /** The answer for the service that gives it to the complainant; it is no reader of the case. */
    Uni<AnswerText> answer(UUID incidentId) {
        return Transactions.run(() -> cases.answer(incidentId)
                .map(found -> found.orElseThrow(Problem::notFound))
                .call(() -> accessLog.read("read-complaint-answer-text", incidentId))
                .chain(row -> vault.open(incidentId).map(cipher -> {
                    Words.Letter letter = views.letter(row, cipher);
                    return new AnswerText(letter.language().code(), letter.text(), row.dated);
                })));
    }
}
