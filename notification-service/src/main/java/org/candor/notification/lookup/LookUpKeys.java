package org.candor.notification.lookup;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.candor.kit.crypto.BlindIndex;

/**
 * Keyed indexes by which a person at the line is known again: the name as it sounds on the telephone, without accents, case and
 * hyphens, with the day of birth or with the first five digits of the ZIP code.
 */
public final class LookUpKeys {

    private final BlindIndex index;
    private final UUID incidentId;

    public LookUpKeys(BlindIndex index, UUID incidentId) {
        this.index = index;
        this.incidentId = incidentId;
    }

    public byte[] byBirth(String givenName, String familyName, LocalDate bornOn) {
        return of("born", givenName, familyName, bornOn.toString());
    }

    public byte[] byZip(String givenName, String familyName, String zip) {
        return of(
                "zip",
                givenName,
                familyName,
                zip.strip().substring(0, Math.min(5, zip.strip().length())));
    }

    private byte[] of(String kind, String givenName, String familyName, String what) {
        return index.of("line-" + kind + "/" + incidentId, plain(givenName) + "\0" + plain(familyName) + "\0" + what);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
