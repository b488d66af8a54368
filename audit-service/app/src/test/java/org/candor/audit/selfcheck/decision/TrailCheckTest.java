package org.candor.audit.selfcheck.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.candor.audit.selfcheck.decision.TrailCheck.Columns;
import org.candor.audit.selfcheck.decision.TrailCheck.Row;
import org.candor.audit.trail.decision.Entry;
import org.candor.audit.tree.decision.Growth;
import org.candor.audit.tree.decision.Hash;
import org.junit.jupiter.api.Test;

class TrailCheckTest {

    private static final List<Row> ROWS =
            LongStream.range(0, 10).mapToObj(TrailCheckTest::row).toList();

    @Test
    void holdsForWhatWasSigned() {
        TrailCheck check = checked(ROWS);
        assertThat(check.finding()).isEmpty();
        assertThat(check.size()).isEqualTo(10);
        assertThat(check.signedSize()).isEqualTo(10);
    }

    @Test
    void holdsForAnEmptyLog() {
        TrailCheck check = new TrailCheck();
        check.checkpoint(0, Hash.OF_NOTHING, true);
        assertThat(check.finding()).isEmpty();
        assertThat(Verdict.NOTHING.with(0, check).holds()).isTrue();
    }

    @Test
    void namesPlacesInTheTrailAndNotInTheLogOfTheYear() {
        TrailCheck check = new TrailCheck();
        ROWS.subList(1, 3).forEach(check::entry);
        Verdict verdict = Verdict.NOTHING.with(1_000, check);
        assertThat(verdict.difference()).contains(new Verdict.Difference(1_000, 1_000, "entries are missing"));
        assertThat(verdict.text("trail", Instant.EPOCH)).contains("differs from 1000 to 1000: entries are missing");
    }

    @Test
    void namesAnEntryThatWasInserted() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            Row one = ROWS.get(i < 5 ? i : i - 1);
            rows.add(new Row(i, one.bytes(), one.leafHash(), one.columns()));
        }
        assertThat(checked(rows).finding()).isPresent();
    }

    @Test
    void namesAMissingEntry() {
        List<Row> rows = new ArrayList<>(ROWS);
        rows.remove(4);
        assertFound(rows, 4, 4, "entries are missing");
    }

    @Test
    void namesAMissingTail() {
        assertFound(ROWS.subList(0, 7), 7, 9, "entries are missing that were signed");
    }

    @Test
    void namesBytesThatAreNotWhatWasHashed() {
        Row good = ROWS.get(3);
        byte[] bytes = good.bytes().clone();
        bytes[20] ^= 1;
        assertFound(
                replaced(3, new Row(3, bytes, good.leafHash(), good.columns())),
                3,
                3,
                "the entry's bytes are not those that were hashed");
    }

    @Test
    void namesAColumnThatSaysSomethingElse() {
        Row good = ROWS.get(3);
        Columns other = ROWS.get(4).columns();
        assertFound(
                replaced(3, new Row(3, good.bytes(), good.leafHash(), other)),
                3,
                3,
                "a searchable column is not what the entry's bytes say");
    }

    @Test
    void boundsAnEditThatOnlyTheRootTells() {
        Row other = row(77);
        assertFound(
                replaced(3, new Row(3, other.bytes(), other.leafHash(), other.columns())),
                0,
                9,
                "the root over the entries is not the one that was signed");
    }

    @Test
    void namesTheStateThatNobodySigned() {
        TrailCheck check = new TrailCheck();
        ROWS.forEach(check::entry);
        check.checkpoint(10, root(ROWS), false);
        assertThat(check.finding().orElseThrow().what())
                .isEqualTo("the checkpoint of size 10 is not signed by its key");
    }

    @Test
    void keepsTheFirstThingItFound() {
        List<Row> rows = new ArrayList<>(ROWS);
        rows.remove(6);
        rows.remove(2);
        assertFound(rows, 2, 2, "entries are missing");
    }

    private static void assertFound(List<Row> rows, long first, long last, String what) {
        assertThat(checked(rows).finding()).contains(new TrailCheck.Finding(first, last, what));
    }

    private static TrailCheck checked(List<Row> rows) {
        TrailCheck check = new TrailCheck();
        rows.forEach(check::entry);
        check.checkpoint(10, root(ROWS), true);
        return check;
    }

    private static List<Row> replaced(int index, Row other) {
        List<Row> rows = new ArrayList<>(ROWS);
        rows.set(index, other);
        return rows;
    }

    private static Hash root(List<Row> rows) {
        Growth growth = new Growth(0, Map.of());
        rows.forEach(row -> growth.append(Hash.of(row.leafHash())));
        return growth.root();
    }

    private static Row row(long index) {
        Entry entry = new Entry(
                new UUID(1, index),
                "topic",
                "type",
                "/source",
                index,
                "subject",
                List.of(new UUID(2, index)),
                "city",
                false,
                "actor",
                "",
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(index),
                new byte[] {1});
        return new Row(index, entry.bytes(), Hash.ofLeaf(entry.bytes()).bytes(), Columns.of(entry));
    }
}
