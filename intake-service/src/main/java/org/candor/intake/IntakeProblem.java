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
    ADMINISTRATOR_NEEDED(
            403,
            "The operator enters what is missing at installation. Ask the administrator to change what is there.",
            "El operador introduce lo que falta en la instalación. Pida al administrador que cambie lo existente."),
    DELEGATION_ENDED(409, "This designation has ended already.", "Esta designación ya terminó."),
    ON_BEHALF_NOT_ALLOWED(
            422,
            "Only an officer may take down a report for somebody else.",
            "Solo un oficial puede registrar un informe en nombre de otra persona."),
    ASSOCIATE_RELATION_NEEDED(
            422,
            "What a business associate says of its discovery needs the relation BUSINESS_ASSOCIATE.",
            "Lo que un socio comercial dice de su descubrimiento requiere la relación BUSINESS_ASSOCIATE."),
    ANOTHER_ASSOCIATE(
            422,
            "You report for the business associate that your token names. Leave its id out.",
            "Usted informa por el socio comercial que indica su token. Omita su id."),
    ASSOCIATE_NOT_SIGNED_IN(
            422,
            "Only who signs in as a business associate reports under its id. Leave the id out and name it in the narrative.",
            "Solo quien inicia sesión como socio comercial informa con su id. Omita el id y nómbrelo en el relato."),
    NOTHING_CORRECTED(
            422, "The correction is the same as the report. Send what differs.", "La corrección es igual al informe."),
    WITHDRAWN_ALREADY(409, "This report was withdrawn already.", "Este informe ya fue retirado."),
    SAME_REPORT(422, "A report is no duplicate of itself.", "Un informe no es duplicado de sí mismo."),
    CHECK_UP_NOT_OPEN(
            409,
            "This check-up was recorded or cancelled, or its day has not come.",
            "Este seguimiento ya fue registrado o cancelado, o su día aún no ha llegado."),
    UNREADABLE_ROWS(
            400,
            "The file is not readable as CSV with a header line, or as JSON lines. Nothing was stored.",
            "El archivo no es legible como CSV con encabezado ni como líneas JSON. No se guardó nada."),
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
