package org.candor.local.bench;

import java.util.List;
import org.candor.local.Ports;
import org.candor.local.ServiceName;
import org.candor.local.letters.LetterCampaign;

/**
 * {@code bench-mail}: notices a second by e-mail, against a client with one connection that commits the state of each message
 * before and after it.
 */
final class MailBench {

    private static final String NAME = "bench-mail";
    private static final int USUAL = 500;
    private static final int ROUNDS = 3;
    private static final double FLOOR = 0.2;

    private final TestBed bed;

    MailBench(TestBed bed) {
        this.bed = bed;
    }

    List<Measurement> run() throws Exception {
        int size = People.size(USUAL);
        try (People people = new People(bed);
                RawMail raw = RawMail.open(
                        bed.connect(ServiceName.NOTIFICATION),
                        bed.settings().ports().of(Ports.SMTP))) {
            return List.of(Measurement.atLeast(
                    FLOOR,
                    NAME,
                    "notices a second, against a raw client",
                    Slices.interleaved(ROUNDS, () -> product(people, size), () -> raw.perSecond(size))));
        }
    }

    private static double product(People people, int size) throws Exception {
        LetterCampaign campaign = people.ready(size, LetterCampaign.By.EMAIL);
        campaign.awaitRun(campaign.startRun());
        return size / people.runSeconds(campaign.incident());
    }
}
