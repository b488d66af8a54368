package org.candor.intake.limits;

import io.vertx.ext.web.RoutingContext;
import org.candor.kit.errors.RouterProblems;

/** What a request's head says of its body. */
final class Bodies {

    private Bodies() {}

    /** Also a body of unknown length is one. */
    static boolean isAnnounced(RoutingContext request) {
        return RouterProblems.declaredLength(request) > 0 || isOfUnknownLength(request);
    }

    static boolean isOfUnknownLength(RoutingContext request) {
        return request.request().getHeader("Transfer-Encoding") != null;
    }
}
