package echo;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.file.Files;

/** Parses what it gets, and answers the bytes that it was started with. */
@Path("/echo")
public class EchoResource {

    private final byte[] answer;

    EchoResource() throws IOException {
        answer = Files.readAllBytes(java.nio.file.Path.of(System.getProperty("echo.answer")));
    }

    @GET
    public String ready() {
        return "ready";
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] echo(JsonNode request) {
        return request.isObject() ? answer : new byte[0];
    }
}
