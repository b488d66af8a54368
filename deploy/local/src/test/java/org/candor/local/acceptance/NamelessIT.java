package org.candor.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.candor.local.SharedStack;
import org.candor.local.api.Answer;
import org.candor.local.api.Api;
import org.candor.local.api.Json;
import org.candor.local.api.Patience;
import org.candor.local.api.Users;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody who is afraid to give a name, from the first word to the last, on the whole platform. */
@ExtendWith(SharedStack.class)
class NamelessIT {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    @Test
    void anAnonymousConversationRunsBothWays(Users users) throws Exception {
        Api nobody = users.withoutToken();
        Answer filed = report(nobody, "A letter lay on the printer of the second floor.");
        String receipt = filed.text("/receipt");
        String messages = "/intake/reports/" + filed.text("/incidentId") + "/messages";
        Answer asked = users.as("privacy-officer")
                .post(messages, Json.of("question", true, "text", "Whose letter was it?"))
                .expecting(201);

        Answer mailbox = nobody.post("/intake/receipts/mailbox", Json.of("receipt", receipt))
                .expecting(200);
        assertThat(mailbox.text("/messages/0/text")).isEqualTo("Whose letter was it?");
        nobody.post(
                        "/intake/receipts/messages",
                        Json.of("receipt", receipt, "answers", asked.text("/messageId"), "text", "I did not look."))
                .expecting(201);
        Answer heard = users.as("security-officer").get(messages).expecting(200);
        assertThat(heard.text("/items/1/text")).isEqualTo("I did not look.");
        assertThat(heard.json().at("/items/1/writtenBy").isMissingNode()).isTrue();
        users.as("workforce").get(messages).expecting(403);
        Patience.until(
                "the receipt follows the case",
                LONG_ENOUGH,
                () -> nobody.post("/intake/receipts/status", Json.of("receipt", receipt)),
                status -> status.text("/state").equals("UNDER_INVESTIGATION"));
    }

    private static Answer report(Api nobody, String narrative) throws Exception {
        return nobody.post(
                        "/intake/reports",
                        Json.of(
                                "kind", "IMPROPER_USE_OR_DISCLOSURE",
                                "relation", "NOT_SAID",
                                "channel", "ONLINE",
                                "phiPossible", true,
                                "narrative", narrative))
                .expecting(201);
    }
}
