package org.candor.audit.tree;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candor.audit.trail.decision.YearLog;
import org.candor.audit.tree.decision.KnownNodes;
import org.candor.audit.tree.decision.Proofs;
import org.candor.audit.tree.decision.Span;
import org.candor.audit.tree.decision.Tiles;
import org.candor.kit.data.Sql;

/** Proofs for many entries of a log at once: each tile is read once. Every method wants an open session. */
@ApplicationScoped
public class ProofBook {

    private static final String COVERING = """
            select distinct c.size
              from unnest(cast(cast(?2 as text) as bigint[])) number
             cross join lateral (select size from trail.checkpoint where origin = ?1 and size > number order by size limit 1) c
             where c.size <= ?3
             order by c.size
            """;

    /** A checkpoint with all its signatures, and the path that proves that it begins with the one before. */
    public record Linked(long size, String note, List<byte[]> path) {}

    private final TreeStore tree;
    private final Checkpoints checkpoints;
    private final Cosignatures cosignatures;

    ProofBook(TreeStore tree, Checkpoints checkpoints, Cosignatures cosignatures) {
        this.tree = tree;
        this.checkpoints = checkpoints;
        this.cosignatures = cosignatures;
    }

    /** The path of each number in the log's tree of that size, in the same order. */
    public Uni<List<List<byte[]>>> paths(YearLog log, List<Long> numbers, long size) {
        List<List<Span>> spans =
                numbers.stream().map(number -> Proofs.inclusion(number, size)).toList();
        List<Span> all = spans.stream().flatMap(List::stream).toList();
        return tree.tiles(log, Tiles.neededFor(all), size).map(tiles -> {
            KnownNodes known = new KnownNodes(new Tiles(tiles));
            return spans.stream()
                    .map(path ->
                            path.stream().map(span -> span.hash(known).bytes()).toList())
                    .toList();
        });
    }

    /** Sizes, up to that one, of the checkpoints that first covered one of those numbers. */
    public Uni<List<Long>> covering(YearLog log, List<Long> numbers, long size) {
        String array =
                "{" + String.join(",", numbers.stream().map(String::valueOf).toList()) + "}";
        return Sql.rows(Long.class, COVERING, log.origin(), array, size);
    }

    /** The checkpoints of those sizes, ascending; {@code before} is the size of the one before the first, if any. */
    public Uni<List<Linked>> linked(YearLog log, Optional<Long> before, List<Long> sizes) {
        List<Map.Entry<Long, Long>> pairs = new ArrayList<>();
        long last = before.orElse(0L);
        for (long size : sizes) {
            pairs.add(Map.entry(last, size));
            last = size;
        }
        return Multi.createFrom()
                .iterable(pairs)
                .onItem()
                .transformToUniAndConcatenate(pair -> linked(log, pair.getKey(), pair.getValue()))
                .collect()
                .asList();
    }

    private Uni<Linked> linked(YearLog log, long before, long size) {
        return checkpoints
                .ofSize(log.origin(), size)
                .chain(found -> cosignatures.noteOf(found.orElseThrow()))
                .chain(note -> tree.hashes(log, Proofs.consistency(before, size), size)
                        .map(path -> new Linked(
                                size,
                                note,
                                path.stream().map(hash -> hash.bytes()).toList())));
    }
}
