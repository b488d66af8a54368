package org.candor.audit.trail;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candor.audit.trail.Entries.Stored;
import org.candor.kit.outbox.EventJson;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;

/** The same search as a file, streamed. */
@Path("/entries-export")
@RolesAllowed({"auditor", "privacy-officer", "security-officer", "administrator", "counsel"})
@Tag(name = "trail")
public class ExportResource {

    private static final List<String> HEADING = List.of(
            "index", "time", "type", "actor", "entity", "incidents", "source", "sequence", "event", "received", "data");

    private final Entries entries;

    ExportResource(Entries entries) {
        this.entries = entries;
    }

    // Any type with json in its name would be written as one JSON array.
    @GET
    @Path("/entries.jsonl")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            operationId = "exportTrailAsJsonLines",
            summary = "Everything that is found, an entry a line; the export is recorded",
            description = "Takes the parameters of the list, without cursor and limit. UTF-8.")
    @APIResponse(responseCode = "200", description = "As an attachment")
    public Multi<byte[]> jsonLines(@BeanParam @Valid EntrySearch search) {
        return RestMulti.fromUniResponse(
                entries.export(search),
                found -> found.map(stored -> (EventJson.write(view(stored)) + "\n").getBytes(UTF_8)),
                found -> headers("entries.jsonl"),
                found -> 200);
    }

    @GET
    @Path("/entries.csv")
    @Produces("text/csv;charset=UTF-8")
    @Operation(
            operationId = "exportTrailAsCsv",
            summary = "Everything that is found as RFC 4180 text with a heading; the export is recorded",
            description = "Takes the parameters of the list, without cursor and limit. UTF-8.")
    @APIResponse(responseCode = "200", description = "As an attachment")
    public Multi<byte[]> csv(@BeanParam @Valid EntrySearch search) {
        return RestMulti.fromUniResponse(
                entries.export(search),
                found -> Multi.createBy()
                        .concatenating()
                        .streams(Multi.createFrom().item(record(HEADING)), found.map(stored -> line(view(stored))))
                        .map(line -> line.getBytes(UTF_8)),
                found -> headers("entries.csv"),
                found -> 200);
    }

    private static EntryView view(Stored stored) {
        return EntryView.of(stored.index(), stored.bytes());
    }

    private static String line(EntryView entry) {
        return record(Stream.of(
                        Long.toString(entry.index()),
                        entry.time().toString(),
                        entry.type(),
                        entry.actor(),
                        entry.entityId(),
                        entry.incidents().stream().map(Object::toString).collect(Collectors.joining(" ")),
                        entry.source(),
                        Long.toString(entry.sequence()),
                        entry.eventId().toString(),
                        entry.receivedAt().toString(),
                        entry.data())
                .map(ExportResource::cell)
                .toList());
    }

    private static String record(List<String> cells) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** What begins like a formula is led by an apostrophe, since spreadsheets would run it. */
    private static String cell(String value) {
        return !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }

    private static Map<String, List<String>> headers(String name) {
        return Map.of(
                "Content-Disposition", List.of("attachment; filename=\"" + name + "\""),
                "X-Content-Type-Options", List.of("nosniff"),
                "Cache-Control", List.of("no-store"));
    }
}
