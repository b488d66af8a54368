package org.candor.audit.witness.decision;

/** What a witness answers to a checkpoint (C2SP tlog-witness). */
public sealed interface WitnessAnswer {

    /** It has only seen the log grow, and signs; the line is not checked yet. */
    record Signed(String line) implements WitnessAnswer {}

    /** It was last shown a state of that size, not the one that the proof begins with. */
    record LastSaw(long size) implements WitnessAnswer {}

    /** It does not believe what it was shown. */
    record Refused(int status) implements WitnessAnswer {}

    /** It did not answer as a witness does. */
    record Away(String why) implements WitnessAnswer {}

    /** Reads an HTTP answer. */
    static WitnessAnswer of(int status, String body) {
        return switch (status) {
            case 200 -> body.isBlank() ? new Away("an empty answer") : new Signed(body.strip());
            case 409 ->
                body.strip().matches("[0-9]{1,18}") ? new LastSaw(Long.parseLong(body.strip())) : new Refused(409);
            case 400, 403, 404, 422 -> new Refused(status);
            default -> new Away("HTTP " + status);
        };
    }
}
