package org.candor.breach.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candor.breach.Versioned;
import org.candor.breach.assessment.AssessmentDesk.Opened;
import org.candor.breach.assessment.decision.Assessment;
import org.candor.breach.obligations.PreviewView;
import org.candor.breach.obligations.decision.Answer;
import org.candor.breach.obligations.decision.ComputingObligations;
import org.candor.kit.identity.Caller;

/** Shows an assessment, with what would be owed while the question is open and what the caller may do. */
@ApplicationScoped
class AssessmentViews {

    private final ComputingObligations obligations;
    private final Caller caller;

    AssessmentViews(ComputingObligations obligations, Caller caller) {
        this.obligations = obligations;
        this.caller = caller;
    }

    Versioned<AssessmentView> of(Opened opened) {
        return new Versioned<>(
                AssessmentView.of(opened.row(), opened.assessment(), ifBreach(opened.assessment()), commands(opened)),
                opened.row().version);
    }

    /** the order of the work must not hide the clock. */
    private Optional<PreviewView> ifBreach(Assessment assessment) {
        if (!(assessment instanceof Assessment.Presumed)) {
            return Optional.empty();
        }
        return assessment.dossier().facts(true).map(obligations::answer).flatMap(answer -> switch (answer) {
            case Answer.Computed computed -> Optional.of(PreviewView.of(computed, List.of()));
            case Answer.Refused refused -> Optional.empty();
        });
    }

    private List<String> commands(Opened opened) {
        List<String> commands = new ArrayList<>();
        boolean officer = caller.hasRole("privacy-officer") || caller.hasRole("administrator");
        boolean writer = officer || caller.hasRole("security-officer");
        if (writer) {
            commands.add("knowledge");
        }
        if (writer && !(opened.assessment() instanceof Assessment.NothingOwed)) {
            commands.add("facts");
        }
        if (officer) {
            commands.add(opened.assessment() instanceof Assessment.Presumed ? "conclusion" : "reopening");
        }
        return commands;
    }
}
