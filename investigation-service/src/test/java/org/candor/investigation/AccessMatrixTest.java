package org.candor.investigation;

import io.quarkus.test.junit.QuarkusTest;
import org.candor.test.OnRealPlatform;
import org.candor.test.access.AccessMatrix;
import org.junit.jupiter.api.Test;

/** Every operation with every role, with no token and with each wrong one, as {@code access.csv} says. */
@QuarkusTest
@OnRealPlatform
class AccessMatrixTest {

    @Test
    void everyCallIsAnsweredAsTheTableSays() {
        new AccessMatrix()
                .with("form", "4-I-A")
                .with("person", "nobody")
                .with("entityId", "larkspur-falls")
                .holds();
    }
}
