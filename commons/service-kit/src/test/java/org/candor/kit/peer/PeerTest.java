package org.candor.kit.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.candor.kit.peer.Questions.Reply;
import org.candor.kit.web.Correlation;
import org.candor.test.OnRealPlatform;
import org.candor.test.Peers;
import org.candor.test.Peers.Answer;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;

/** One service calls another with its own credentials. */
@QuarkusTest
@OnRealPlatform
class PeerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    @RestClient
    Questions questions;

    @Test
    void bringsItsOwnTokenAndTheCorrelationId() {
        Peers.answer("/breach/questions/one", Answer.ok(Map.of("word", "clear")));
        Correlation.adopt("a-request-of-a-test", "");

        Reply reply = questions.ask("one").await().atMost(PATIENCE);

        assertThat(reply.word()).isEqualTo("clear");
        assertThat(Peers.asked("/breach/questions/one")).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.header("Authorization")).startsWith("Bearer ey");
            assertThat(request.header("X-Correlation-Id")).isEqualTo("a-request-of-a-test");
        });
    }

    @Test
    void seesARefusalAsOne() {
        Peers.answer("/breach/questions", Answer.of(403));
        assertThatThrownBy(() -> questions.ask("two").await().atMost(PATIENCE))
                .isInstanceOfSatisfying(
                        WebApplicationException.class,
                        e -> assertThat(e.getResponse().getStatus()).isEqualTo(403));
    }

    @Test
    void callsAgainWhenThePeerIsBack() {
        Peers.answer("/breach/questions", Answer.none());
        assertThatThrownBy(() -> questions.ask("four").await().atMost(PATIENCE))
                .hasRootCauseInstanceOf(IOException.class);
        Peers.answer("/breach/questions", Answer.ok(Map.of("word", "back")));
        assertThat(questions.ask("four").await().atMost(PATIENCE).word()).isEqualTo("back");
    }
}
