package org.candor.notification.sending;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.candor.events.NoticeMethod;

/** A line of an associate's listing: whom it told, how and when, and whether that came back. */
record DelegatedLine(String externalId, NoticeMethod method, LocalDate sentOn, Optional<LocalDate> returnedOn) {

    private static final List<String> COLUMNS = List.of("external_id", "method", "sent_on", "returned_on");
    private static final Set<NoticeMethod> DIRECT =
            Set.of(NoticeMethod.FIRST_CLASS_MAIL, NoticeMethod.EMAIL, NoticeMethod.TELEPHONE);

    /** Empty when it is not a CSV file with the columns {@code external_id, method, sent_on, returned_on}. */
    static Optional<ReportFile<DelegatedLine>> read(byte[] file) {
        return ReportFile.read(file, COLUMNS, DelegatedLine::read);
    }

    private static Optional<DelegatedLine> read(NamedCsvRecord line) {
        String id = line.getField("external_id").strip();
        NoticeMethod method =
                NoticeMethod.valueOf(line.getField("method").strip().toUpperCase(Locale.ROOT));
        LocalDate sentOn = LocalDate.parse(line.getField("sent_on").strip());
        String returned = line.getField("returned_on").strip();
        Optional<LocalDate> returnedOn = returned.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(returned));
        boolean good = !id.isEmpty()
                && DIRECT.contains(method)
                && returnedOn.filter(day -> day.isBefore(sentOn)).isEmpty();
        return good ? Optional.of(new DelegatedLine(id, method, sentOn, returnedOn)) : Optional.empty();
    }

    boolean after(LocalDate today) {
        return sentOn.isAfter(today)
                || returnedOn.filter(day -> day.isAfter(today)).isPresent();
    }
}
