package org.candor.investigation.sanctions;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.crypto.BlindIndex;
import org.candor.kit.data.Sql;
import org.candor.kit.disposal.BlindIndexRows;

/** Recognises one person in several records without opening what names him. The values go with the incident's data key. */
@ApplicationScoped
class AccountIndex implements BlindIndexRows {

    private static final String FIELD = "sanction-account";

    private static final String CLEAR =
            "update sanction_person set account_index = null where incident_id = ?1 and account_index is not null";

    private final BlindIndex index;

    AccountIndex(BlindIndex index) {
        this.index = index;
    }

    /** @param subject his account, or nothing */
    Uni<Optional<byte[]>> of(List<String> subject) {
        return index.ready().map(ready -> subject.stream().findFirst().map(account -> ready.of(FIELD, account)));
    }

    @Override
    public Uni<Integer> destroy(UUID incidentId) {
        return Sql.update(CLEAR, incidentId);
    }
}
