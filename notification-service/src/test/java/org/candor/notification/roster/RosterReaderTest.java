package org.candor.notification.roster;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.candor.notification.roster.UnreadableRoster.Cause;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RosterReaderTest {

    private static final String HEADER =
            "external_id,given_name,family_name,street,city,state,zip,email,email_agreed,language,deceased,phone\n";
    private static final String GOOD =
            "P-1,Inés,Vega,77 Lake Road,Rockford,IL,61101,ines@mail.example,yes,es,no,+1 608 555 0142\n";

    @Test
    void readsALineWithEverything() {
        RowResult result = read(HEADER + GOOD).getFirst();

        assertThat(result.outcome()).isEqualTo(RowResult.Outcome.ACCEPTED);
        RosterRow row = result.row().orElseThrow();
        assertThat(row.number()).isEqualTo(2);
        assertThat(row.language()).isEqualTo("es");
        assertThat(row.person().name()).isEqualTo("Inés Vega");
        assertThat(row.person().emailAgreed()).isTrue();
        assertThat(row.person().residence()).isEqualTo("IL");
    }

    @Test
    void acceptsUtf8WithItsMarkAndUtf16() {
        byte[] marked = ("\uFEFF" + HEADER + GOOD).getBytes(UTF_8);

        assertThat(read(marked)).hasSize(1);
        assertThat(read((HEADER + GOOD).getBytes(UTF_16))).hasSize(1);
    }

    @Test
    void refusesAnotherEncodingInsteadOfGuessingNames() {
        assertThat(unreadable((HEADER + GOOD).getBytes(ISO_8859_1))).isEqualTo(Cause.WRONG_ENCODING);
    }

    @ParameterizedTest
    @CsvSource({"';', ;", "'\t', tab", "'|', |"})
    void refusesAnotherDelimiterAndNamesIt(String delimiter, String named) {
        UnreadableRoster refused =
                catchThrowableOfType(UnreadableRoster.class, () -> read((HEADER + GOOD).replace(",", delimiter)));

        assertThat(refused.reason()).isEqualTo(Cause.WRONG_DELIMITER);
        assertThat(refused.detail()).isEqualTo(named);
    }

    @Test
    void refusesAFileWithoutNeededColumnsAndNamesThem() {
        UnreadableRoster refused =
                catchThrowableOfType(UnreadableRoster.class, () -> read("external_id,given_name,family_name\n1,a,b\n"));

        assertThat(refused.reason()).isEqualTo(Cause.COLUMNS_MISSING);
        assertThat(refused.detail()).isEqualTo("street, city, state, zip");
    }

    @Test
    void refusesUnknownAndRepeatedColumnsAndAnEmptyFile() {
        assertThat(unreadable((HEADER.strip() + ",diagnosis\n").getBytes(UTF_8)))
                .isEqualTo(Cause.COLUMN_UNKNOWN);
        assertThat(unreadable((HEADER.strip() + ",zip\n").getBytes(UTF_8))).isEqualTo(Cause.COLUMN_TWICE);
        assertThat(unreadable(new byte[0])).isEqualTo(Cause.EMPTY);
    }

    @Test
    void refusesAFileThatIsCutOffInsideAQuote() {
        assertThat(unreadable((HEADER + GOOD + "P-2,\"Mar").getBytes(UTF_8))).isEqualTo(Cause.BROKEN_QUOTES);
    }

    @Test
    void refusesALineOfTenMegabytes() {
        byte[] file = (HEADER + "P-1," + "x".repeat(10_000_000)).getBytes(UTF_8);

        assertThat(unreadable(file)).isEqualTo(Cause.CELL_TOO_LONG);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                ",Marta,Quill,12 Elm Street,Larkspur Falls,WI,54901,,no,en,no,;EXTERNAL_ID_MISSING",
                "P-2,Marta,,12 Elm Street,Larkspur Falls,WI,54901,,no,en,no,;NAME_MISSING",
                "P-2,Marta,Quill,12 Elm Street,Larkspur Falls,WI,54901,,maybe,en,no,;YES_OR_NO_EXPECTED",
                "P-2,Marta,Quill,12 Elm Street,Larkspur Falls,WI,54901,,no,fr,no,;LANGUAGE_NOT_OFFERED",
                "P-2,Marta,Quill,12 Elm Street,Larkspur Falls,WISC,54901,,no,en,no,;TEXT_TOO_LONG",
                "P-2,Marta,Quill;CELLS_MISSING",
                "P-2,Marta,Quill,12 Elm Street,Larkspur Falls,WI,54901,,no,en,no,,more;CELLS_TOO_MANY",
            })
    void refusesALineAndSaysWhy(String line, RowFlag flag) {
        List<RowResult> results = read(HEADER + GOOD + line + "\n");

        assertThat(results.getLast().outcome()).isEqualTo(RowResult.Outcome.REFUSED);
        assertThat(results.getLast().flags()).containsExactly(flag);
        assertThat(results.getLast().row()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "P-2,=HYPERLINK(1),Quill,12 Elm Street,Larkspur Falls,WI,54901,,no,en,no,;FORMULA_LIKE_TEXT",
                "P-2,Marta,Quill,,Larkspur Falls,WI,54901,,no,en,no,;ADDRESS_INSUFFICIENT",
                "P-2,Marta,Quill,12 Elm Street,Larkspur Falls,WI,54901,ana at mail,no,en,no,;EMAIL_MALFORMED",
            })
    void acceptsALineWithAWarning(String line, RowFlag flag) {
        RowResult result = read(HEADER + line + "\n").getFirst();

        assertThat(result.outcome()).isEqualTo(RowResult.Outcome.WARNED);
        assertThat(result.flags()).containsExactly(flag);
    }

    @Test
    void aTelephoneNumberWithPlusIsNoFormula() {
        assertThat(read(HEADER + GOOD).getFirst().flags()).isEmpty();
    }

    @Test
    void aResultNeverShowsThePersonInItsText() {
        RowResult result = read(HEADER + "P-2,Marta,,12 Elm Street,Larkspur Falls,WI,54901,,no,en,no,\n")
                .getFirst();

        assertThat(result.toString()).doesNotContain("Marta", "Elm");
    }

    private static Cause unreadable(byte[] file) {
        return catchThrowableOfType(UnreadableRoster.class, () -> read(file)).reason();
    }

    private static List<RowResult> read(String file) {
        return read(file.getBytes(UTF_8));
    }

    private static List<RowResult> read(byte[] file) {
        List<RowResult> results = new ArrayList<>();
        read(file, RosterFormat.PLAIN, results);
        return results;
    }

    private static void read(byte[] file, RosterFormat format, List<RowResult> results) {
        new RosterReader(new RosterLine(ZipPrefixFile.read()), format)
                .read(new CsvRows(new ByteArrayInputStream(file), format), 0, results::add);
    }

    /** Said, not guessed: a delimiter, an encoding and what the columns mean. */
    @Test
    void readsAnotherFormWhenItIsSaid() {
        RosterFormat said = new RosterFormat(
                RosterFormat.Kind.CSV,
                ';',
                "windows-1252",
                Map.of("patient id", RosterColumn.EXTERNAL_ID, "last", RosterColumn.FAMILY_NAME),
                List.of("diagnosis"));
        String file = "Patient ID;given_name;LAST;street;city;state;zip;Diagnosis\n"
                + "P-1;Inés;Vega;77 Lake Road;Rockford;IL;61101;nothing of ours\n";
        List<RowResult> results = new ArrayList<>();

        read(file.getBytes(java.nio.charset.Charset.forName("windows-1252")), said, results);

        assertThat(results.getFirst().row().orElseThrow().person().name()).isEqualTo("Inés Vega");
        assertThat(results.getFirst().row().orElseThrow().externalId()).isEqualTo("P-1");
    }

    @Test
    void passesOverWhatIsKnownAlready() {
        List<RowResult> results = new ArrayList<>();
        new RosterReader(new RosterLine(ZipPrefixFile.read()), RosterFormat.PLAIN)
                .read(
                        new CsvRows(
                                new ByteArrayInputStream((HEADER + GOOD.repeat(5)).getBytes(UTF_8)),
                                RosterFormat.PLAIN),
                        3,
                        results::add);

        assertThat(results).extracting(RowResult::number).containsExactly(5L, 6L);
    }

    @Test
    void refusesACellThatIsAFormulaAndReadsDaysAndNumbersOfAWorkbook() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("people");
            List<String> header =
                    List.of("external_id", "given_name", "family_name", "street", "city", "state", "zip", "born_on");
            for (int i = 0; i < header.size(); i++) {
                sheet.value(0, i, header.get(i));
            }
            for (int row = 1; row <= 2; row++) {
                List<String> cells = List.of("P-" + row, "Ana", "Vega", "1 Elm Street", "Larkspur Falls", "WI");
                for (int i = 0; i < cells.size(); i++) {
                    sheet.value(row, i, cells.get(i));
                }
                sheet.value(row, 6, 54901);
                sheet.value(row, 7, LocalDate.of(1980, 2, 1));
                sheet.style(row, 7).format("yyyy-MM-dd").set();
            }
            sheet.formula(2, 2, "A1");
        }
        List<RowResult> results = new ArrayList<>();
        new RosterReader(new RosterLine(ZipPrefixFile.read()), RosterFormat.PLAIN)
                .read(new XlsxRows(file.toByteArray()), 0, results::add);

        RosterRow first = results.getFirst().row().orElseThrow();
        assertThat(first.person().address().zip()).isEqualTo("54901");
        assertThat(first.person().bornOn()).contains(LocalDate.of(1980, 2, 1));
        assertThat(results.getLast().flags()).containsExactly(RowFlag.FORMULA_CELL);
    }

    @Test
    void refusesAWorkbookThatIsCutOff() {
        assertThat(catchThrowableOfType(UnreadableRoster.class, () -> new XlsxRows(new byte[] {'P', 'K', 3, 4, 0}))
                        .reason())
                .isEqualTo(Cause.BROKEN_WORKBOOK);
    }

    /** Each is a few hundred kilobytes at most, and would fill the memory of whoever reads it. */
    @Test
    void refusesAWorkbookThatGrowsBeyondMeasure() throws Exception {
        assertThat(reasonOf(zip("xl/worksheets/sheet1.xml", "<row></row>".repeat(100_000), 400)))
                .isEqualTo(Cause.WORKBOOK_TOO_LARGE);
        assertThat(reasonOf(zip("xl/sharedStrings.xml", "<si>".repeat(250_000), 80)))
                .isEqualTo(Cause.WORKBOOK_TOO_LARGE);
        assertThat(reasonOf(zip("xl/worksheets/sheet1.xml", "x".repeat(1_000_000), 1)))
                .isEqualTo(Cause.WORKBOOK_TOO_LARGE);
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(many)) {
            for (int i = 0; i < 1_001; i++) {
                out.putNextEntry(new ZipEntry("part" + i));
            }
        }
        assertThat(reasonOf(many.toByteArray())).isEqualTo(Cause.WORKBOOK_TOO_LARGE);
    }

    private static Cause reasonOf(byte[] file) {
        assertThat(file.length).isLessThan(2 * 1024 * 1024);
        return catchThrowableOfType(UnreadableRoster.class, () -> new XlsxRows(file))
                .reason();
    }

    private static byte[] zip(String name, String text, int times) throws Exception {
        byte[] part = text.getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(file)) {
            out.putNextEntry(new ZipEntry(name));
            for (int i = 0; i < times; i++) {
                out.write(part);
            }
        }
        return file.toByteArray();
    }

    /** No number is as it was given, and said so. */
    @Test
    void bringsTelephoneNumbersIntoOneForm() {
        assertThat(read(HEADER + GOOD.replace("+1 608 555 0142", "(608) 555-0142"))
                        .getFirst()
                        .row()
                        .orElseThrow()
                        .phone())
                .isEqualTo("+16085550142");
        assertThat(read(HEADER + GOOD.replace("+1 608 555 0142", "call at work"))
                        .getFirst()
                        .flags())
                .containsExactly(RowFlag.PHONE_MALFORMED);
    }
}
