package org.candor.kit.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.kit.ledger.Calls.eventually;
import static org.candor.kit.ledger.Calls.officer;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.candor.test.Peers;
import org.candor.test.Peers.Answer;
import org.candor.test.Peers.Asked;
import org.junit.jupiter.api.Test;

/** What is frozen gets to audit, through the scheduler and over HTTP. */
@QuarkusTest
@OnRealPlatform
class HandOverTest {

    private static final String WORDS = "What a form says of somebody";
    private static final String DOCUMENTS = "/audit/documents";

    private final UUID incident = UUID.randomUUID();

    @Test
    void sendsADocumentUntilAuditHasIt() {
        Peers.answer(DOCUMENTS, Answer.of(503));
        assertThat(freeze(false).statusCode()).isEqualTo(204);
        eventually().until(() -> !sent().isEmpty());
        assertThat(waiting()).isOne();
        Peers.answer(DOCUMENTS, new Answer(201, "{}"));
        Database.execute("update hand_over set next_try_at = now() where incident_id = ?", incident);

        eventually().until(() -> waiting() == 0);

        assertThat(sent().getLast()).satisfies(request -> {
            assertThat(request.header("Authorization")).startsWith("Bearer ");
            assertThat(request.header("Content-Type")).startsWith("multipart/form-data");
            assertThat(request.body())
                    .contains(WORDS, "FORM", "F-1", "larkspur-falls", "2026-11-21T10:00:00Z", "text/plain")
                    .contains("70fe5f888705dd51");
        });
    }

    @Test
    void keepsItSealedMeanwhile() {
        Peers.answer(DOCUMENTS, Answer.none());
        freeze(false);
        assertThat(Database.rows("select h::text as row from hand_over h where incident_id = ?", incident)
                        .toString())
                .contains("F-1")
                .doesNotContain("5768617420612066"); // "What a f", as bytes are shown
    }

    @Test
    void sendsNothingOfATransactionThatFailed() {
        assertThat(freeze(true).statusCode()).isEqualTo(500);
        assertThat(waiting()).isZero();
    }

    private Response freeze(boolean thenFail) {
        return officer()
                .queryParam("incident", incident)
                .queryParam("thenFail", thenFail)
                .body(WORDS)
                .contentType("text/plain")
                .post("/frozen");
    }

    private List<Asked> sent() {
        return Peers.asked(DOCUMENTS).stream()
                .filter(request -> request.body().contains(incident.toString()))
                .toList();
    }

    private long waiting() {
        return Database.number("select count(*) from hand_over where incident_id = ?", incident);
    }
}
