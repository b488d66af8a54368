package org.candor.investigation.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.candor.kit.web.PersonalText;

/** What people write about evidence; stored sealed. */
final class EvidenceWords {

    private EvidenceWords() {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfItem(PersonalText description, PersonalText finding) {}

    /** @param from who had it; absent in the first entry, which is the collection */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfHandover(PersonalText from, PersonalText to, PersonalText reason, PersonalText condition) {}

    record OfExamination(PersonalText finding) {}
}
