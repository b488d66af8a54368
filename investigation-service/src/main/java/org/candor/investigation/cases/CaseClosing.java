package org.candor.investigation.cases;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.CaseEvent.Cost;
import org.candor.investigation.cases.CaseWork.Changed;
import org.candor.investigation.cases.Written.Frozen;
import org.candor.investigation.cases.decision.CaseCommand;
import org.candor.kit.crypto.IncidentVault;
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
    private final Cases cases;
    private final CaseViews views;
    private final IncidentVault vault;

    CaseClosing(CaseWork work, CaseFilePrint print, Cases cases, CaseViews views, IncidentVault vault) {
        this.work = work;
        this.print = print;
        this.cases = cases;
        this.views = views;
        this.vault = vault;
    }

    Uni<Changed> close(UUID incidentId, String ifMatch) {
        return Transactions.run(() -> work.openForReading(incidentId).invoke(opened -> {
                    EntityTags.check(ifMatch, opened.stored().row().version);
                    // Refused before anything is laid out.
                    work.accepted(opened, command(opened.acting(), List.of()), work.now());
                }))
                .chain(opened -> print.laidOut(
                                Transactions.run(() -> print.content(incidentId, "keep-case-file", true)))
                        .map(pdf -> new Frozen(
                                "CASE_FILE", "round-" + opened.state().file().round(), pdf)))
                .chain(file -> Transactions.run(() -> costs(incidentId)
                        .chain(costs -> work.obey(
                                incidentId,
                                ifMatch,
                                Optional.of(Written.frozen(file)),
                                work.now(),
                                acting -> command(acting, costs)))));
    }

    private Uni<List<Cost>> costs(UUID incidentId) {
        return cases.papers(incidentId)
                .chain(papers -> vault.open(incidentId)
                        .map(cipher -> papers.followUp()
                                .map(row -> views.followUp(row, cipher).items().costs())
                                .orElse(List.of())));
    }

    private static CaseCommand command(Acting acting, List<Cost> costs) {
        return new CaseCommand.CloseCase(acting.person(), acting.zone(), costs);
    }
}
