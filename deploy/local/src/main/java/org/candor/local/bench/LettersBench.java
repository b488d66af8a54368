package org.candor.local.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.candor.local.ServiceName;
import org.candor.local.Trees;
import org.candor.local.letters.LetterCampaign;

/**
 * {@code bench-letters}: letters a second from sealed row to a stored, hashed and committed PDF in a batch that has left,
 * against PDFBox alone on the same page.
 */
final class LettersBench {

    private static final String NAME = "bench-letters";
    // Enough that neither the look for waiting runs nor the start of the raw process counts.
    private static final int USUAL = 20_000;
    private static final int ROUNDS = 3;
    private static final double FLOOR = 0.4;
    private static final double LETTERS = 1000;
    private static final double FLAT = 1.5;

    private final TestBed bed;

    LettersBench(TestBed bed) {
        this.bed = bed;
    }

    List<Measurement> run() throws Exception {
        int size = People.size(USUAL);
        try (People people = new People(bed)) {
            LetterCampaign first = people.ready(1, LetterCampaign.By.LETTER);
            Path form = Files.write(bed.folder().resolve("form.pdf"), people.form(first.incident()));
            List<Double> memory = new ArrayList<>();
            List<Double> rates = new ArrayList<>();
            Slices slices = Slices.interleaved(
                    ROUNDS,
                    () -> {
                        double rate = product(people, size);
                        memory.add(people.residentMegabytes());
                        rates.add(rate);
                        return rate;
                    },
                    () -> raw(form, size));
            List<Double> wanted = rates.stream().map(ignored -> LETTERS).toList();
            return List.of(
                    Measurement.atLeast(FLOOR, NAME, "letters a second, against PDFBox alone", slices),
                    Measurement.atLeast(1, NAME, "letters a second, against 1000", Slices.of(rates, wanted)),
                    Measurement.atMost(
                            FLAT,
                            NAME,
                            "resident MB after the last run, against the first",
                            Slices.of(List.of(memory.getLast()), List.of(memory.getFirst()))));
        }
    }

    private static double product(People people, int size) throws Exception {
        LetterCampaign campaign = people.ready(size, LetterCampaign.By.LETTER);
        campaign.awaitRun(campaign.startRun());
        return size / people.runSeconds(campaign.incident());
    }

    private double raw(Path form, int size) throws Exception {
        Path folder = bed.folder().resolve("raw-letters");
        Trees.delete(folder);
        List<String> said = ServiceClasses.run(
                ServiceName.NOTIFICATION, RawLetters.class, form.toString(), folder.toString(), Integer.toString(size));
        Trees.delete(folder);
        return Double.parseDouble(said.getLast());
    }
}
