package org.candor.kit.errors;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Problems for what fails before a resource is reached: a body over the limit, and paths outside the REST surface. */
@ApplicationScoped
class RouterProblems {

    private static final List<CommonProblem> BEFORE_RESOURCES = List.of(
            CommonProblem.UNREADABLE_BODY,
            CommonProblem.UNAUTHENTICATED,
            CommonProblem.FORBIDDEN,
            CommonProblem.NOT_FOUND,
            CommonProblem.METHOD_NOT_ALLOWED,
            CommonProblem.BODY_TOO_LARGE);

    void register(@Observes Router router) {
        BEFORE_RESOURCES.forEach(problem -> router.errorHandler(problem.status(), request -> answer(problem, request)));
    }

    private static void answer(CommonProblem problem, RoutingContext request) {
        if (request.response().headWritten()) {
            return;
        }
        String wanted = request.request().getHeader("Accept-Language");
        Locale locale = wanted == null ? Locale.ENGLISH : Languages.of(wanted);
        ProblemView view = ProblemView.of(new Problem(problem), UUID.randomUUID(), locale);
        request.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", "application/problem+json")
                .end(new JsonObject()
                        .put("type", view.type().toString())
                        .put("title", view.title())
                        .put("status", view.status())
                        .put("code", view.code())
                        .put("instance", view.instance().toString())
                        .encode());
    }
}
