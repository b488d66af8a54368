package org.candor.intake.limits;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.junit.jupiter.api.Test;

/** A second replica is a row that it keeps young; this one is too young to be swept. */
@QuarkusTest
@OnRealPlatform
@TestProfile(LimitTest.SmallLimits.class)
class ReplicasTest {

    private final AtomicInteger addresses = new AtomicInteger();

    @Test
    void shareALimitAndGetItBackWhenOneHasGone() {
        awaitThatOneAddressMayAsk(LimitTest.BURST);
        UUID second = UUID.randomUUID();
        Database.execute(
                "insert into limiter_replica (replica_id, seen_at) values (?, now() + interval '10 minutes')", second);
        try {
            awaitThatOneAddressMayAsk(LimitTest.BURST / 2);
            Database.execute(
                    "update limiter_replica set seen_at = now() - interval '31 seconds' where replica_id = ?", second);
            awaitThatOneAddressMayAsk(LimitTest.BURST);
            assertThat(Database.number("select count(*) from limiter_replica where replica_id = ?", second))
                    .isZero();
        } finally {
            Database.execute("delete from limiter_replica where replica_id = ?", second);
        }
    }

    /** Each try is an address that nobody has seen; the first ones may come before the replicas are counted. */
    private void awaitThatOneAddressMayAsk(long times) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(letInFrom("203.0.113." + addresses.incrementAndGet()))
                        .isEqualTo(times));
    }

    private static long letInFrom(String address) {
        return IntStream.range(0, LimitTest.BURST + 2)
                .map(i ->
                        given().header("X-Forwarded-For", address).get("/form").statusCode())
                .filter(status -> status == 200)
                .count();
    }
}
