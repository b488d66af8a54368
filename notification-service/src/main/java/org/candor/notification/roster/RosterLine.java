package org.candor.notification.roster;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.candor.notification.roster.decision.AddressQuality;
import org.candor.notification.roster.decision.Individual;
import org.candor.notification.roster.decision.PostalAddress;
import org.candor.notification.roster.decision.WayOfNotice;
import org.candor.notification.roster.decision.ZipPrefixes;

/** Turns the cells of one line into a person, or says why it can't. */
final class RosterLine {

    private static final Set<String> YES = Set.of("yes", "y", "true", "1");
    private static final Set<String> NO = Set.of("no", "n", "false", "0", "");
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final ZipPrefixes states;
    private final AddressQuality quality;

    RosterLine(ZipPrefixes states) {
        this.states = states;
        this.quality = new AddressQuality(states);
    }

    /** @param cells stripped text by column; a column that the file lacks is absent */
    RowResult read(long number, Map<RosterColumn, String> cells) {
        try {
            return RowResult.accepted(new Cells(cells).row(number));
        } catch (RefusedCell refused) {
            return RowResult.refused(number, refused.flag, refused.column);
        }
    }

    private final class Cells {

        private final Map<RosterColumn, String> cells;
        private final List<RowFlag> flags = new ArrayList<>();

        Cells(Map<RosterColumn, String> cells) {
            this.cells = cells;
        }

        RosterRow row(long number) {
            cells.forEach(this::check);
            refuseWhen(text(RosterColumn.EXTERNAL_ID).isEmpty(), RowFlag.EXTERNAL_ID_MISSING, RosterColumn.EXTERNAL_ID);
            refuseWhen(text(RosterColumn.FAMILY_NAME).isEmpty(), RowFlag.NAME_MISSING, RosterColumn.FAMILY_NAME);
            Individual person = person();
            warn(person);
            return new RosterRow(number, text(RosterColumn.EXTERNAL_ID), person, phone(), language(), flags);
        }

        private void check(RosterColumn column, String text) {
            refuseWhen(text.length() > column.limit, RowFlag.TEXT_TOO_LONG, column);
            refuseWhen(text.chars().anyMatch(Character::isISOControl), RowFlag.CONTROL_CHARACTERS, column);
            if (column != RosterColumn.PHONE && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0) {
                flag(RowFlag.FORMULA_LIKE_TEXT);
            }
        }

        private Individual person() {
            PostalAddress address = new PostalAddress(
                    text(RosterColumn.STREET),
                    text(RosterColumn.STREET2),
                    text(RosterColumn.CITY),
                    upper(RosterColumn.STATE),
                    text(RosterColumn.ZIP));
            PostalAddress confidential = new PostalAddress(
                    text(RosterColumn.CONFIDENTIAL_STREET),
                    text(RosterColumn.CONFIDENTIAL_STREET2),
                    text(RosterColumn.CONFIDENTIAL_CITY),
                    upper(RosterColumn.CONFIDENTIAL_STATE),
                    text(RosterColumn.CONFIDENTIAL_ZIP));
            String death = text(RosterColumn.DECEASED);
            Optional<LocalDate> diedOn = isoDay(death);
            return new Individual(
                    text(RosterColumn.GIVEN_NAME),
                    text(RosterColumn.FAMILY_NAME),
                    address,
                    yes(RosterColumn.ADDRESS_KNOWN_BAD),
                    Optional.of(confidential).filter(one -> !one.isBlank()),
                    residence(address),
                    text(RosterColumn.EMAIL),
                    yes(RosterColumn.EMAIL_AGREED),
                    diedOn.isPresent() || yes(RosterColumn.DECEASED),
                    diedOn,
                    day(RosterColumn.BORN_ON),
                    yes(RosterColumn.CONSENTED_HIMSELF),
                    representative(),
                    yes(RosterColumn.REPRESENTATIVE_EXCLUDED));
        }

        private Optional<Individual.Representative> representative() {
            PostalAddress address = new PostalAddress(
                    text(RosterColumn.REPRESENTATIVE_STREET),
                    text(RosterColumn.REPRESENTATIVE_STREET2),
                    text(RosterColumn.REPRESENTATIVE_CITY),
                    upper(RosterColumn.REPRESENTATIVE_STATE),
                    text(RosterColumn.REPRESENTATIVE_ZIP));
            String name = text(RosterColumn.REPRESENTATIVE_NAME);
            return name.isEmpty() ? Optional.empty() : Optional.of(new Individual.Representative(name, address));
        }

        /** Where he lives decides thresholds: said outright, else the state of the address, else unknown. */
        private String residence(PostalAddress address) {
            String said = upper(RosterColumn.RESIDENCE_STATE);
            if (!said.isEmpty() && !states.knows(said)) {
                flag(RowFlag.RESIDENCE_STATE_UNKNOWN);
                return "";
            }
            if (!said.isEmpty()) {
                return said;
            }
            return states.knows(address.state()) ? address.state() : "";
        }

        private void warn(Individual person) {
            if (!person.email().isEmpty() && !WayOfNotice.isEmail(person.email())) {
                flag(RowFlag.EMAIL_MALFORMED);
            }
            if (!person.deceased()
                    && !quality.flaws(person.address(), person.addressKnownBad())
                            .isEmpty()) {
                flag(RowFlag.ADDRESS_INSUFFICIENT);
            }
        }

        /** E.164 where it is a number, else as it was given. */
        private String phone() {
            String given = text(RosterColumn.PHONE);
            Optional<String> number = PhoneNumbers.e164(given);
            if (number.isEmpty() && !given.isEmpty()) {
                flag(RowFlag.PHONE_MALFORMED);
            }
            return number.orElse(given);
        }

        private String language() {
            String language = text(RosterColumn.LANGUAGE).toLowerCase(Locale.ROOT);
            refuseWhen(!Set.of("", "en", "es").contains(language), RowFlag.LANGUAGE_NOT_OFFERED, RosterColumn.LANGUAGE);
            return language.isEmpty() ? "en" : language;
        }

        private boolean yes(RosterColumn column) {
            String text = text(column).toLowerCase(Locale.ROOT);
            refuseWhen(!YES.contains(text) && !NO.contains(text), RowFlag.YES_OR_NO_EXPECTED, column);
            return YES.contains(text);
        }

        private Optional<LocalDate> day(RosterColumn column) {
            Optional<LocalDate> day = isoDay(text(column));
            refuseWhen(day.isEmpty() && !text(column).isEmpty(), RowFlag.DATE_EXPECTED, column);
            return day;
        }

        private String upper(RosterColumn column) {
            return text(column).toUpperCase(Locale.ROOT);
        }

        private String text(RosterColumn column) {
            return cells.getOrDefault(column, "");
        }

        private void flag(RowFlag flag) {
            if (!flags.contains(flag)) {
                flags.add(flag);
            }
        }
    }

    private static Optional<LocalDate> isoDay(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private static void refuseWhen(boolean wrong, RowFlag flag, RosterColumn column) {
        if (wrong) {
            throw new RefusedCell(flag, column.header);
        }
    }

    /** Leaves the reading of a line at its first refusal; never leaves this class. */
    private static final class RefusedCell extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final RowFlag flag;
        private final String column;

        RefusedCell(RowFlag flag, String column) {
            super(flag.name(), null, false, false);
            this.flag = flag;
            this.column = column;
        }
    }
}
