package org.candor.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.kit.ledger.Calls.with;

import io.quarkus.test.junit.QuarkusTest;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import org.candor.test.OnRealPlatform;
import org.candor.test.Peers;
import org.candor.test.Peers.Answer;
import org.candor.test.Tokens;
import org.junit.jupiter.api.Test;

/** The identity provider is gone for a while: who has a token goes on, who invents one gets nowhere and does no harm. */
@QuarkusTest
@OnRealPlatform
class IdentityAwayTest {

    private static final int MANY = 30;

    @Test
    void knownKeysGoOnAndUnknownOnesAreRefusedWithoutHammeringTheProvider() throws NoSuchAlgorithmException {
        with(Tokens.of("operator")).get("/faults/declared").then().statusCode(200);

        Peers.answer(Peers.KEYS, Answer.none());
        int asked = Peers.asked(Peers.KEYS).size();
        PrivateKey invented =
                KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
        for (int i = 0; i < MANY; i++) {
            String token = Tokens.subject("operator")
                    .roles("operator")
                    .key(invented)
                    .keyId("invented-" + i)
                    .signed();
            with(token).get("/faults/declared").then().statusCode(401);
        }
        assertThat(Peers.asked(Peers.KEYS).size() - asked)
                .as("requests to a provider that is away, for %d invented keys within one interval", MANY)
                .isLessThanOrEqualTo(1);
        with(Tokens.of("operator")).get("/faults/declared").then().statusCode(200);
    }
}
