package org.candor.investigation.cases;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.candor.investigation.cases.CaseWork.Changed;
import org.candor.investigation.cases.Written.Frozen;
import org.candor.investigation.cases.decision.CaseCommand;
import org.candor.kit.data.Transactions;
import org.candor.kit.web.EntityTags;

/**
 * Closes a case with its file: printed with every word as it stands, and handed to audit in the transaction that closes (45 CFR
 * 164.530(j)(1)(iii), 164.308(a)(6)(ii)). The entity tag holds both together: who changes the case while it is printed makes the
 * closing start anew.
 */
@ApplicationScoped
class CaseClosing {

    private final CaseWork work;
    private final CaseFilePrint print;

    CaseClosing(CaseWork work, CaseFilePrint print) {
        this.work = work;
        this.print = print;
    }

    Uni<Changed> close(UUID incidentId, String ifMatch) {
        return Transactions.run(() -> work.openForReading(incidentId).invoke(opened -> {
                    EntityTags.check(ifMatch, opened.stored().row().version);
                    // Refused before anything is laid out.
                    work.accepted(opened, command(opened.acting()), work.now());
                }))
                .chain(opened -> print.laidOut(
                                Transactions.run(() -> print.content(incidentId, "keep-case-file", true)))
                        .map(pdf -> new Frozen(
                                "CASE_FILE", "round-" + opened.state().file().round(), pdf)))
                .chain(file -> Transactions.run(() -> work.obey(
                        incidentId, ifMatch, Optional.of(Written.frozen(file)), work.now(), CaseClosing::command)));
    }

    private static CaseCommand command(Acting acting) {
        return new CaseCommand.CloseCase(acting.person(), acting.zone());
    }
}
