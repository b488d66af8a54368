package org.candor.notification.listing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.kit.web.PersonalText;
import org.candor.notification.roster.People;
import org.candor.notification.roster.PersonDetails;
import org.candor.notification.roster.PersonView;
import org.candor.notification.roster.decision.PostalAddress;
import org.candor.notification.telephone.CallHistory;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The spreadsheet of who was told how, row after row (policy III.E). No cell can become a formula: text that begins like one
 * is led by an apostrophe.
 */
final class Listing {

    private static final List<String> HEADER = List.of(
            "External id",
            "Family name",
            "Given name",
            "Addressee",
            "Address",
            "City",
            "State",
            "ZIP",
            "Residence",
            "Method",
            "Reason",
            "Citation",
            "Outcome",
            "Sent on",
            "Attempts",
            "May have arrived twice",
            "Notice id",
            "Text",
            "Called at",
            "Called by");
    private static final int[] WIDTHS = {14, 20, 18, 28, 34, 20, 7, 12, 10, 20, 26, 26, 14, 12, 10, 12, 38, 8, 22, 38};

    private final Workbook workbook;
    private final Worksheet sheet;
    private final ZoneId zone;
    private int row;

    /**
     * @param out takes the file as it grows; a page of people is never held longer than it is written
     * @param zone in which times are shown
     */
    Listing(OutputStream out, boolean drill, ZoneId zone) {
        this.zone = zone;
        this.workbook = new Workbook(out, "Candor", "1.0");
        this.sheet = workbook.newWorksheet("Affected individuals");
        if (drill) {
            sheet.inlineString(row++, 0, "DRILL – this is an exercise. No real person is affected.");
        }
        for (int column = 0; column < HEADER.size(); column++) {
            sheet.width(column, WIDTHS[column]);
            sheet.inlineString(row, column, HEADER.get(column));
        }
        sheet.range(row, 0, row, HEADER.size() - 1)
                .style()
                .bold()
                .fillColor("E8EDF3")
                .set();
        row++;
        sheet.freezePane(0, row);
    }

    /** A row for each person, and below it one for each call. */
    void add(List<People.Line> lines, Map<UUID, List<CallHistory.Call>> calls) {
        lines.forEach(line -> {
            row(person(line));
            calls.getOrDefault(line.view().id(), List.of()).forEach(call -> row(call(line.details(), call)));
        });
        try {
            sheet.flush();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    void finish() {
        try {
            workbook.finish();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Spreadsheet programs run cells that begin with these. */
    static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static List<String> person(People.Line line) {
        PersonDetails details = line.details();
        PersonView view = line.view();
        PostalAddress address = details.address();
        return List.of(
                details.externalId(),
                details.familyName(),
                details.givenName(),
                text(view.addressee()),
                (address.street() + " " + address.street2()).strip(),
                address.city(),
                address.state(),
                address.zip(),
                view.residence(),
                view.method(),
                view.reason(),
                view.citation(),
                view.noticeState() == null ? view.state() : view.noticeState(),
                view.sentOn() == null ? "" : view.sentOn().toString(),
                view.attempts() == null ? "" : view.attempts().toString(),
                Boolean.TRUE.equals(view.possibleDuplicate()) ? "yes" : "",
                text(view.noticeId()),
                view.text() == null ? "" : view.text(),
                "",
                "");
    }

    private List<String> call(PersonDetails details, CallHistory.Call call) {
        List<String> cells = new ArrayList<>(Collections.nCopies(HEADER.size(), ""));
        cells.set(HEADER.indexOf("External id"), details.externalId());
        cells.set(HEADER.indexOf("Family name"), details.familyName());
        cells.set(HEADER.indexOf("Given name"), details.givenName());
        cells.set(HEADER.indexOf("Method"), "TELEPHONE");
        cells.set(HEADER.indexOf("Reason"), call.purpose().name());
        cells.set(HEADER.indexOf("Citation"), call.purpose().citation());
        cells.set(HEADER.indexOf("Outcome"), call.outcome());
        cells.set(
                HEADER.indexOf("Called at"),
                call.calledAt()
                        .map(at -> at.atZone(zone).toOffsetDateTime().toString())
                        .orElse(""));
        cells.set(HEADER.indexOf("Called by"), call.recordedBy());
        return cells;
    }

    private void row(List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            // Written in place: a table of shared strings would grow with the roster.
            sheet.inlineString(row, column, safe(cells.get(column)));
        }
        row++;
    }

    private static String text(PersonalText text) {
        return text == null ? "" : text.value();
    }

    private static String text(UUID id) {
        return id == null ? "" : id.toString();
    }
}
