package org.candor.intake.limits;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.RouterProblems;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Only files may be large and take long to come; every other body is small, and ends or is ended in time. */
@ApplicationScoped
class BodyLimits {

    /** After the framework has set its own limit for bodies of unknown length, before anything reads the body. */
    private static final int AFTER_THE_FRAMEWORKS_OWN = -1;

    private static final String FILES = "/files";

    private final Vertx vertx;
    private final long jsonLimit;
    private final Duration jsonWithin;
    private final Duration filesWithin;

    BodyLimits(
            Vertx vertx,
            @ConfigProperty(name = "candor.body.json-limit") MemorySize jsonLimit,
            @ConfigProperty(name = "candor.body.json-within") Duration jsonWithin,
            @ConfigProperty(name = "candor.body.files-within") Duration filesWithin) {
        this.vertx = vertx;
        this.jsonLimit = jsonLimit.asLongValue();
        this.jsonWithin = jsonWithin;
        this.filesWithin = filesWithin;
    }

    void register(@Observes Router router) {
        router.route().order(AFTER_THE_FRAMEWORKS_OWN).handler(this::limit);
    }

    private void limit(RoutingContext request) {
        if (!Bodies.isAnnounced(request)) {
            request.next();
            return;
        }
        boolean file = request.normalizedPath().endsWith(FILES);
        endAfter(file ? filesWithin : jsonWithin, request);
        if (file) {
            request.next();
        } else {
            limitJson(request);
        }
    }

    private void limitJson(RoutingContext request) {
        if (RouterProblems.declaredLength(request) > jsonLimit) {
            RouterProblems.answerAndClose(CommonProblem.BODY_TOO_LARGE, request);
            return;
        }
        if (Bodies.isOfUnknownLength(request)) {
            request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, jsonLimit);
        }
        request.next();
    }

    private void endAfter(Duration patience, RoutingContext request) {
        long timer = vertx.setTimer(patience.toMillis(), elapsed -> {
            if (request.request().isEnded()) {
                return;
            }
            if (request.response().headWritten()) {
                request.request().connection().close();
            } else {
                RouterProblems.answerAndClose(CommonProblem.BODY_TOO_SLOW, request);
            }
        });
        request.addEndHandler(answered -> vertx.cancelTimer(timer));
    }
}
