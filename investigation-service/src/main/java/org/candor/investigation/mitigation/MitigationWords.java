package org.candor.investigation.mitigation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.candor.kit.web.PersonalText;

/** What people wrote, as it is sealed. */
final class MitigationWords {

    private MitigationWords() {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Found(PersonalText harmfulEffect, PersonalText extent, PersonalText trainingReason) {}

    record Asked(PersonalText businessAssociate, PersonalText text) {}

    record Ending(PersonalText text) {}
}
