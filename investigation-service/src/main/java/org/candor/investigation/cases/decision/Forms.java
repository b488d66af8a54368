package org.candor.investigation.cases.decision;

import static org.candor.investigation.cases.decision.CaseFact.announced;
import static org.candor.investigation.cases.decision.Decision.accepted;
import static org.candor.investigation.cases.decision.Decision.refused;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.candor.events.CaseEvent.FormSigned;
import org.candor.investigation.cases.decision.CaseCommand.SignForm;
import org.candor.investigation.cases.decision.CaseCommand.WriteDocumentation;
import org.candor.investigation.cases.decision.CaseFact.DocumentationWritten;
import org.candor.investigation.cases.decision.CaseFact.FormFrozen;
import org.candor.investigation.cases.decision.CaseState.OpenCase;
import org.candor.investigation.cases.decision.Paperwork.Signature;

/** The minimum documentation and the forms that are made from it (policy I.G, I.I). */
final class Forms {

    private Forms() {}

    static Decision write(OpenCase state, WriteDocumentation command) {
        Paperwork written = state.file().paperwork().written(command.answered());
        return accepted(
                state.with(state.file().with(written)),
                new DocumentationWritten(written.revision(), command.answered()));
    }

    /** Where a case is of both kinds, each officer signs his own form; neither signs for the other. */
    static Decision sign(OpenCase state, SignForm command, Instant now) {
        CaseFile file = state.file();
        if (!command.by().actsAs(command.form().signer())) {
            return refused(Refusal.ANOTHER_ROLES_COMMAND);
        }
        if (!asked(file).contains(command.form())) {
            return refused(Refusal.FORM_OF_ANOTHER_KIND);
        }
        List<String> unanswered = DocumentationItem.missingFrom(file.paperwork().documented());
        if (!unanswered.isEmpty()) {
            return refused(Refusal.DOCUMENTATION_INCOMPLETE, unanswered);
        }
        if (Paperwork.signed(file, command.form())) {
            return refused(Refusal.FORM_SIGNED_ALREADY);
        }
        return signed(state, signatureOf(file, command, now));
    }

    static List<String> unsigned(CaseFile file) {
        return asked(file).stream()
                .filter(form -> !Paperwork.signed(file, form))
                .map(form -> "form." + form.id())
                .toList();
    }

    private static List<Form> asked(CaseFile file) {
        Optional<Classification> kind = file.classification();
        return kind.map(Classification::forms).orElse(List.of());
    }

    private static Signature signatureOf(CaseFile file, SignForm command, Instant now) {
        return new Signature(
                command.signature(),
                command.form(),
                file.paperwork().nextVersion(command.form()),
                command.by().subject(),
                now,
                command.sha256(),
                file.paperwork().revision(),
                file.work().entries().size(),
                file.round());
    }

    private static Decision signed(OpenCase state, Signature signature) {
        CaseFile file = state.file();
        return accepted(
                state.with(file.with(file.paperwork().signed(signature))),
                new FormFrozen(signature),
                announced(new FormSigned(
                        file.incidentId(),
                        signature.form().id(),
                        signature.version(),
                        signature.sha256(),
                        signature.at())));
    }
}
