package org.candor.notification.posting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.notification.posting.decision.Posting;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A public posting. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PostingView(
        UUID incidentId,
        @Schema(examples = "larkspur-falls-7k3m9q") String slug,

        @Schema(
                description = "The public page",
                examples = "http://localhost:8080/notification/postings/larkspur-falls-7k3m9q")
        String url,

        @Schema(
                description =
                        "To be put on the home page: a script that shows the notice where it stands, without cookies",
                examples =
                        "<script src=\"http://localhost:8080/notification/postings/larkspur-falls-7k3m9q.js\"></script>")
        String embed,

        @Schema(enumeration = {"UP", "DOWN", "ENDED"}) String state,

        String tollFree,
        LocalDate startedOn,

        @Schema(description = "Last day on which the page and the number must stand; absent while it is down")
        LocalDate keepThrough,

        @Schema(description = "First day on which it goes up again; only while it is down under a hold")
        LocalDate heldUntil,

        LocalDate endedOn) {

    static PostingView of(PostingRecord record, String url) {
        Posting posting = record.posting();
        return new PostingView(
                record.incidentId(),
                record.slug(),
                url,
                "<script src=\"" + url + ".js\"></script>",
                state(posting),
                record.tollFree(),
                record.startedOn(),
                posting instanceof Posting.Up up ? up.keepThrough() : null,
                posting instanceof Posting.Down down ? down.heldUntil() : null,
                posting instanceof Posting.Ended ended ? ended.on() : null);
    }

    private static String state(Posting posting) {
        return switch (posting) {
            case Posting.Up up -> "UP";
            case Posting.Down down -> "DOWN";
            case Posting.Ended ended -> "ENDED";
        };
    }
}
