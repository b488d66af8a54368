package org.candor.notification.complainant;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Transactions;
import org.candor.kit.data.Workers;
import org.candor.kit.outbox.EventJson;
import org.candor.notification.Hashes;
import org.candor.notification.directory.Directory;
import org.candor.notification.directory.EntityPaper;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks who he is and what he is told, lays the letter out and seals it. What was sealed is never asked for again. */
@ApplicationScoped
class Composition {

    private static final int NOT_FOUND = 404;

    private final IntakeClient intake;
    private final InvestigationClient investigation;
    private final Directory directory;
    private final IncidentVault vault;
    private final Letters letters;
    private final Workers workers;
    private final Clock clock;

    Composition(
            @RestClient IntakeClient intake,
            @RestClient InvestigationClient investigation,
            Directory directory,
            IncidentVault vault,
            Letters letters,
            Workers workers,
            Clock clock) {
        this.intake = intake;
        this.investigation = investigation;
        this.directory = directory;
        this.vault = vault;
        this.letters = letters;
        this.workers = workers;
        this.clock = clock;
    }

    /** An e-mail as it is sealed. */
    record Email(String to, String subject, String text) {}

    private record Composed(String way, byte[] bytes) {}

    /** Answers the state after it; fails where a service did not answer, so that it is tried again. */
    Uni<String> compose(Letter letter) {
        return contact(letter)
                .chain(contact -> contact.isEmpty() || contact.get().answerBy().equals("MAILBOX")
                        ? Transactions.run(() -> letters.state(letter.id(), "CANCELLED", false))
                                .replaceWith("CANCELLED")
                        : text(letter, contact.get())
                                .chain(text -> workers.run(() -> composed(contact.get(), text)))
                                .chain(composed -> seal(letter, composed)));
    }

    /** Empty where he took his report back: then nobody writes to him any more. */
    private Uni<Optional<IntakeClient.Contact>> contact(Letter letter) {
        return workers.backHere(intake.contact(letter.incidentId())
                .map(Optional::of)
                .onFailure(Composition::isNotFound)
                .recoverWithItem(Optional.empty()));
    }

    private Uni<LetterText> text(Letter letter, IntakeClient.Contact contact) {
        return Transactions.read(() -> directory.entity(letter.entityId()))
                .map(Optional::orElseThrow)
                .chain(paper -> letter.kind() == Letter.Kind.ANSWER
                        ? workers.backHere(investigation.answer(letter.incidentId()))
                                .map(answer -> LetterText.answer(letter.id(), paper.sender(), contact, answer))
                        : Uni.createFrom().item(() -> acknowledgement(letter, paper, contact)));
    }

    private LetterText acknowledgement(Letter letter, EntityPaper paper, IntakeClient.Contact contact) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), paper.zone());
        return LetterText.acknowledgement(letter.id(), paper.sender(), contact, today);
    }

    private static Composed composed(IntakeClient.Contact contact, LetterText text) {
        return contact.answerBy().equals("EMAIL")
                ? new Composed(
                        "EMAIL",
                        EventJson.write(new Email(contact.email().value(), text.subject(), text.plain()))
                                .getBytes(UTF_8))
                : new Composed("LETTER", text.pdf());
    }

    private Uni<String> seal(Letter letter, Composed composed) {
        return Transactions.run(() -> vault.open(letter.incidentId())
                        .map(cipher -> cipher.seal(Letter.PLACE, letter.id(), composed.bytes()))
                        .chain(kept ->
                                letters.seal(letter.id(), composed.way(), kept, Hashes.sha256(composed.bytes()))))
                .replaceWith("SEALED");
    }

    private static boolean isNotFound(Throwable failure) {
        return failure instanceof WebApplicationException answer
                && answer.getResponse().getStatus() == NOT_FOUND;
    }
}
