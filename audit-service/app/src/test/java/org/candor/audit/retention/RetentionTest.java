package org.candor.audit.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.candor.audit.Story;
import org.candor.audit.TrailKeyFile;
import org.candor.events.CheckpointEvent.CheckpointSigned;
import org.candor.events.NoticeEvent.CampaignCompleted;
import org.candor.events.NoticeEvent.CampaignOpened;
import org.candor.events.RetentionEvent.RetentionSet;
import org.candor.events.Samples;
import org.candor.events.Topic;
import org.candor.test.Facts;
import org.candor.test.OnRealPlatform;
import org.candor.test.Seen;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.Test;

/** F-13, N-11: through the broker, in and out. */
@QuarkusTest
@OnRealPlatform(separateOwner = true)
@WithTestResource(TrailKeyFile.class)
class RetentionTest {

    @Test
    void tellsThroughWhichDayAClosedCaseIsKept() {
        Story story = Story.triaged();
        story.closedOn(LocalDate.parse("2026-11-21"));
        assertThat(kept(story, "2026-11-21").keepThrough()).isEqualTo("2032-11-21");
        assertThat(story.entries(7))
                .extracting(entry -> entry.get("type"))
                .containsSubsequence("org.candor.audit.retention-set.v1", "org.candor.audit.deadline-set.v1");
    }

    @Test
    void countsFromTheEndOfTheNoticesWhereThatIsLater() {
        Story story = Story.triaged();
        Facts.send(
                Topic.NOTICE,
                new CampaignOpened(story.incidentId(), Story.CITY, Instant.parse("2026-11-20T16:00:00Z")),
                Story.CITY);
        story.entries(5);
        story.closedOn(LocalDate.parse("2026-11-21"));
        kept(story, "2026-11-21");
        Facts.send(Topic.NOTICE, new CampaignCompleted(story.incidentId(), LocalDate.parse("2027-02-28")), Story.CITY);
        assertThat(kept(story, "2027-02-28").keepThrough()).isEqualTo("2033-02-28");
    }

    @Test
    void sendsWhatTheSampleShows() throws IOException {
        Story story = Story.triaged();
        story.closedOn(LocalDate.parse("2026-11-21"));
        try (TopicProbe probe = TopicProbe.on(Topic.RETENTION)) {
            Seen sent = probe.awaitRecord(
                    RetentionSet.class, set -> set.incidentId().equals(story.incidentId()));
            assertThat(names(sent.json())).isEqualTo(names(Samples.of(Topic.RETENTION, RetentionSet.class)));
            assertThat(sent.attribute("entityid")).isEqualTo(Story.CITY);
        }
        try (TopicProbe probe = TopicProbe.on(Topic.CHECKPOINT)) {
            Seen sent = probe.awaitRecord(CheckpointSigned.class, signed -> true);
            assertThat(names(sent.json())).isEqualTo(names(Samples.of(Topic.CHECKPOINT, CheckpointSigned.class)));
        }
    }

    private static Set<String> names(String json) throws IOException {
        Set<String> names = new TreeSet<>();
        new ObjectMapper().readTree(json).fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static RetentionSet kept(Story story, String concludedOn) {
        try (TopicProbe probe = TopicProbe.on(Topic.RETENTION)) {
            return probe.await(
                    RetentionSet.class,
                    set -> set.incidentId().equals(story.incidentId())
                            && set.concludedOn().equals(LocalDate.parse(concludedOn)));
        }
    }
}
