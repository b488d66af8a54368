package org.candor.investigation.cases;

import java.util.List;
import java.util.Set;
import org.candor.events.OfficerRole;
import org.candor.investigation.cases.CaseView.ClassificationPart;
import org.candor.investigation.cases.CaseView.ComplaintPart;
import org.candor.investigation.cases.CaseView.FormPart;
import org.candor.investigation.cases.CaseView.LetterPart;
import org.candor.investigation.cases.CaseView.NoViolationPart;
import org.candor.investigation.cases.CaseView.PlaybookPart;
import org.candor.investigation.cases.CaseView.PlaybookRule;
import org.candor.investigation.cases.CaseView.PlaybookStep;
import org.candor.investigation.cases.CaseView.ReportPart;
import org.candor.investigation.cases.CaseView.SignedVersion;
import org.candor.investigation.cases.decision.CaseState;
import org.candor.investigation.cases.decision.Classification;
import org.candor.investigation.cases.decision.Complaint;
import org.candor.investigation.cases.decision.Form;
import org.candor.investigation.cases.decision.Playbook;

/** The parts of a case's view that are codes and dates: nothing that people wrote, nothing sealed. */
final class CaseParts {

    private CaseParts() {}

    static List<FormPart> forms(CaseState state) {
        return state.file().classification().map(Classification::forms).orElse(List.of()).stream()
                .map(form -> form(state, form))
                .toList();
    }

    private static FormPart form(CaseState state, Form form) {
        List<SignedVersion> versions = state.file().paperwork().signatures().stream()
                .filter(signature -> signature.form() == form)
                .map(signature ->
                        new SignedVersion(signature.version(), signature.by(), signature.at(), signature.sha256()))
                .toList();
        return new FormPart(form.id(), form.signer(), state.file().signed(form), versions);
    }

    static List<OfficerRole> owners(CaseState state) {
        return state.file().classification().map(Classification::owners).orElse(Set.of()).stream()
                .sorted()
                .toList();
    }

    static ReportPart report(CaseRow row) {
        return new ReportPart(
                row.anonymous, row.byWorkforce, row.phiPossible, row.happenedAt, row.learnedAt, row.receivedAt);
    }

    static ClassificationPart classification(Classification kind) {
        return new ClassificationPart(
                kind.privacy(),
                kind.security(),
                kind.phiMayBeInvolved(),
                kind.improperUseOrDisclosure(),
                kind.cyberRelated(),
                kind.cyberTests(),
                kind.noViolation()
                        .map(found -> new NoViolationPart(
                                found.ground(), found.ground().citation(), found.answers()))
                        .orElse(null));
    }

    static ComplaintPart complaint(Complaint complaint, List<LetterRow> letters) {
        return new ComplaintPart(
                complaint.dueOn().orElse(null),
                complaint.extendedTo().orElse(null),
                complaint.answeredOn().orElse(null),
                letters.stream()
                        .map(row -> new LetterPart(row.id, row.kind, row.channel, row.dated, row.writtenBy, row.sha256))
                        .toList());
    }

    static PlaybookPart playbook(Playbook playbook) {
        return new PlaybookPart(
                playbook.phase(),
                playbook.version(),
                playbook.steps().stream()
                        .map(step -> new PlaybookStep(
                                step.id(),
                                step.title(),
                                step.purpose(),
                                step.citation(),
                                step.need(),
                                step.approval(),
                                step.repeatable()))
                        .toList(),
                playbook.order().stream()
                        .map(rule -> new PlaybookRule(rule.id(), rule.why(), rule.citation(), rule.steps()))
                        .toList());
    }
}
