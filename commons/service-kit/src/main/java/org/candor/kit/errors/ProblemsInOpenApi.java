package org.candor.kit.errors;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Says of every refusal in the OpenAPI document that its body is a problem, so that generated clients know its type. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemsInOpenApi implements OASFilter {

    private static final String NAME = "Problem";
    private static final String MEDIA_TYPE = "application/problem+json";

    @Override
    public Operation filterOperation(Operation operation) {
        if (operation.getResponses() != null) {
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
