package org.candor.notification.sending;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A line of what the print house or the post reports. {@code mark} is the return mark of the letter without its dash. */
record PostalLine(String mark, Event event, LocalDate on) {

    /** What happened to a letter. */
    enum Event {
        MAILED,
        RETURNED
    }

    private static final List<String> COLUMNS = List.of("reference", "event", "on");
    private static final Pattern MARK = Pattern.compile("[0-9a-f]{12}");

    /** Empty when it is not a CSV file with the columns {@code reference, event, on}. */
    static Optional<ReportFile<PostalLine>> read(byte[] file) {
        return ReportFile.read(file, COLUMNS, PostalLine::read);
    }

    /** The mark as it is printed, or the id of the notice. */
    static Optional<String> mark(String reference) {
        String plain = reference.strip().toLowerCase(Locale.ROOT).replace("-", "");
        String mark = plain.length() == 32 ? plain.substring(20) : plain;
        return MARK.matcher(mark).matches() ? Optional.of(mark) : Optional.empty();
    }

    private static Optional<PostalLine> read(NamedCsvRecord line) {
        Event event = Event.valueOf(line.getField("event").strip().toUpperCase(Locale.ROOT));
        LocalDate on = LocalDate.parse(line.getField("on").strip());
        return mark(line.getField("reference")).map(mark -> new PostalLine(mark, event, on));
    }
}
