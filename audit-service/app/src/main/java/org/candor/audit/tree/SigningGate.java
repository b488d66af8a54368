package org.candor.audit.tree;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.candor.audit.TrailSettings;
import org.candor.audit.tree.decision.Checkpoint;
import org.jboss.logging.Logger;

/**
 * Stays shut while something outside of the database remembers more than the database does: a back-up was put back, and what
 * would be signed now were a second history. Shut at the start until the witness and the copies outside were asked once; one
 * that is away does not keep it shut. Gauge {@code candor_trail_signing_stopped}.
 */
@ApplicationScoped
public class SigningGate {

    /** Who remembers. */
    public enum Memory {
        WITNESS,
        COPIES,
        PROCESS
    }

    private static final Logger LOG = Logger.getLogger(SigningGate.class);

    private final Map<Memory, String> contradictions = new ConcurrentHashMap<>();
    private final Map<Memory, Boolean> unasked = new ConcurrentHashMap<>();
    private final Map<String, Long> largest = new ConcurrentHashMap<>();

    SigningGate(TrailSettings settings, MeterRegistry meters) {
        if (settings.witness().url().isPresent()) {
            unasked.put(Memory.WITNESS, true);
        }
        if (settings.copies().folder().isPresent()) {
            unasked.put(Memory.COPIES, true);
        }
        meters.gauge("candor.trail.signing.stopped", contradictions, all -> all.isEmpty() ? 0 : 1);
    }

    /** What that memory says against signing, if anything; from then on it was asked. */
    public void says(Memory memory, Optional<String> contradiction) {
        unasked.remove(memory);
        String before = contradiction.isPresent()
                ? contradictions.put(memory, contradiction.get())
                : contradictions.remove(memory);
        if (contradiction.isPresent() && before == null) {
            LOG.errorf("the trail signs nothing more: %s", contradiction.get());
        } else if (contradiction.isEmpty() && before != null) {
            LOG.infof("the trail signs again, %s says nothing against it", memory);
        }
    }

    /** Why nothing is signed; empty while it is, or before all were asked. */
    public Optional<String> stopped() {
        return contradictions.values().stream().findFirst();
    }

    /** True until that memory was asked for the first time since the start. */
    boolean waitsFor(Memory memory) {
        return unasked.containsKey(memory);
    }

    boolean isOpen() {
        return contradictions.isEmpty() && unasked.isEmpty();
    }

    /** How long each log is known to be; to be taken before a state is read. */
    Map<String, Long> known() {
        return Map.copyOf(largest);
    }

    /** A state that was signed just now: from here on a shorter one speaks against signing. */
    void signed(Checkpoint state) {
        largest.merge(state.origin(), state.size(), Math::max);
    }

    /** A state that was read after {@code known} was taken: within one process a log never gets shorter. */
    void read(SignedCheckpoint newest, Map<String, Long> known) {
        String origin = newest.checkpoint().origin();
        long before = known.getOrDefault(origin, 0L);
        largest.merge(origin, newest.size(), Math::max);
        says(
                Memory.PROCESS,
                newest.size() < before
                        ? Optional.of("%s has %d entries under a signature and had %d"
                                .formatted(origin, newest.size(), before))
                        : Optional.empty());
    }
}
