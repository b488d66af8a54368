package org.candor.investigation.cases.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The minimum documentation and the signed forms.
 *
 * @param documented the items that have an answer
 * @param revision counts each writing of the documentation; 0 before the first
 */
public record Paperwork(Set<DocumentationItem> documented, int revision, List<Signature> signatures) {

    public Paperwork {
        documented = Set.copyOf(documented);
        signatures = List.copyOf(signatures);
    }

    /**
     * A signature covers what the form said when it was signed. Words or steps that came later need a new one; the old
     * version is kept.
     *
     * @param sha256 of the frozen document, hexadecimal
     * @param stepEntries how many step entries there were
     */
    public record Signature(
            UUID id,
            Form form,
            int version,
            String by,
            Instant at,
            String sha256,
            int revision,
            int stepEntries,
            int round) {}

    static Paperwork none() {
        return new Paperwork(Set.of(), 0, List.of());
    }

    Paperwork written(Set<DocumentationItem> items) {
        return new Paperwork(items, revision + 1, signatures);
    }

    Paperwork signed(Signature signature) {
        List<Signature> all = new ArrayList<>(signatures);
        all.add(signature);
        return new Paperwork(documented, revision, all);
    }

    int nextVersion(Form form) {
        return 1
                + (int) signatures.stream()
                        .filter(signature -> signature.form() == form)
                        .count();
    }

    /** True when the newest words of the form are signed. */
    static boolean signed(CaseFile file, Form form) {
        return file.paperwork().signatures.stream()
                .anyMatch(signature -> signature.form() == form && covers(signature, file));
    }

    private static boolean covers(Signature signature, CaseFile file) {
        return signature.round() == file.round()
                && signature.revision() == file.paperwork().revision()
                && (!signature.form().listsSteps()
                        || signature.stepEntries() == file.work().entries().size());
    }
}
