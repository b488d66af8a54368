package org.candor.audit.programme;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.Serial;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.candor.audit.AuditProblem;
import org.candor.kit.access.AccessLog;
import org.candor.kit.csv.CsvList;
import org.candor.kit.data.Transactions;
import org.candor.kit.data.Workers;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.time.Ids;

/**
 * Takes lists that an organisation comes with: whole or, where something breaks, not at all. A dry run does all that the
 * import does and takes it back, so it says what would happen and not what somebody thinks would; a refused row does not keep
 * the others out.
 */
@ApplicationScoped
public class Imports {

    private static final int MOST = 20_000;

    private final Register register;
    private final Validator validator;
    private final Caller caller;
    private final AccessLog accessLog;
    private final Workers workers;
    private final Ids ids;

    Imports(Register register, Validator validator, Caller caller, AccessLog accessLog, Workers workers, Ids ids) {
        this.register = register;
        this.validator = validator;
        this.caller = caller;
        this.accessLog = accessLog;
        this.workers = workers;
        this.ids = ids;
    }

    public <Q, T> Uni<ImportView> take(Listing<Q, T> listing, ImportCall call, byte[] file) {
        if (!caller.mayActFor(call.entityId)) {
            throw Problem.notFound();
        }
        return Transactions.read(() -> register.today(call.entityId))
                .chain(today -> workers.run(() -> judged(listing, call.entityId, file, today)))
                .chain(judged -> Transactions.run(() -> keep(listing, call, judged))
                        .onFailure(TakenBack.class)
                        .recoverWithUni(taken ->
                                Transactions.run(() -> record(listing, call).replaceWith(taken.view))));
    }

    private <Q, T> List<JudgedRow<T>> judged(Listing<Q, T> listing, String entityId, byte[] file, LocalDate today) {
        List<CsvList.Row> rows = CsvList.read(file, MOST, AuditProblem.UNREADABLE_ROWS)
                .with(listing.needed(), listing.others())
                .rows();
        List<JudgedRow<T>> judged = new ArrayList<>();
        for (CsvList.Row row : rows) {
            judged.add(JudgedRow.of(ids.next(), judged.size() + 1L, row, () -> {
                Q request = listing.reading().of(entityId, new ListedRow(row));
                JudgedRow.refuseUnlessNone(validator.validate(request));
                return listing.deciding().of(request, today);
            }));
        }
        return judged;
    }

    private <Q, T> Uni<ImportView> keep(Listing<Q, T> listing, ImportCall call, List<JudgedRow<T>> judged) {
        List<Draft<T>> drafts =
                judged.stream().flatMap(row -> row.draft().stream()).toList();
        Uni<Set<UUID>> kept = drafts.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : listing.keeping().keep(call.entityId, drafts);
        return kept.map(fresh -> ImportView.of(
                        call.dryRun,
                        judged.stream().map(row -> row.result(fresh)).toList()))
                .call(() -> record(listing, call))
                .invoke(view -> {
                    if (call.dryRun) {
                        throw new TakenBack(view);
                    }
                });
    }

    private Uni<Void> record(Listing<?, ?> listing, ImportCall call) {
        return accessLog.list(listing.action(), "entityId=" + call.entityId + "&dryRun=" + call.dryRun, List.of());
    }

    /** Ends the transaction of a dry run, and carries what it found. */
    private static final class TakenBack extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        private final transient ImportView view;

        TakenBack(ImportView view) {
            super("dry run", null, false, false);
            this.view = view;
        }
    }
}
