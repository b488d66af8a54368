package org.candor.intake.exceptions;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.access.AccessLog;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.Page;
import org.candor.kit.web.PersonalText;

/** Shows exceptions to whoever reviews them: of incidents that he may see himself, each reading recorded. */
@ApplicationScoped
class Exceptions {

    static final String REASON = "access_exception.reason";

    private static final Cursor NEWEST =
            new Cursor(Instant.parse("9999-12-31T23:59:59Z"), UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff"));

    private final ExceptionRows rows;
    private final IncidentVault vault;
    private final AccessLog accessLog;
    private final Caller caller;

    Exceptions(ExceptionRows rows, IncidentVault vault, AccessLog accessLog, Caller caller) {
        this.rows = rows;
        this.vault = vault;
        this.accessLog = accessLog;
        this.caller = caller;
    }

    /** Newest first. */
    Uni<Page<ExceptionView>> page(String entityId, int limit, Optional<Cursor> before) {
        if (!caller.mayActFor(entityId)) {
            throw Problem.notFound();
        }
        Cursor from = before.orElse(NEWEST);
        return Transactions.run(() -> rows.page(entityId, caller.subject(), caller.entitiesFilter(), from, limit + 1)
                .chain(this::views)
                .map(views -> Page.of(views, limit, view -> view, last -> new Cursor(last.at(), last.exceptionId())))
                .call(page -> accessLog.list(
                        "list-access-exceptions",
                        "entityId=given",
                        page.items().stream().map(ExceptionView::incidentId).toList())));
    }

    /** Call inside a transaction. */
    Uni<ExceptionView> one(UUID exceptionId) {
        return rows.one(exceptionId).chain(this::view);
    }

    private Uni<List<ExceptionView>> views(List<Object[]> found) {
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(this::view)
                .collect()
                .asList();
    }

    private Uni<ExceptionView> view(Object[] row) {
        return reason(row)
                .map(reason -> new ExceptionView(
                        (UUID) row[0],
                        ExceptionKind.valueOf((String) row[1]),
                        (UUID) row[2],
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        texts((String) row[6]),
                        texts((String) row[7]),
                        reason.orElse(null),
                        Sql.instant(row[9]),
                        row[10] == null ? null : Sql.instant(row[10])));
    }

    private Uni<Optional<PersonalText>> reason(Object[] row) {
        return row[8] == null || !(Boolean) row[11]
                ? Uni.createFrom().item(Optional.empty())
                : vault.open((UUID) row[2])
                        .map(cipher ->
                                Optional.of(new PersonalText(cipher.read(REASON, (UUID) row[0], (byte[]) row[8]))));
    }

    private static List<String> texts(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(","));
    }
}
