package org.candor.intake.limits;

import io.vertx.ext.web.RoutingContext;

/** What a request's head says of its body. */
final class Bodies {

    private Bodies() {}

    static boolean isOfUnknownLength(RoutingContext request) {
        return request.request().getHeader("Transfer-Encoding") != null;
    }
}
