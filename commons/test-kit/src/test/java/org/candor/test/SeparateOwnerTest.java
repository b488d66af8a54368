package org.candor.test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.candor.events.CaseEvent.CaseReopened;
import org.candor.events.Topic;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Another application in the same JVM: it finds the platform running and gets a database of its own. */
@QuarkusTest
@TestProfile(SeparateOwnerTest.AnotherApplication.class)
@OnRealPlatform(service = "keeper", separateOwner = true)
class SeparateOwnerTest {

    public static final class AnotherApplication implements QuarkusTestProfile {}

    @ConfigProperty(name = "CANDOR_DB_USER")
    String user;

    @ConfigProperty(name = "CANDOR_DB_PASSWORD")
    String password;

    @ConfigProperty(name = "CANDOR_DB_OWNER")
    String owner;

    @ConfigProperty(name = "CANDOR_DB_OWNER_PASSWORD")
    String ownerPassword;

    @Test
    void theDatabaseIsTheServicesOwn() {
        given().auth()
                .oauth2(Tokens.of("privacy-officer"))
                .get("/user")
                .then()
                .statusCode(200)
                .body(equalTo("keeper keeper"));
    }

    @Test
    void theLoginMayDoNothingThatTheOwnerHasNotGranted() throws SQLException {
        try (Connection owning = Database.connectAs(owner, ownerPassword);
                Connection serving = Database.connectAs(user, password);
                Statement own = owning.createStatement();
                Statement serve = serving.createStatement()) {
            own.execute("create table entry (id bigint primary key)");

            assertThatThrownBy(() -> serve.execute("insert into entry values (1)"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> serve.execute("create table other (id bigint)"))
                    .hasMessageContaining("permission denied");
            own.execute("grant insert on entry to " + user);
            serve.execute("insert into entry values (1)");
        }
        assertThat(Database.number("select count(*) from entry")).isEqualTo(1);
    }

    @Test
    void theBrokerIsTheOneThatWasThereBefore() {
        UUID incident = UUID.randomUUID();
        Facts.send(Topic.CASE, Facts.sample(Topic.CASE, CaseReopened.class, incident), "larkspur-falls");

        try (TopicProbe probe = TopicProbe.on(Topic.CASE)) {
            probe.await(CaseReopened.class, fact -> fact.incidentId().equals(incident));
        }
        assertThat(ProcessHandle.current()
                        .children()
                        .filter(child -> child.info().command().orElse("").endsWith("java"))
                        .count())
                .isEqualTo(1);
    }
}
