package org.candor.kit.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;

/** A place in a list ordered by an instant, then by id. Opaque to clients. */
public record Cursor(Instant at, UUID id) {

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    public String encode() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + " " + id).getBytes(UTF_8));
    }

    /** Empty for the first page; refuses with 400 what {@link #encode} did not make. */
    public static Optional<Cursor> decode(String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", 2);
            return Optional.of(new Cursor(instant(parts[0]), UUID.fromString(parts[1])));
        } catch (IllegalArgumentException | DateTimeParseException | ArrayIndexOutOfBoundsException malformed) {
            throw new Problem(CommonProblem.UNREADABLE_PARAMETER)
                    .field("cursor", "give back what the last page said as next");
        }
    }

    /** Java knows instants that no database can keep. */
    private static Instant instant(String text) {
        Instant at = Instant.parse(text);
        if (at.isBefore(Instant.EPOCH) || at.isAfter(LAST)) {
            throw new IllegalArgumentException("no instant of ours");
        }
        return at;
    }
}
