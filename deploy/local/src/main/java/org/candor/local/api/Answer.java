package org.candor.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

/** What a service answered. */
public record Answer(String request, int status, HttpHeaders headers, byte[] bytes) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Answer of(HttpResponse<byte[]> response) {
        return new Answer(
                response.request().method() + " " + response.request().uri().getPath(),
                response.statusCode(),
                response.headers(),
                response.body());
    }

    /** Empty when there was none. */
    public String etag() {
        return header("ETag");
    }

    /** Empty when there was none. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The same when the status is the one expected; {@link Unexpected} with the problem's words otherwise. */
    public Answer expecting(int expected) {
        Unexpected.unless(status == expected, "%d for %s".formatted(expected, request), this);
        return this;
    }

    /** The same unless it is a refusal. */
    public Answer accepted() {
        Unexpected.unless(status >= 200 && status < 300, "2xx for " + request, this);
        return this;
    }

    public JsonNode json() {
        try {
            return bytes.length == 0 ? MissingNode.getInstance() : JSON.readTree(bytes);
        } catch (IOException e) {
            throw new Unexpected("JSON for " + request, text());
        }
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public String text(String pointer) {
        return json().at(pointer).asText();
    }

    public UUID id(String pointer) {
        return UUID.fromString(text(pointer));
    }

    public LocalDate day(String pointer) {
        return LocalDate.parse(text(pointer));
    }

    /** Status and words of a problem; for a person who looks for the reason. */
    @Override
    public String toString() {
        return "%d %s".formatted(status, bytes.length > 1500 ? text().substring(0, 1500) + "…" : text());
    }
}
