package org.candor.investigation.cyber;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.candor.investigation.cases.CaseAccess;
import org.candor.investigation.cases.KnownCase;
import org.candor.investigation.cases.Tagged;
import org.candor.investigation.cyber.CyberFiles.Rows;
import org.candor.kit.errors.Problem;

/** Opens what policy II keeps of a case for a change on the version that the caller names. Call inside a transaction. */
@ApplicationScoped
class CyberChanges {

    private final CaseAccess access;
    private final CyberFiles files;
    private final CyberViews views;

    CyberChanges(CaseAccess access, CyberFiles files, CyberViews views) {
        this.access = access;
        this.files = files;
        this.views = views;
    }

    interface Step {
        Uni<Void> on(KnownCase known, Rows rows);
    }

    Uni<Tagged<CyberView>> on(UUID incidentId, String ifMatch, String action, Step step) {
        return access.toChange(incidentId, action).chain(known -> {
            if (!known.cyberRelated()) {
                throw new Problem(CyberProblem.NOT_CYBER_RELATED);
            }
            return files.change(incidentId, ifMatch)
                    .chain(rows -> step.on(known, rows))
                    .chain(files::flush)
                    .chain(() -> views.of(known));
        });
    }
}
