package org.candor.intake;

import org.candor.kit.errors.ProblemCode;

/** What intake refuses beyond what every service does. */
public enum IntakeProblem implements ProblemCode {
    IN_THE_FUTURE(
            422,
            "A time lies in the future. Check date, time and offset.",
            "Una hora está en el futuro. Compruebe fecha, hora y desfase."),
    LEARNED_BEFORE_IT_HAPPENED(
            422,
            "It cannot have been learned of before it happened. Check both times.",
            "No pudo conocerse antes de que ocurriera. Compruebe ambas horas."),
    UNKNOWN_ENTITY(
            422,
            "No legal entity of that id is in the directory. GET /intake/form lists them.",
            "Ninguna entidad legal con ese id está en el directorio. GET /intake/form las enumera."),
    ENTITY_NEEDED(
            422,
            "There are several legal entities. Name the one that is concerned.",
            "Hay varias entidades legales. Indique la que corresponde."),
    DRILL_NOT_ALLOWED(
            422,
            "Only an officer may mark a report as a drill.",
            "Solo un oficial puede marcar un informe como simulacro."),
    UNKNOWN_TIME_ZONE(422, "There is no such IANA time zone.", "No existe tal zona horaria IANA."),
    UNKNOWN_RECEIPT(
            404,
            "There is no report with this receipt. Check each character; letters I, L, O and U do not occur.",
            "No hay ningún informe con este recibo. Compruebe cada carácter; no aparecen las letras I, L, O y U.");

    private final int status;
    private final String english;
    private final String spanish;

    IntakeProblem(int status, String english, String spanish) {
        this.status = status;
        this.english = english;
        this.spanish = spanish;
    }

    @Override
    public String code() {
        return name();
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String english() {
        return english;
    }

    @Override
    public String spanish() {
        return spanish;
    }
}
