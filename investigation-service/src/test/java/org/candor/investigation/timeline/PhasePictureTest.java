package org.candor.investigation.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.candor.events.CasePhase;
import org.candor.investigation.timeline.PhasePicture.Mark;
import org.candor.investigation.timeline.PhasePicture.Span;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class PhasePictureTest {

    private static final Instant NOON = Instant.parse("2026-03-10T18:00:00Z");
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    @Test
    void drawsABarForEachPhaseAndSaysTheSameInWords() throws Exception {
        Document svg = parsed(PhasePicture.svg(
                List.of(
                        new Span(CasePhase.TRIAGE, NOON, Optional.of(NOON.plus(Duration.ofHours(1)))),
                        new Span(CasePhase.FOLLOW_UP, NOON.plus(Duration.ofHours(1)), Optional.empty())),
                List.of(),
                CHICAGO,
                NOON.plus(Duration.ofHours(3))));
        assertThat(svg.getElementsByTagName("rect").getLength()).isEqualTo(3);
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                .contains("Triage: 03/10/26 1:00 PM to 03/10/26 2:00 PM.")
                .contains("Follow-up: since 03/10/26 2:00 PM.");
    }

    @Test
    void aMomentIsStillSeenBesideWeeks() throws Exception {
        Document svg = parsed(PhasePicture.svg(
                List.of(
                        new Span(CasePhase.TRIAGE, NOON, Optional.of(NOON.plusSeconds(1))),
                        new Span(CasePhase.FORMS, NOON.plusSeconds(1), Optional.empty())),
                List.of(),
                CHICAGO,
                NOON.plus(Duration.ofDays(60))));
        Element bar = (Element) svg.getElementsByTagName("rect").item(1);
        assertThat(Double.parseDouble(bar.getAttribute("width"))).isGreaterThanOrEqualTo(4);
    }

    /** A deadline may lie long after the last phase; the picture is as long as it needs to be. */
    @Test
    void drawsAMarkForEachDeadlineAndSaysWhetherItIsOpen() throws Exception {
        Document svg = parsed(PhasePicture.svg(
                List.of(new Span(CasePhase.TRIAGE, NOON, Optional.empty())),
                List.of(
                        new Mark("Answer the complaint", NOON.plus(Duration.ofDays(30)), "open", true),
                        new Mark(
                                "Carry out <a> task & more than fits",
                                NOON.plus(Duration.ofDays(3)),
                                "met 03/12/26",
                                false)),
                CHICAGO,
                NOON.plus(Duration.ofHours(3))));
        assertThat(svg.getElementsByTagName("path").getLength()).isEqualTo(2);
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                .contains("Answer the complaint: due 04/09/26, open.")
                .contains("Carry out <a> task & more", "due 03/13/26, met 03/12/26.");
        Element bar = (Element) svg.getElementsByTagName("rect").item(1);
        assertThat(Double.parseDouble(bar.getAttribute("width"))).isLessThan(10);
    }

    @Test
    void drawsNothingWhereNothingHasBegun() throws Exception {
        assertThat(parsed(PhasePicture.svg(List.of(), List.of(), CHICAGO, NOON))
                        .getElementsByTagName("rect")
                        .getLength())
                .isEqualTo(1);
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
}
