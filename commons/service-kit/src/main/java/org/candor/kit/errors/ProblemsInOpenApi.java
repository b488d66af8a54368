package org.candor.kit.errors;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Says of every refusal in the OpenAPI document that its body is a problem, so that generated clients know its type; and what
 * every operation has in common: its habitual parameters and the refusals that come with them. What an operation says of
 * itself stands.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemsInOpenApi implements OASFilter {

    private static final String NAME = "Problem";
    private static final String MEDIA_TYPE = "application/problem+json";

    private static final Map<String, String> PARAMETERS = Map.of(
            "incidentId", "The incident, a UUID",
            "If-Match", "ETag of what was read, in quotes; * for whatever stands",
            "Idempotency-Key", "1 to 128 characters of the client's choice: the same key again gets the first answer",
            "cursor", "`next` of the page before; absent for the first page",
            "limit", "Entries a page, 1 to 200",
            "id", "The entry, as in the list");

    @Override
    public Operation filterOperation(Operation operation) {
        if (operation.getResponses() != null) {
            addHabits(operation);
            operation.getResponses().getAPIResponses().forEach(ProblemsInOpenApi::describe);
        }
        return operation;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() != null) {
            document.getComponents().addSchema(NAME, problem());
        }
    }

    private static void addHabits(Operation operation) {
        for (Parameter parameter : parameters(operation)) {
            if (parameter.getDescription() == null) {
                parameter.setDescription(PARAMETERS.get(parameter.getName()));
            }
            if (parameter.getIn() == Parameter.In.PATH) {
                addRefusal(operation, "404", "Not there, or not to be seen by the caller");
            }
            if ("If-Match".equals(parameter.getName())) {
                addRefusal(operation, "412", "If-Match names an earlier version: read again");
                addRefusal(operation, "428", "If-Match is missing");
            }
        }
        if (operation.getRequestBody() != null) {
            addRefusal(operation, "400", "The body is no JSON, or not readable");
            addRefusal(operation, "422", "A field breaks a rule of the form; each is named");
        }
    }

    private static List<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }

    private static void addRefusal(Operation operation, String status, String why) {
        if (!operation.getResponses().hasAPIResponse(status)) {
            operation
                    .getResponses()
                    .addAPIResponse(status, OASFactory.createAPIResponse().description(why));
        }
    }

    private static void describe(String status, APIResponse response) {
        boolean refusal = status.startsWith("4") || status.startsWith("5");
        if (refusal && response.getContent() == null && response.getRef() == null) {
            response.setContent(content());
        }
    }

    private static Content content() {
        return OASFactory.createContent()
                .addMediaType(
                        MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(NAME)));
    }

    private static Schema problem() {
        Schema fault = object().addProperty("field", text("JSON pointer or name of the parameter"))
                .addProperty("message", text("What is wrong with it"))
                .required(List.of("field", "message"));
        return object().description("Why a request was refused (RFC 9457)")
                .addProperty("type", text("Address that stands for the code"))
                .addProperty("title", text("What to do, in the language that was asked for"))
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("code", text("Stable; for programs"))
                .addProperty("instance", text("This occurrence; it stands in the log"))
                .addProperty("errors", list(fault))
                .addProperty("missing", list(text("Code of what must be done first")))
                .required(List.of("type", "title", "status", "code", "instance"));
    }

    private static Schema object() {
        return OASFactory.createSchema().addType(SchemaType.OBJECT);
    }

    private static Schema list(Schema items) {
        return OASFactory.createSchema().addType(SchemaType.ARRAY).items(items);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }
}
