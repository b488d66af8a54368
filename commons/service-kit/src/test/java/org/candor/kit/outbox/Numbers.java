package org.candor.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.candor.events.Topic;
import org.candor.test.TopicProbe;

/** What the trail sees: the numbers on the topic. */
final class Numbers {

    private Numbers() {}

    static void haveNoGap() {
        try (TopicProbe probe = TopicProbe.on(Topic.CASE)) {
            List<Long> numbers = probe.records().stream()
                    .filter(seen -> "/ledger".equals(seen.attribute("source")))
                    .map(seen -> Long.valueOf(seen.attribute("sequence")))
                    .distinct()
                    .sorted()
                    .toList();
            assertThat(numbers)
                    .isNotEmpty()
                    .isEqualTo(LongStream.rangeClosed(1, numbers.size()).boxed().toList());
        }
    }
}
