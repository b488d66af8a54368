package org.candor.investigation.cases;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.UUID;
import java.util.function.Function;
import org.candor.investigation.cases.Tagged.Made;
import org.candor.kit.data.Transactions;
import org.candor.kit.time.Ids;
import org.candor.kit.web.Idempotency;
import org.jboss.resteasy.reactive.RestResponse;

/** Makes something beside a case once: a retry with the same key makes nothing and is answered as the first time. */
@ApplicationScoped
public class Creates {

    private final Idempotency idempotency;
    private final Ids ids;

    Creates(Idempotency idempotency, Ids ids) {
        this.idempotency = idempotency;
        this.ids = ids;
    }

    /**
     * 201 with what is kept now and its tag.
     *
     * @param operation tells equal keys of different creates apart
     * @param make is given the id of what it makes
     * @param read what is kept, by the id of what was made first
     * @param address of it, by the same id
     */
    public <V> Uni<RestResponse<V>> once(
            String operation,
            String key,
            Object request,
            Function<UUID, Uni<?>> make,
            Function<UUID, Uni<Tagged<V>>> read,
            Function<UUID, URI> address) {
        return Transactions.run(() -> idempotency
                .once(operation, key, request, Made.class, () -> made(make))
                .chain(made -> read.apply(made.id()).map(tagged -> tagged.created(address.apply(made.id())))));
    }

    private Uni<Made> made(Function<UUID, Uni<?>> make) {
        UUID id = ids.next();
        return make.apply(id).replaceWith(new Made(id));
    }
}
