package org.candor.investigation.cyber.decision;

import java.util.ArrayList;
import java.util.List;
import org.candor.investigation.cyber.decision.PhiCheck.Finding;

/** The check of a whole draft: its words, and each of its indicators. */
public final class DraftCheck {

    private DraftCheck() {}

    /** @param organisation the reporting entity's own name, which is nobody's identifier */
    public static List<Finding> findings(
            String subject, String text, List<Indicator> indicators, String organisation, KnownIdentifiers known) {
        List<String> nobodys = new ArrayList<>(List.of(organisation));
        indicators.stream().map(Indicator::value).forEach(nobodys::add);
        PhiCheck words = new PhiCheck(known, nobodys);
        List<Finding> found = new ArrayList<>(words.in("subject", subject));
        found.addAll(words.in("text", text));
        for (int index = 0; index < indicators.size(); index++) {
            found.addAll(ofIndicator("indicators." + index, indicators.get(index), words, known));
        }
        return List.copyOf(found);
    }

    /**
     * An indicator's value looks like an identifier and is the attacker's; it counts only where the case knows it as a
     * person's. What else stands in it, such as a patient's number in an address, counts always.
     */
    private static List<Finding> ofIndicator(
            String field, Indicator indicator, PhiCheck words, KnownIdentifiers known) {
        List<Finding> found = new ArrayList<>(indicator
                .description()
                .map(text -> words.in(field + ".description", text))
                .orElse(List.of()));
        PhiCheck strict = new PhiCheck(known, List.of());
        PhiCheck onlyKnown = new PhiCheck(known, List.of(indicator.value()));
        String value = indicator.value();
        if (indicator.type().hash()) {
            found.addAll(onlyKnown.in(field, value));
            return found;
        }
        boolean somebodys = known.names().stream().anyMatch(value::equalsIgnoreCase);
        strict.in(field, value).stream()
                .filter(one -> somebodys || one.identifier() != indicator.type().looksLike())
                .forEach(found::add);
        if (indicator.type() == Indicator.Type.URL) {
            int path = value.indexOf('/', "https://".length());
            if (path > 0) {
                strict.in(field, " ".repeat(path) + value.substring(path)).stream()
                        .filter(one -> one.identifier() != Identifier.PHOTOGRAPH)
                        .forEach(found::add);
            }
        }
        return found.stream().distinct().toList();
    }
}
