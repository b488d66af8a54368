package org.candor.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.admin.NewTopic;
import org.candor.events.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicsTest {

    private static final String THIRTY_DAYS = "2592000000";

    @ParameterizedTest
    @EnumSource(Topic.class)
    void keepsFactsForThirtyDaysAndStateForEver(Topic topic) {
        NewTopic declaration = Topics.declaration(topic);
        assertThat(declaration.numPartitions()).isEqualTo(6);
        if (topic.compacted()) {
            assertThat(declaration.configs()).containsOnlyKeys("cleanup.policy").containsValue("compact");
        } else {
            assertThat(declaration.configs()).containsEntry("retention.ms", THIRTY_DAYS);
        }
    }

    @Test
    void compactsTheRoutingRecord() {
        assertThat(Topics.declaration(Topic.ROUTING).configs()).containsEntry("cleanup.policy", "compact");
    }
}
