package org.candor.kit.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.RouterProblems;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Every body ends or is ended in time. Where a service takes large files on some paths, which take longer, every other body
 * stays small, whether it says its length or not. The framework has one limit for all paths;
 * {@code candor.body.large-paths}, a regular expression over whole paths, says for which it is meant.
 */
@ApplicationScoped
class LargeBodies {

    /** After the framework has set its own limit for bodies of unknown length, before anything reads the body. */
    private static final int AFTER_THE_FRAMEWORKS_OWN = -1;

    /** A {@link LargeBody} is refused with a problem before the framework ends the answer without one. */
    private static final long BEYOND_OUR_OWN = 1024 * 1024;

    /**
     * JSON that is no longer is read before the method begins. A method that reads for itself does so under the lock of the
     * connection, for which the event loop has to wait. Forms are left to their own reader, which needs the request as it comes.
     */
    private static final long READ_AT_ONCE = 64 * 1024;

    private static final Duration THROWN_AWAY_FOR = Duration.ofSeconds(5);

    private final Optional<Pattern> largePaths;
    private final long small;
    private final long longest;
    private final Duration smallWithin;
    private final Duration largeWithin;

    LargeBodies(
            @ConfigProperty(name = "candor.body.large-paths") Optional<String> largePaths,
            @ConfigProperty(name = "candor.body.small-limit") MemorySize small,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize longest,
            @ConfigProperty(name = "candor.body.small-within") Duration smallWithin,
            @ConfigProperty(name = "candor.body.large-within") Duration largeWithin) {
        this.largePaths = largePaths.map(Pattern::compile);
        this.small = small.asLongValue();
        this.longest = longest.asLongValue();
        this.smallWithin = smallWithin;
        this.largeWithin = largeWithin;
    }

    void register(@Observes Router router) {
        router.route().order(AFTER_THE_FRAMEWORKS_OWN).handler(this::limit);
    }

    private void limit(RoutingContext request) {
        if (RouterProblems.declaredLength(request) == 0 && !isOfUnknownLength(request)) {
            request.next();
            return;
        }
        boolean large = largePaths
                .filter(paths -> paths.matcher(request.normalizedPath()).matches())
                .isPresent();
        endAfter(large ? largeWithin : smallWithin, request);
        if (large && isShortJson(request)) {
            readAtMost(READ_AT_ONCE, request);
        } else if (large) {
            leaveToTheMethod(request);
        } else if (largePaths.isEmpty()) {
            // The framework's limit is the one of all bodies.
            request.next();
        } else {
            keepSmall(request);
        }
    }

    private void leaveToTheMethod(RoutingContext request) {
        request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, longest + BEYOND_OUR_OWN);
        request.addHeadersEndHandler(head -> sayThatItCloses(request));
        request.addEndHandler(answered -> throwAwayTheRest(request));
        request.next();
    }

    private void keepSmall(RoutingContext request) {
        if (RouterProblems.declaredLength(request) > small) {
            RouterProblems.answerAndClose(CommonProblem.BODY_TOO_LARGE, request);
            return;
        }
        if (isOfUnknownLength(request)) {
            readAtMost(small, request);
        } else {
            request.next();
        }
    }

    private static boolean isShortJson(RoutingContext request) {
        String type = request.request().getHeader("Content-Type");
        return type != null
                && type.startsWith("application/json")
                && !isOfUnknownLength(request)
                && RouterProblems.declaredLength(request) <= READ_AT_ONCE;
    }

    private static boolean isOfUnknownLength(RoutingContext request) {
        return request.request().getHeader("Transfer-Encoding") != null;
    }

    private static void endAfter(Duration patience, RoutingContext request) {
        long timer = request.vertx().setTimer(patience.toMillis(), elapsed -> {
            if (request.request().isEnded()) {
                return;
            }
            if (request.response().headWritten()) {
                RouterProblems.giveUp(request);
            } else {
                RouterProblems.answerAndClose(CommonProblem.BODY_TOO_SLOW, request);
            }
        });
        request.addEndHandler(answered -> request.vertx().cancelTimer(timer));
    }

    /** The framework would end the answer to what grows too long without a problem in it. */
    private static void readAtMost(long limit, RoutingContext request) {
        Buffer body = Buffer.buffer();
        AtomicBoolean refused = new AtomicBoolean();
        request.request().handler(part -> {
            if (refused.get()) {
                return;
            }
            if (body.length() + part.length() > limit) {
                refused.set(true);
                refuse(request);
            } else {
                body.appendBuffer(part);
            }
        });
        request.request().endHandler(ended -> {
            if (!refused.get()) {
                ((RoutingContextInternal) request).setBody(body);
                request.next();
            }
        });
        if ("100-continue".equalsIgnoreCase(request.request().getHeader("Expect"))) {
            request.response().writeContinue();
        }
        request.request().resume();
    }

    private static void refuse(RoutingContext request) {
        request.response().putHeader("Connection", "close");
        RouterProblems.answer(CommonProblem.BODY_TOO_LARGE, request);
        closeSoon(request);
    }

    private static void sayThatItCloses(RoutingContext request) {
        if (isRefused(request)) {
            request.response().putHeader("Connection", "close");
        }
    }

    /**
     * The answer may come before all of the body has. Of most only the end is still to come, because a reader of JSON stops at the
     * last bracket, or it has come and shows once nothing is held back; then nothing of the request may wait in memory for a timer.
     */
    private static void throwAwayTheRest(RoutingContext request) {
        if (request.request().isEnded()) {
            return;
        }
        request.request().handler(part -> {});
        request.request().resume();
        if (isRefused(request)) {
            closeSoon(request);
        } else if (!request.request().isEnded()) {
            long timer = closeSoon(request);
            request.request().endHandler(ended -> request.vertx().cancelTimer(timer));
        }
    }

    /**
     * What still comes is thrown away, for a while: whoever goes on writing shall read the answer. Who was not told that it
     * closes, and has come to the end, may be at his next request.
     */
    private static long closeSoon(RoutingContext request) {
        return request.vertx().setTimer(THROWN_AWAY_FOR.toMillis(), elapsed -> {
            if (isRefused(request) || !request.request().isEnded()) {
                RouterProblems.giveUp(request);
            }
        });
    }

    private static boolean isRefused(RoutingContext request) {
        return request.response().getStatusCode() == CommonProblem.BODY_TOO_LARGE.status();
    }
}
