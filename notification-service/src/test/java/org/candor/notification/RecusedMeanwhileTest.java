package org.candor.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.notification.Fixtures.breach;
import static org.candor.notification.Fixtures.individuals;
import static org.candor.notification.Fixtures.officer;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.candor.test.Routing;
import org.junit.jupiter.api.Test;

/** what somebody began to follow ends when the incident ceases to exist for him. */
@QuarkusTest
@OnRealPlatform
@WithTestResource(Surroundings.class)
class RecusedMeanwhileTest {

    @Test
    void aStreamOfEventsEndsWithTheRecusal() throws Exception {
        UUID incident = breach(false, individuals(null));
        String id = officer()
                .contentType("application/json")
                .body(Map.of("kind", "CSV"))
                .post("/campaigns/" + incident + "/roster-imports")
                .path("id");
        // An import that takes long: somebody else has the lease.
        Database.execute(
                "update roster_import set state = 'IMPORTING', lease_until = now() + interval '1 hour'"
                        + " where id = cast(? as uuid)",
                id);
        RequestSpecification follower = officer().accept("text/event-stream");
        CompletableFuture<String> events = CompletableFuture.supplyAsync(
                () -> follower.get("/campaigns/" + incident + "/roster-imports/" + id + "/progress")
                        .asString());
        TimeUnit.SECONDS.sleep(3);
        assertThat(events).isNotDone();

        Routing.open(incident, Fixtures.CITY)
                .recusing("privacy-officer")
                .version(2)
                .send();

        assertThat(events.get(30, TimeUnit.SECONDS)).contains("IMPORTING").doesNotContain("IMPORTED");
        officer().get("/campaigns/" + incident + "/roster-imports/" + id).then().statusCode(404);
    }
}
