package org.candor.kit.errors;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.candor.kit.inbox.Faults;
import org.candor.kit.inbox.Passing;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every failure into a problem. What is not expected is logged by type and place, and answered without detail. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final String MEDIA_TYPE = "application/problem+json";
    private static final String RETRY_AFTER_SECONDS = "5";

    /** Somebody has to do something first. */
    private static final String RETRY_AFTER_KEYS_SECONDS = "60";

    private static final Map<Integer, CommonProblem> BY_STATUS = Map.of(
            400, CommonProblem.UNREADABLE_BODY,
            404, CommonProblem.NOT_FOUND,
            405, CommonProblem.METHOD_NOT_ALLOWED,
            406, CommonProblem.NOT_ACCEPTABLE,
            413, CommonProblem.BODY_TOO_LARGE,
            415, CommonProblem.WRONG_CONTENT_TYPE);

    @ServerExceptionMapper
    Response expected(Problem problem, HttpHeaders headers) {
        Response answer = answer(problem, headers);
        return problem.code() == CommonProblem.KEYS_UNAVAILABLE ? again(answer, RETRY_AFTER_KEYS_SECONDS) : answer;
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException violations, HttpHeaders headers) {
        Problem problem = new Problem(CommonProblem.INVALID_FIELD);
        violations.getConstraintViolations().stream()
                .sorted(Comparator.comparing(v -> v.getPropertyPath().toString()))
                .forEach(v -> problem.field(pointer(v), v.getMessage()));
        return answer(problem, headers);
    }

    @ServerExceptionMapper({
        AuthenticationFailedException.class,
        AuthenticationCompletionException.class,
        UnauthorizedException.class
    })
    Response unauthenticated(SecurityException failure, HttpHeaders headers) {
        return Response.fromResponse(answer(new Problem(CommonProblem.UNAUTHENTICATED), headers))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure, HttpHeaders headers) {
        return answer(new Problem(CommonProblem.FORBIDDEN), headers);
    }

    @ServerExceptionMapper({OptimisticLockException.class, StaleStateException.class})
    Response overtaken(RuntimeException failure, HttpHeaders headers) {
        return answer(new Problem(CommonProblem.CONFLICT), headers);
    }

    /** Named one by one, because the framework has mappers of its own for some, which quote the value. */
    @ServerExceptionMapper({
        JsonProcessingException.class,
        MismatchedInputException.class,
        InvalidFormatException.class,
        UnrecognizedPropertyException.class
    })
    Response unreadable(JsonProcessingException failure, HttpHeaders headers) {
        return isOurs(failure) ? unexpected(failure, headers) : answer(unreadable(failure), headers);
    }

    @ServerExceptionMapper
    Response http(WebApplicationException failure, HttpHeaders headers, UriInfo address) {
        Optional<JsonProcessingException> json = jsonCause(failure);
        if (json.isPresent()) {
            return unreadable(json.get(), headers);
        }
        if (isOfAParameter(failure, address)) {
            return answer(new Problem(CommonProblem.UNREADABLE_PARAMETER), headers);
        }
        CommonProblem known = BY_STATUS.get(failure.getResponse().getStatus());
        return known == null ? unexpected(failure, headers) : answer(new Problem(known), headers);
    }

    /** The framework answers 404 when a parameter cannot be converted. That is right for the path, but not for the query. */
    private static boolean isOfAParameter(WebApplicationException failure, UriInfo address) {
        if (failure.getCause() == null) {
            return false;
        }
        String reason = String.valueOf(failure.getCause().getMessage());
        return failure instanceof BadRequestException
                || failure instanceof NotFoundException
                        && address.getQueryParameters().values().stream()
                                .flatMap(List::stream)
                                .anyMatch(value -> !value.isEmpty() && reason.contains(value));
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure, HttpHeaders headers) {
        if (Passing.isPassing(failure)) {
            return unavailable(headers);
        }
        if (hasCause(failure, StaleStateException.class)) {
            return answer(new Problem(CommonProblem.CONFLICT), headers);
        }
        UUID occurrence = UUID.randomUUID();
        LOG.errorf("problem %s: %s", occurrence, Faults.trace(failure));
        return answer(new Problem(CommonProblem.INTERNAL), occurrence, headers);
    }

    private static Response unavailable(HttpHeaders headers) {
        return again(answer(new Problem(CommonProblem.UNAVAILABLE), headers), RETRY_AFTER_SECONDS);
    }

    private static Response again(Response answer, String seconds) {
        return Response.fromResponse(answer)
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }

    private static Response answer(Problem problem, HttpHeaders headers) {
        UUID occurrence = UUID.randomUUID();
        LOG.debugf("problem %s: %s", occurrence, problem.code().code());
        return answer(problem, occurrence, headers);
    }

    private static Response answer(Problem problem, UUID occurrence, HttpHeaders headers) {
        return Response.status(problem.code().status())
                .type(MEDIA_TYPE)
                .entity(ProblemView.of(problem, occurrence, Languages.of(headers)))
                .build();
    }

    private static Problem unreadable(JsonProcessingException failure) {
        Problem problem = new Problem(CommonProblem.UNREADABLE_BODY);
        if (failure instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            problem.field(pointer(mapping), "this field is unknown, or its value has another type than it should");
        }
        return problem;
    }

    /** What was to be written, or a type that cannot be read at all, is no fault of the sender. */
    private static boolean isOurs(JsonProcessingException failure) {
        return failure instanceof InvalidDefinitionException
                || failure.getClass() == JsonMappingException.class
                        && !(failure.getProcessor() instanceof JsonParser)
                        && !(failure.getCause() instanceof JsonProcessingException);
    }

    private static String pointer(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : known(step.getFieldName()))
                .collect(Collectors.joining("/", "/", ""));
    }

    /** A field's name comes from the sender; only what looks like one of ours is given back. */
    private static String known(String fieldName) {
        return fieldName.matches("[A-Za-z]{1,40}") ? fieldName : "?";
    }

    /** A JSON pointer into the body, or the name of the parameter that is wrong itself. */
    private static String pointer(ConstraintViolation<?> violation) {
        List<Path.Node> nodes = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .skip(1) // the method
                .toList();
        if (nodes.size() == 1) {
            return nodes.getFirst().getName();
        }
        return nodes.stream().skip(1).flatMap(ProblemMappers::steps).collect(Collectors.joining("/", "/", ""));
    }

    /** Containers name their elements {@code <list element>} and the like; keys of maps are the sender's and left out. */
    private static Stream<String> steps(Path.Node node) {
        Stream<String> index = node.getIndex() == null
                ? Stream.of()
                : Stream.of(node.getIndex().toString());
        return node.getName().startsWith("<") ? index : Stream.concat(index, Stream.of(node.getName()));
    }

    private static Optional<JsonProcessingException> jsonCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException json) {
                return Optional.of(json);
            }
        }
        return Optional.empty();
    }

    private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
