package org.candor.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SequenceTest {

    @TempDir
    Path logs;

    private final List<String> events = new CopyOnWriteArrayList<>();

    @Test
    void startsWhatIsNeededFirstAndEndsItLast() throws StartFailed {
        Sequence sequence = sequence(part("base", List.of(), () -> {}), part("top", List.of("base"), () -> {}));
        sequence.start();
        sequence.close();
        assertThat(events).containsExactly("base starts", "top starts", "top stops", "base stops");
    }

    @Test
    void startsSideBySideWhatDoesNotNeedEachOther() throws StartFailed {
        CountDownLatch both = new CountDownLatch(2);
        Sequence sequence =
                sequence(part("one", List.of(), () -> meet(both)), part("other", List.of(), () -> meet(both)));
        sequence.start();
        assertThat(events).containsExactlyInAnyOrder("one starts", "other starts");
        sequence.close();
    }

    @Test
    void endsEverythingWhenOnePartFails() throws IOException {
        Files.write(logs.resolve("bad.log"), List.of("all is well", "disk full"));
        Sequence sequence = sequence(
                part("good", List.of(), () -> {}),
                part("bad", List.of("good"), () -> {
                    throw new IllegalStateException("it fell over");
                }),
                part("never", List.of("bad"), () -> {}));
        assertThatThrownBy(sequence::start)
                .isInstanceOf(StartFailed.class)
                .hasMessageContainingAll("bad did not start", "it fell over", "disk full", "What to do: help bad");
        assertThat(events).contains("good stops", "bad stops").doesNotContain("never starts");
    }

    @Test
    void breaksOffASlowStartWhenAnotherPartFails() {
        CountDownLatch waiting = new CountDownLatch(1);
        Sequence sequence = sequence(
                part("slow", List.of(), () -> {
                    waiting.countDown();
                    new CountDownLatch(1).await();
                }),
                part("bad", List.of(), () -> {
                    waiting.await();
                    throw new IllegalStateException("it fell over");
                }));
        assertThatThrownBy(sequence::start).hasMessageContaining("bad did not start");
        assertThat(events).contains("slow stops", "bad stops");
    }

    @Test
    void knowsItsParts() {
        Sequence sequence = sequence(part("one", List.of(), () -> {}));
        assertThat(sequence.component("one").name()).isEqualTo("one");
        assertThatThrownBy(() -> sequence.component("two")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Sequence sequence(Component... parts) {
        return new Sequence(List.of(parts), Progress.SILENT);
    }

    private Component part(String name, List<String> needs, RecordedPart.Work work) {
        return new RecordedPart(name, needs, work, events, logs.resolve(name + ".log"));
    }

    private static void meet(CountDownLatch all) throws InterruptedException {
        all.countDown();
        all.await();
    }
}
