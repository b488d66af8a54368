package org.candor.notification.alert;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.identity.Visibility;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.Page;

/** Alerts as their addressees see and acknowledge them. */
@ApplicationScoped
class AlertDesk {

    private static final Cursor END = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    private final AlertRows rows;
    private final AlertPreferences preferences;
    private final Visibility visibility;
    private final Caller caller;
    private final Clock clock;

    AlertDesk(AlertRows rows, AlertPreferences preferences, Visibility visibility, Caller caller, Clock clock) {
        this.rows = rows;
        this.preferences = preferences;
        this.visibility = visibility;
        this.caller = caller;
        this.clock = clock;
    }

    Uni<Page<AlertView>> mine(boolean open, String cursor, int limit) {
        Cursor before = Cursor.decode(cursor).orElse(END);
        return Transactions.read(() -> rows.of(caller.subject(), caller.entitiesFilter(), open, before, limit + 1))
                .map(found -> Page.of(found, limit, alert -> alert, AlertView::cursor));
    }

    Uni<List<AlertView>> ofIncident(UUID incidentId) {
        return Transactions.read(() -> visibility.require(incidentId).chain(() -> rows.of(incidentId)));
    }

    /** Once; the first time counts. */
    Uni<AlertView> acknowledge(UUID alertId) {
        return Transactions.run(
                        () -> rows.acknowledge(alertId, caller.subject(), caller.entitiesFilter(), clock.instant())
                                .chain(() -> rows.one(caller.subject(), caller.entitiesFilter(), alertId, END)))
                .map(found -> found.stream().findFirst().orElseThrow(Problem::notFound));
    }

    Uni<AlertPreference> preference() {
        return Transactions.read(() -> preferences.of(caller.subject()));
    }

    Uni<AlertPreference> prefer(AlertPreference preference) {
        return Transactions.run(() -> preferences.put(caller.subject(), preference))
                .replaceWith(preference);
    }
}
