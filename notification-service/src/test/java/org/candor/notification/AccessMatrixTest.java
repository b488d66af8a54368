package org.candor.notification;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.candor.test.OnRealPlatform;
import org.candor.test.access.AccessMatrix;
import org.junit.jupiter.api.Test;

/** Every operation with every role, with no token and with each wrong one, as {@code access.csv} says. */
@QuarkusTest
@OnRealPlatform
@WithTestResource(Surroundings.class)
class AccessMatrixTest {

    @Test
    void everyCallIsAnsweredAsTheTableSays() {
        new AccessMatrix()
                .with("template", "4-III-B")
                .with("slug", "nothing")
                .with("secret", "x".repeat(43))
                .holds();
    }
}
