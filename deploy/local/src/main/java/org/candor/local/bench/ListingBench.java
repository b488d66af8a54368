package org.candor.local.bench;

import java.util.List;
import org.candor.local.ServiceName;
import org.candor.local.letters.LetterCampaign;

/**
 * {@code bench-listing}: rows a second of the listing over HTTP, from sealed rows of people who were all told by letter, against
 * fastexcel alone.
 */
final class ListingBench {

    private static final String NAME = "bench-listing";
    private static final int USUAL = 50_000;
    private static final int ROUNDS = 3;
    private static final double FLOOR = 0.3;

    private final TestBed bed;

    ListingBench(TestBed bed) {
        this.bed = bed;
    }

    List<Measurement> run() throws Exception {
        int size = People.size(USUAL);
        try (People people = new People(bed)) {
            LetterCampaign campaign = people.ready(size, LetterCampaign.By.LETTER);
            campaign.awaitRun(campaign.startRun());
            WarmUp.with(() -> product(campaign, size));
            return List.of(Measurement.atLeast(
                    FLOOR,
                    NAME,
                    "rows a second of " + size + ", against fastexcel alone",
                    Slices.interleaved(ROUNDS, () -> product(campaign, size), () -> raw(size))));
        }
    }

    private static double product(LetterCampaign campaign, int size) throws Exception {
        long begin = System.nanoTime();
        campaign.officer().file(campaign.path("/listing.xlsx"));
        return size * 1e9 / (System.nanoTime() - begin);
    }

    private static double raw(int size) throws Exception {
        return Double.parseDouble(ServiceClasses.run(ServiceName.NOTIFICATION, RawListing.class, Integer.toString(size))
                .getLast());
    }
}
