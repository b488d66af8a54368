package org.candor.notification.coveredentity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.notification.Hashes;
import org.candor.notification.document.CoveredEntityLayout;
import org.candor.notification.document.CoveredEntityLayout.Affected;
import org.candor.notification.document.CoveredEntityLayout.Person;
import org.candor.notification.document.LetterPaper;
import org.candor.notification.document.Sender;
import org.candor.notification.post.PostalBatches;
import org.candor.notification.roster.PersonDetails;
import org.candor.notification.roster.RosterPeople;
import org.candor.notification.text.NoticeTextRow;

/**
 * A notice as it would go now. Pure but for the reading of the list; for a worker thread.
 *
 * @param id that its reference is made of
 * @param number 1 for the first
 * @param list newest list of individuals; empty while nobody is known
 */
record Draft(
        UUID id,
        int number,
        RecipientRequest recipient,
        Sender sender,
        NoticeTextRow text,
        Optional<PeopleLists.Sealed> list,
        LocalDate day,
        boolean drill) {

    /** More than a reader looks through on paper; then the file is handed over apart. */
    static final int ON_PAPER = 1000;

    /** An e-mail as it is sealed. */
    record Email(String to, String subject, String text) {}

    byte[] pdf(RosterPeople reader) {
        LetterPaper paper = new LetterPaper(
                text.words(),
                sender,
                text.words().day(day),
                text.words().reference() + ": " + PostalBatches.Letter.reference(id),
                recipient.lines(),
                drill);
        Affected affected = affected(list.filter(one -> one.people() <= ON_PAPER)
                .map(one -> reader.read(one.csv()).people())
                .orElse(List.of()));
        return CoveredEntityLayout.pdf(paper, text.content(), affected, supplement());
    }

    Email email() {
        return new Email(
                recipient.email().value(),
                CoveredEntityLayout.title(supplement()) + " – " + sender.name(),
                CoveredEntityLayout.plain(sender, text.content(), affected(List.of()), supplement()));
    }

    private boolean supplement() {
        return number > 1;
    }

    private Affected affected(List<PersonDetails> named) {
        return list.map(one -> new Affected(
                        one.people(), named.stream().map(Draft::person).toList(), Hashes.hex(one.sha256())))
                .orElse(Affected.UNKNOWN);
    }

    private static Person person(PersonDetails person) {
        var address = person.address();
        return new Person(
                person.externalId(),
                person.individual().name(),
                Optional.ofNullable(person.bornOn()),
                String.join(" ", address.street(), address.street2(), address.city(), address.state(), address.zip())
                        .replaceAll(" +", " ")
                        .strip());
    }
}
