package org.candor.kit.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The person or service behind a request, as the token says. */
@RequestScoped
public class Caller {

    private static final String EVERY_ENTITY = "*";

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    public boolean isAnonymous() {
        return identity.isAnonymous();
    }

    /** The identity provider's subject; empty text for an anonymous caller. */
    public String subject() {
        return token().map(JsonWebToken::getSubject).orElse("");
    }

    public Set<String> roles() {
        return identity.getRoles();
    }

    public boolean hasRole(String role) {
        return identity.hasRole(role);
    }

    /** Legal entities granted to the caller; {@code *} stands for all, an empty list for none. None without a subject. */
    public List<String> entities() {
        Object claim = token().<Object>map(token -> token.getClaim("entities")).orElse(null);
        if (subject().isEmpty()) {
            return List.of();
        }
        if (claim instanceof JsonArray array) {
            return array.getValuesAs(JsonString.class).stream()
                    .map(JsonString::getString)
                    .toList();
        }
        return claim == null ? List.of() : List.of(claim.toString());
    }

    /** The grant in the form that {@code incident_visible} takes. */
    public String entitiesFilter() {
        return entities().contains(EVERY_ENTITY) ? EVERY_ENTITY : String.join(",", entities());
    }

    public boolean mayActFor(String entityId) {
        return entities().contains(EVERY_ENTITY) || entities().contains(entityId);
    }

    /** The business associate he works for; empty for everybody else. */
    public Optional<String> businessAssociate() {
        return token().map(token -> token.getClaim("business_associate")).map(Object::toString);
    }

    /** The department that he works in, in the organisation's own words; empty where the token names none. */
    public Optional<String> department() {
        return token().map(token -> token.getClaim("department")).map(Object::toString);
    }

    private Optional<JsonWebToken> token() {
        return identity.getPrincipal() instanceof JsonWebToken token ? Optional.of(token) : Optional.empty();
    }
}
