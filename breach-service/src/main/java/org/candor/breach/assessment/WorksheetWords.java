package org.candor.breach.assessment;

import java.util.Locale;
import org.candor.breach.assessment.decision.EventGate;
import org.candor.breach.assessment.decision.PhiGate;
import org.candor.breach.assessment.decision.Protection;

/** What was found, in the words of form 4-III-A. */
final class WorksheetWords {

    private WorksheetWords() {}

    static String words(EventGate gate) {
        String happened = String.join(
                ", ",
                gate.happened().stream().map(WorksheetWords::words).sorted().toList());
        return (gate.permitted() ? "Permitted" : "Not permitted: " + happened.toLowerCase(Locale.ROOT))
                + (gate.ransomware() ? ", ransomware" : "");
    }

    static String words(Protection protection) {
        String name = switch (protection) {
            case Protection.Nothing nothing -> "Nothing protected it";
            case Protection.PasswordOnly password -> "A password only";
            case Protection.Redacted redacted -> "Redacted";
            case Protection.Encrypted encrypted ->
                "Encrypted by " + encrypted.standard().name().replace('_', ' ')
                        + (encrypted.keyApart() ? ", key apart" : ", key not apart")
                        + (encrypted.runningUnlocked() ? ", running unlocked" : "");
            case Protection.Destroyed destroyed ->
                "Destroyed by " + destroyed.method().name().replace('_', ' ');
        };
        return name + (protection.secures() ? " (secured)" : " (unsecured)");
    }

    static String words(Enum<?> constant) {
        if (constant == PhiGate.Kind.PHI) {
            return "It is PHI";
        }
        String words = constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
