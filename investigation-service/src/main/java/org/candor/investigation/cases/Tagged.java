package org.candor.investigation.cases;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.UUID;
import java.util.function.Supplier;
import org.candor.kit.data.Transactions;
import org.candor.kit.web.EntityTags;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What a feature beside the case answers: the whole of what it keeps, and the version that the next change names.
 *
 * @param changes counts the changes; 0 where nothing is kept yet
 */
public record Tagged<V>(V view, long changes) {

    /** What a create made; kept as the first answer for retries. */
    public record Made(UUID id) {}

    /** Reads or changes in a transaction of its own, and answers what is kept with its new tag. */
    public static <V> Uni<RestResponse<V>> answer(Supplier<Uni<Tagged<V>>> work) {
        return Transactions.run(work).map(Tagged::ok);
    }

    public RestResponse<V> ok() {
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, EntityTags.of(changes))
                .build();
    }

    /** 201; {@code address} says where what was made is read. */
    public RestResponse<V> created(URI address) {
        return RestResponse.ResponseBuilder.<V>created(address)
                .header(HttpHeaders.ETAG, EntityTags.of(changes))
                .entity(view)
                .build();
    }
}
