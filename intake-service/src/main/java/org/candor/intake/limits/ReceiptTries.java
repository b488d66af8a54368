package org.candor.intake.limits;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.candor.kit.web.Refused;

/** Slows whoever tries receipts elsewhere than where a receipt is all that is asked for. */
@ApplicationScoped
public class ReceiptTries {

    private final Buckets buckets;
    private final CurrentVertxRequest current;
    private final MeterRegistry meters;

    ReceiptTries(Buckets buckets, CurrentVertxRequest current, MeterRegistry meters) {
        this.buckets = buckets;
        this.current = current;
        this.meters = meters;
    }

    /** Counts a receipt of the sender's as if it were wrong, or refuses it with {@code Retry-After} before anybody looks for it. */
    public void count() {
        RoutingContext request = current.getCurrent();
        String address = Addresses.of(request.request().remoteAddress());
        buckets.waitAfterWrongReceipts(address).ifPresent(wait -> refuse(wait, request));
        buckets.receiptWasWrong(address);
    }

    private void refuse(Duration wait, RoutingContext request) {
        Refused.mark("wrong-receipts", wait, request, meters);
        throw new Problem(CommonProblem.TOO_MANY_REQUESTS);
    }
}
