package org.candor.breach.assessment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.candor.breach.assessment.decision.Assessment;
import org.candor.breach.assessment.decision.Protection;
import org.candor.breach.obligations.decision.Moment;

/** The stored form of an assessment, before it is sealed. Decision types stay free of it. */
final class DossierJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(Assessment.class, States.class)
            .addMixIn(Protection.class, Protections.class)
            .addMixIn(Moment.class, Moments.class)
            .build();

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
    @JsonSubTypes({
        @Type(value = Assessment.Presumed.class, name = "PRESUMED"),
        @Type(value = Assessment.NoticesOwed.class, name = "NOTICES_OWED"),
        @Type(value = Assessment.NothingOwed.class, name = "NOTHING_OWED")
    })
    private interface States {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @Type(value = Protection.Nothing.class, name = "NONE"),
        @Type(value = Protection.PasswordOnly.class, name = "PASSWORD_ONLY"),
        @Type(value = Protection.Redacted.class, name = "REDACTED"),
        @Type(value = Protection.Encrypted.class, name = "ENCRYPTED"),
        @Type(value = Protection.Destroyed.class, name = "DESTROYED")
    })
    private interface Protections {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "as")
    @JsonSubTypes({
        @Type(value = Moment.OnDay.class, name = "DAY"),
        @Type(value = Moment.AtInstant.class, name = "INSTANT")
    })
    private interface Moments {}

    private DossierJson() {}

    static String write(Assessment assessment) {
        try {
            return MAPPER.writerFor(Assessment.class).writeValueAsString(assessment);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    static Assessment read(String json) {
        try {
            return MAPPER.readValue(json, Assessment.class);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    /** The cause's text could show what people wrote, so it is left behind. */
    private static IllegalStateException unreadable(JsonProcessingException e) {
        return new IllegalStateException("stored assessment: " + e.getClass().getSimpleName());
    }
}
