package org.candor.investigation.cases;

import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;

/** Addresses that answers point to. */
final class Addresses {

    private Addresses() {}

    static URI ofCase(UriInfo uri, UUID incidentId) {
        return uri.getBaseUriBuilder().path("cases").path(incidentId.toString()).build();
    }
}
