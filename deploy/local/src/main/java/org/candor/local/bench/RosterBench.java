package org.candor.local.bench;

import java.util.ArrayList;
import java.util.List;
import org.candor.local.letters.LetterCampaign;

/**
 * {@code bench-roster}: rows a second from the start of an import that was tried to its last committed row, and the memory of
 * the service after ten thousand people and after all. One import of the usual size goes before, since the compiler
 * needs it.
 */
final class RosterBench {

    private static final String NAME = "bench-roster";
    private static final int USUAL = 200_000;
    private static final int FEW = 10_000;
    private static final double ROWS = 20_000;
    private static final double FLAT = 1.5;

    private final TestBed bed;

    RosterBench(TestBed bed) {
        this.bed = bed;
    }

    List<Measurement> run() throws Exception {
        int size = People.size(USUAL);
        try (People people = new People(bed)) {
            rate(people, FEW);
            double few = people.residentMegabytes();
            rate(people, USUAL);
            double rate = rate(people, size);
            double many = people.residentMegabytes();
            List<Measurement> measurements = new ArrayList<>();
            measurements.add(Measurement.atLeast(
                    1, NAME, "rows a second of " + size + ", against 20000", Slices.of(List.of(rate), List.of(ROWS))));
            measurements.add(Measurement.atMost(
                    FLAT,
                    NAME,
                    "resident MB after " + size + " people, against 10000",
                    Slices.of(List.of(many), List.of(few))));
            return measurements;
        }
    }

    private static double rate(People people, int size) throws Exception {
        LetterCampaign campaign = people.campaign(size);
        String file = campaign.sendRoster(LetterCampaign.By.LETTER);
        long begin = System.nanoTime();
        campaign.importRoster(file);
        return size * 1e9 / (System.nanoTime() - begin);
    }
}
