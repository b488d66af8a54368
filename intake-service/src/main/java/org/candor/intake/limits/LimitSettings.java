package org.candor.intake.limits;

import io.smallrye.config.ConfigMapping;

/** How much is let through. Each limit holds for all replicas together, and each replica lets its share through. */
@ConfigMapping(prefix = "candor.limits")
public interface LimitSettings {

    /** All requests without a token together. */
    Rate anonymous();

    /** Requests without a token from one address. */
    Rate address();

    /** All requests with a token that has not been seen to be good yet, together. */
    Rate newcomers();

    /** Such requests from one address. */
    Rate newcomersOfAddress();

    /** Requests with one token that was seen to be good. */
    Rate token();

    /** Receipts from one address that were wrong. */
    Rate wrongReceipts();

    /** Requests without a token that one replica works on at the same time. */
    int anonymousAtOnce();

    /** A token bucket. */
    interface Rate {

        /** Requests that may come at once after a quiet time. */
        long burst();

        /** Requests per minute in the long run. */
        long perMinute();
    }
}
