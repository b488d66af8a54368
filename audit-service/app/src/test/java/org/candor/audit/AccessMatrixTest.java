package org.candor.audit;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.candor.test.OnRealPlatform;
import org.candor.test.access.AccessMatrix;
import org.junit.jupiter.api.Test;

/** Every operation with every role, with no token and with each wrong one, as {@code access.csv} says. */
@QuarkusTest
@OnRealPlatform(separateOwner = true)
@WithTestResource(TrailKeyFile.class)
class AccessMatrixTest {

    @Test
    void everyCallIsAnsweredAsTheTableSays() {
        new AccessMatrix()
                .with("keyId", "00000000")
                .with("year", "2026")
                .with("level", "0")
                .with("tile", "000")
                .holds();
    }
}
