package org.candor.breach;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.candor.test.OnRealPlatform;
import org.candor.test.access.FieldViews;
import org.junit.jupiter.api.Test;

/** 45 CFR 164.502(b), A-10 to A-12: each role is shown of an assessment what {@code fields.csv} says that it needs. */
@QuarkusTest
@OnRealPlatform
class FieldsTest {

    @Test
    void eachRoleIsShownWhatTheTableSays() {
        Story story = Story.asked().breach();
        FieldViews.of(Map.of("incidentId", story.incidentId, "edition", 1)).areAsListed(List.of("/assessments"));
    }
}
