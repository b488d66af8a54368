package org.candor.kit.errors;

/** What can go wrong at every endpoint of every service. */
public enum CommonProblem implements WordedProblem {
    UNREADABLE_BODY(
            400,
            "The body is not readable JSON of this form. Compare it with the OpenAPI document.",
            "El cuerpo no es JSON legible de esta forma. Compárelo con el documento OpenAPI."),
    UNREADABLE_PARAMETER(
            400,
            "A parameter of the address has another form than it should.",
            "Un parámetro de la dirección tiene una forma incorrecta."),
    UNAUTHENTICATED(
            401,
            "A valid bearer token is needed. Sign in again.",
            "Se necesita un token válido. Inicie sesión de nuevo."),
    FORBIDDEN(
            403,
            "Your roles do not allow this. Ask the administrator if they should.",
            "Sus funciones no lo permiten. Consulte al administrador si deberían hacerlo."),
    NOT_FOUND(404, "There is nothing here that you may see.", "Aquí no hay nada que usted pueda ver."),
    METHOD_NOT_ALLOWED(405, "This address does not take that method.", "Esta dirección no admite ese método."),
    NOT_ACCEPTABLE(406, "The asked media type is not offered.", "El tipo de medio solicitado no se ofrece."),
    CONFLICT(
            409,
            "It was changed by somebody else at the same time. Read it again and repeat.",
            "Otra persona lo cambió al mismo tiempo. Léalo de nuevo y repita."),
    DISPOSED(
            410,
            "The records of this incident were kept for as long as they must be, and were then destroyed.",
            "Los registros de este incidente se conservaron el tiempo exigido y después se destruyeron."),
    STALE_VERSION(
            412,
            "It was changed after you read it. Read it again, then repeat with the new ETag.",
            "Se cambió después de que usted lo leyera. Léalo de nuevo y repita con el nuevo ETag."),
    BODY_TOO_LARGE(413, "The body is larger than allowed.", "El cuerpo es más grande de lo permitido."),
    WRONG_CONTENT_TYPE(
            415,
            "The content type is not taken here. Send what the OpenAPI document says.",
            "El tipo de contenido no se admite aquí. Envíe lo que indica el documento OpenAPI."),
    INVALID_FIELD(422, "A field breaks a rule of the form.", "Un campo incumple una regla del formulario."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "This Idempotency-Key was used for another request. Take a new one.",
            "Esta Idempotency-Key se usó para otra solicitud. Utilice una nueva."),
    IF_MATCH_REQUIRED(
            428,
            "Say with If-Match which version you change: the ETag of your last read.",
            "Indique con If-Match qué versión cambia: el ETag de su última lectura."),
    BODY_TOO_SLOW(
            408,
            "The request did not come to its end in time. Send it again, over a faster connection or in parts.",
            "La solicitud no llegó completa a tiempo. Envíela de nuevo, con una conexión más rápida o por partes."),
    TOO_MANY_REQUESTS(
            429,
            "Too many requests. Wait as long as Retry-After says.",
            "Demasiadas solicitudes. Espere lo que indica Retry-After."),
    INTERNAL(
            500,
            "Something failed on our side. Give the instance id to the operator.",
            "Algo falló de nuestro lado. Dé el identificador de instancia al operador."),
    UNAVAILABLE(
            503,
            "The service cannot store anything just now. Nothing was kept; repeat after Retry-After.",
            "El servicio no puede guardar nada ahora. No se guardó nada; repita después de Retry-After."),
    KEYS_UNAVAILABLE(
            503,
            "The key to these records is not at hand. Nothing was kept; tell the operator to bring the keyset back.",
            "La clave de estos registros no está disponible. No se guardó nada; pida al operador que restablezca las claves.");

    private final Wording wording;

    CommonProblem(int status, String english, String spanish) {
        wording = new Wording(status, english, spanish);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
