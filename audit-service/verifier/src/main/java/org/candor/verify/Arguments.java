package org.candor.verify;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands on the command line.
 *
 * @param keyFiles public keys of the trail, several where it has changed its key
 * @param witnessFiles keys of witnesses, each of which must have signed the newest checkpoint
 * @param tsaFiles certificates of time-stamping authorities: a pack must bear a time-stamp, and each must be by one of them
 */
record Arguments(String file, List<String> keyFiles, List<String> witnessFiles, List<String> tsaFiles) {

    static final String USAGE = """
            usage: java -jar candor-verify.jar <pack.zip | proof.json> [--key <public-key.pem>]... [--witness <witness-key.txt>]...
                   [--tsa <certificate.pem>]...        (packs only)
            Keys must come from somewhere you trust, not from whoever gave you the proof.""";

    static Arguments of(String... args) throws Unreadable {
        if (args.length == 0 || args.length % 2 == 0) {
            throw new Unreadable("wrong use\n" + USAGE);
        }
        List<String> keys = new ArrayList<>();
        List<String> witnesses = new ArrayList<>();
        List<String> tsas = new ArrayList<>();
        for (int i = 1; i < args.length; i += 2) {
            switch (args[i]) {
                case "--key" -> keys.add(args[i + 1]);
                case "--witness" -> witnesses.add(args[i + 1]);
                case "--tsa" -> tsas.add(args[i + 1]);
                default -> throw new Unreadable("unknown option " + args[i] + "\n" + USAGE);
            }
        }
        return new Arguments(args[0], keys, witnesses, tsas);
    }

    Keyring keys() throws Unreadable {
        List<TrailKey> trail = new ArrayList<>();
        for (String file : keyFiles) {
            trail.add(TrailKey.ofPem(CandorVerify.text(file)));
        }
        List<WitnessKey> witnesses = new ArrayList<>();
        for (String file : witnessFiles) {
            witnesses.add(WitnessKey.read(CandorVerify.text(file)));
        }
        List<TsaCertificate> tsas = new ArrayList<>();
        for (String file : tsaFiles) {
            tsas.add(TsaCertificate.ofPem(CandorVerify.text(file)));
        }
        return new Keyring(trail, witnesses, tsas);
    }
}
