package org.candor.intake.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class BucketsTest {

    private static final int BURST = 40;

    @Test
    void divideWhatAllHaveTogetherAmongTheReplicas() {
        Buckets halved = new Buckets(new Same());
        halved.shareAmong(2);
        assertThat(letIn(halved)).isEqualTo(BURST / 2);
        Buckets whole = new Buckets(new Same());
        whole.shareAmong(2);
        whole.shareAmong(1);
        assertThat(letIn(whole)).isEqualTo(BURST);
    }

    @Test
    void forgetAddressesAndTokensAfterTheirWindowThoughNobodyElseComes() {
        Buckets buckets = new Buckets(new Same(), Duration.ofSeconds(5));
        buckets.anonymousFrom("198.51.100.77");
        buckets.signedIn("not seen yet", "198.51.100.77");
        buckets.receiptWasWrong("198.51.100.77");
        buckets.tokenWasGood("good");
        assertThat(buckets.remembered()).isEqualTo(4);
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> buckets.remembered() == 0);
    }

    /** Each from an address of its own. */
    private static long letIn(Buckets buckets) {
        return IntStream.range(0, 2 * BURST)
                .filter(i -> buckets.anonymousFrom("192.0.2." + i).enter().isEmpty())
                .count();
    }

    /** The same limit for everything. */
    private record Same() implements LimitSettings {

        private static final Rate RATE = new Rate() {

            @Override
            public long burst() {
                return BURST;
            }

            @Override
            public long perMinute() {
                return 1;
            }
        };

        @Override
        public Rate anonymous() {
            return RATE;
        }

        @Override
        public Rate address() {
            return RATE;
        }

        @Override
        public Rate newcomers() {
            return RATE;
        }

        @Override
        public Rate newcomersOfAddress() {
            return RATE;
        }

        @Override
        public Rate token() {
            return RATE;
        }

        @Override
        public Rate wrongReceipts() {
            return RATE;
        }

        @Override
        public int anonymousAtOnce() {
            return BURST;
        }
    }
}
