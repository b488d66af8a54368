package org.candor.intake.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportSheetTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void noCellBeginsAsAFormula(String cell) {
        assertThat(ReportSheet.harmless(cell)).isEqualTo("'" + cell);
    }

    @Test
    void leavesOtherCellsAsTheyAre() {
        assertThat(ReportSheet.harmless("a=b")).isEqualTo("a=b");
        assertThat(ReportSheet.harmless("")).isEmpty();
    }
}
