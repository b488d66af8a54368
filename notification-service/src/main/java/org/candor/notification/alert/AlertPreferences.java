package org.candor.notification.alert;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.candor.kit.data.Sql;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** When and in which language an officer wants to be told. Call inside a session. */
@ApplicationScoped
public class AlertPreferences {

    private static final String PUT = """
            insert into alert_preference (person, digest_hour, language) values (?1, ?2, ?3)
            on conflict (person) do update set digest_hour = excluded.digest_hour, language = excluded.language
            """;

    private final int digestHour;

    AlertPreferences(@ConfigProperty(name = "candor.alerts.digest-hour") int digestHour) {
        this.digestHour = digestHour;
    }

    /** The wish of that person, or the installation's. */
    public Uni<AlertPreference> of(String person) {
        return Sql.rows(Object[].class, "select digest_hour, language from alert_preference where person = ?1", person)
                .map(rows -> rows.isEmpty() ? new AlertPreference(digestHour, "en") : preference(rows));
    }

    Uni<Integer> put(String person, AlertPreference preference) {
        return Sql.update(PUT, person, preference.digestHour(), preference.language());
    }

    private static AlertPreference preference(List<Object[]> rows) {
        Object[] row = rows.getFirst();
        return new AlertPreference(((Number) row[0]).intValue(), (String) row[1]);
    }
}
