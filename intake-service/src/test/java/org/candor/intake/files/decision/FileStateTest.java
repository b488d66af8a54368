package org.candor.intake.files.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.candor.intake.files.decision.FileState.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileStateTest {

    /** All that a verdict changes; 5 states by 3 verdicts, so 13 of 15 change nothing. */
    private static final Map<Verdict, FileState> FROM_QUARANTINE =
            Map.of(Verdict.CLEAN, FileState.CLEAN, Verdict.INFECTED, FileState.INFECTED);

    @Test
    void onlyAFileInQuarantineChangesByAVerdict() {
        int seen = 0;
        for (FileState state : FileState.values()) {
            for (Verdict verdict : Verdict.values()) {
                FileState expected = state == FileState.QUARANTINED
                        ? FROM_QUARANTINE.getOrDefault(verdict, FileState.QUARANTINED)
                        : state;
                assertThat(state.after(verdict)).as(state + " after " + verdict).isEqualTo(expected);
                seen++;
            }
        }
        assertThat(seen).isEqualTo(15);
    }

    @Test
    void onlyWhatWasScannedCleanOrCannotBeScannedIsHandedOut() {
        assertThat(Arrays.stream(FileState.values()).filter(FileState::isReleased))
                .hasSameElementsAs(Set.of(FileState.CLEAN, FileState.UNSCANNED));
        assertThat(FileState.complete(true)).isEqualTo(FileState.QUARANTINED);
        assertThat(FileState.complete(false)).isEqualTo(FileState.UNSCANNED);
    }

    @ParameterizedTest
    @CsvSource({
        "photo.JPG, image/jpeg, JPEG",
        "table.csv, text/plain, CSV",
        "notes.txt, text/plain, TEXT",
        "minutes.docx, application/zip, WORD",
        "photo.png, image/jpeg,",
        "photo.heic, image/heic,",
        "run.exe, application/x-msdownload,",
        "invoice.pdf.exe, application/pdf,",
        "pdf, text/plain,",
        "page.txt, text/html,"
    })
    void nameAndContentMustAgree(String name, String content, FileType expected) {
        assertThat(FileType.of(name, content).orElse(null)).isEqualTo(expected);
    }
}
