package org.candor.events;

/** Facts of {@code audit.checkpoint.v1}. */
public sealed interface CheckpointEvent extends Event permits CheckpointEvent.CheckpointSigned {

    /**
     * The trail was integrated up to {@code size} entries and signed.
     *
     * @param origin name of the log, with its year
     * @param note the signed checkpoint in C2SP note format, as a verifier reads it
     */
    @Fact("checkpoint-signed")
    record CheckpointSigned(String origin, long size, String rootHash, String note) implements CheckpointEvent {

        @Override
        public String subject() {
            return origin;
        }
    }
}
