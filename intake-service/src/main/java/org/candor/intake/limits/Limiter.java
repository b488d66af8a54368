package org.candor.intake.limits;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.RouterProblems;
import org.candor.kit.web.Refused;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets in what can be worked on and refuses the rest at once, before a body is read or a token is checked. Whoever showed a
 * good token has a lane of his own; all others share one that is bounded.
 */
@ApplicationScoped
class Limiter {

    /** After cross-origin headers are set (-300), so that pages can read a refusal; before tokens are looked at (-200). */
    private static final int ORDER = -250;

    private static final List<String> LANES =
            List.of("anonymous", "signed-in", "newcomer", "at-once", "wrong-receipts");

    private static final String BEARER = "Bearer ";
    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final long SOON_READ = 64 * 1024;

    private final Buckets buckets;
    private final MeterRegistry meters;
    private final String root;
    private final int mostAtOnce;
    private final AtomicInteger anonymousNow;

    Limiter(
            Buckets buckets,
            MeterRegistry meters,
            LimitSettings settings,
            @ConfigProperty(name = "quarkus.http.root-path") String root) {
        this.buckets = buckets;
        this.meters = meters;
        this.mostAtOnce = settings.anonymousAtOnce();
        this.root = root;
        Refused.register(meters, LANES);
        this.anonymousNow = meters.gauge("candor_anonymous_requests_now", new AtomicInteger());
    }

    void register(@Observes Router router) {
        router.route().order(ORDER).handler(this::admit);
    }

    private void admit(RoutingContext request) {
        if (isNotCounted(request)) {
            request.next();
            return;
        }
        String address = Addresses.of(request.request().remoteAddress());
        String token = request.request().getHeader("Authorization");
        if (isBearer(token)) {
            admitSignedIn(request, address, hash(token));
        } else {
            admitAnonymous(request, address);
        }
    }

    private void admitAnonymous(RoutingContext request, String address) {
        Optional<Duration> wait = isAboutReceipts(request) ? buckets.waitAfterWrongReceipts(address) : Optional.empty();
        if (wait.isPresent()) {
            refuse("wrong-receipts", wait.get(), request);
            return;
        }
        if (anonymousNow.incrementAndGet() > mostAtOnce) {
            anonymousNow.decrementAndGet();
            refuse("at-once", A_MOMENT, request);
            return;
        }
        request.addEndHandler(answered -> {
            anonymousNow.decrementAndGet();
            if (isAboutReceipts(request) && request.response().getStatusCode() == 404) {
                buckets.receiptWasWrong(address);
            }
        });
        enter(buckets.anonymousFrom(address), request);
    }

    private void admitSignedIn(RoutingContext request, String address, String token) {
        if (isAboutReceipts(request)) {
            // A token changes nothing about a receipt, and must not open another way to try them.
            admitAnonymous(request, address);
            return;
        }
        request.addEndHandler(answered -> {
            if (showsAGoodToken(request)) {
                buckets.tokenWasGood(token);
            }
        });
        enter(buckets.signedIn(token, address), request);
    }

    private void enter(Lane lane, RoutingContext request) {
        lane.enter().ifPresentOrElse(wait -> refuse(lane.name(), wait, request), request::next);
    }

    private void refuse(String lane, Duration wait, RoutingContext request) {
        Refused.mark(lane, wait, request, meters);
        if (!Bodies.isOfUnknownLength(request) && RouterProblems.declaredLength(request) <= SOON_READ) {
            RouterProblems.answer(CommonProblem.TOO_MANY_REQUESTS, request);
            // What is still coming is read and dropped, so that the connection can be used again.
            request.request().resume();
        } else {
            RouterProblems.answerAndClose(CommonProblem.TOO_MANY_REQUESTS, request);
        }
    }

    /** What describes the service, and the browser's questions before it asks. */
    private boolean isNotCounted(RoutingContext request) {
        return request.normalizedPath().startsWith(root + "/q/")
                || request.request().method().equals(HttpMethod.OPTIONS);
    }

    private boolean isAboutReceipts(RoutingContext request) {
        return request.normalizedPath().startsWith(root + "/receipts/");
    }

    /** Any other scheme signs nobody in, and so opens no lane. */
    private static boolean isBearer(String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    /** Somebody looked at the token and it held; where no token is needed nobody does. */
    private static boolean showsAGoodToken(RoutingContext request) {
        return request.user() instanceof QuarkusHttpUser user
                && !user.getSecurityIdentity().isAnonymous();
    }

    private static String hash(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
