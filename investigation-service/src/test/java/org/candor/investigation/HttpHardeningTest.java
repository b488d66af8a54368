package org.candor.investigation;

import io.quarkus.test.junit.QuarkusTest;
import org.candor.test.HttpHardening;
import org.candor.test.OnRealPlatform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealPlatform
class HttpHardeningTest {

    @Test
    void everyAnswerIsGuardedAndEveryRequestBounded() {
        HttpHardening.verify();
    }
}
