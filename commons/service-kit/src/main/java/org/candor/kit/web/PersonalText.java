package org.candor.kit.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A text that may hold health or personal information. It is a plain string in JSON and never shows itself in a log. */
@Schema(type = SchemaType.STRING)
public record PersonalText(@JsonValue String value) {

    @JsonCreator
    public PersonalText {}

    @Override
    public String toString() {
        return "[redacted]";
    }
}
