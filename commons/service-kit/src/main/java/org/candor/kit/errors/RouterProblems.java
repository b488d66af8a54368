package org.candor.kit.errors;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Problems for what fails before a resource is reached: a body over the limit, and paths outside the REST surface. */
@ApplicationScoped
public class RouterProblems {

    /** Only the headers that every answer carries come before. */
    private static final int BEFORE_EVERYTHING = Integer.MIN_VALUE + 1;

    private static final List<CommonProblem> BEFORE_RESOURCES = List.of(
            CommonProblem.UNREADABLE_BODY,
            CommonProblem.UNAUTHENTICATED,
            CommonProblem.FORBIDDEN,
            CommonProblem.NOT_FOUND,
            CommonProblem.METHOD_NOT_ALLOWED,
            CommonProblem.BODY_TOO_LARGE);

    private final long longest;

    RouterProblems(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize longest) {
        this.longest = longest.asLongValue();
    }

    void register(@Observes Router router) {
        // Before the framework's own check of the declared length, which answers without a body.
        router.route().order(BEFORE_EVERYTHING).handler(this::refuseWhatDeclaresTooMuch);
        BEFORE_RESOURCES.forEach(problem -> router.errorHandler(problem.status(), request -> answer(problem, request)));
    }

    private void refuseWhatDeclaresTooMuch(RoutingContext request) {
        if (declaredLength(request) > longest) {
            answerAndClose(CommonProblem.BODY_TOO_LARGE, request);
        } else {
            request.next();
        }
    }

    /** Answers before the body is read. Nobody reads it, so the client must not wait for anything more on this connection. */
    public static void answerAndClose(CommonProblem problem, RoutingContext request) {
        request.response().putHeader("Connection", "close");
        request.addEndHandler(answered -> giveUp(request));
        answer(problem, request);
    }

    /** Ends the connection, or of one that others share, only what belongs to this request. */
    public static void giveUp(RoutingContext request) {
        if (request.request().version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            request.request().connection().close();
        }
    }

    /** Bytes that the request says its body has; 0 where it does not say. */
    public static long declaredLength(RoutingContext request) {
        try {
            String declared = request.request().getHeader("Content-Length");
            return declared == null ? 0 : Long.parseLong(declared.strip());
        } catch (NumberFormatException notOurs) {
            return 0;
        }
    }

    /** Answers a problem where no resource is reached. */
    public static void answer(CommonProblem problem, RoutingContext request) {
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
