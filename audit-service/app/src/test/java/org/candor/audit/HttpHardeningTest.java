package org.candor.audit;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.candor.test.HttpHardening;
import org.candor.test.OnRealPlatform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealPlatform(separateOwner = true)
@WithTestResource(TrailKeyFile.class)
class HttpHardeningTest {

    @Test
    void everyAnswerIsGuardedAndEveryRequestBounded() {
        HttpHardening.verify();
    }
}
