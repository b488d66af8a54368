package org.candor.intake;

import org.candor.kit.errors.WordedProblem;
import org.candor.kit.errors.Wording;

/** What intake refuses beyond what every service does. */
public enum IntakeProblem implements WordedProblem {
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
    NOT_IN_CHARGE(
            403,
            "Only whoever is in charge of this report needs that. Ask one of them, or read the case.",
            "Solo quien está a cargo de este informe lo necesita. Pídaselo o lea el caso."),
    READABLE_ALREADY(
            409,
            "You can read this incident without breaking the glass.",
            "Usted puede leer este incidente sin romper el cristal."),
    OWN_EXCEPTIONS(
            409,
            "You have exceptions of your own among them. Another officer reviews these.",
            "Entre ellas hay excepciones suyas. Las revisa otro oficial."),
    REVIEWED_ALREADY(409, "This review was recorded already.", "Esta revisión ya fue registrada."),
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
            "No hay ningún informe con este recibo. Compruebe cada carácter; no aparecen las letras I, L, O y U."),
    UNKNOWN_QUESTION(
            422,
            "This mailbox has no such question. Leave the field out to write without answering one.",
            "Este buzón no tiene esa pregunta. Omita el campo para escribir sin responder a ninguna."),
    MAILBOX_FULL(
            409,
            "This mailbox takes no more messages. Report again to say more.",
            "Este buzón no admite más mensajes. Haga otro informe para decir más."),
    EMPTY_FILE(
            422,
            "The file is empty or missing. Send it as the field \"file\" of a form.",
            "El archivo está vacío o falta. Envíelo como campo \"file\" de un formulario."),
    FILE_TOO_LARGE(
            422,
            "A file may have 25 MB at most. Send it in parts.",
            "Un archivo puede tener 25 MB como máximo. Envíelo por partes."),
    FILE_TYPE_REFUSED(
            422,
            "This type of file is not taken, or the content is of another type than the name says. GET /intake/form lists what is taken.",
            "Este tipo de archivo no se admite, o el contenido es de otro tipo que el que dice el nombre. GET /intake/form enumera los admitidos."),
    FILE_DAMAGED(
            422,
            "The file is damaged. Save it again, or as a picture (JPEG or PNG), and send that.",
            "El archivo está dañado. Guárdelo de nuevo, o como imagen (JPEG o PNG), y envíelo."),
    FILE_TELLS_OF_ITS_MAKER(
            422,
            "We cannot remove what this file tells of you: it is signed, protected, an e-mail, or not readable for us. Send a picture of the page, or send it again with keepAsSent=true: it is then kept byte for byte.",
            "No podemos quitar lo que este archivo dice de usted: está firmado, protegido, es un correo o no podemos leerlo. Envíe una imagen de la página, o envíelo de nuevo con keepAsSent=true: se guardará byte por byte."),
    TOO_MANY_FILES(
            422,
            "A report takes ten files at most. Describe the rest in a message.",
            "Un informe admite diez archivos como máximo. Describa el resto en un mensaje."),
    FILE_IN_QUARANTINE(
            409,
            "The file has not been scanned yet. Try again later; if it stays so, tell the operator.",
            "El archivo aún no se ha analizado. Inténtelo más tarde; si sigue así, avise al operador."),
    FILE_INFECTED(
            409,
            "The scanner found malicious content. The file stays in quarantine and is not handed out.",
            "El analizador encontró contenido malicioso. El archivo sigue en cuarentena y no se entrega."),
    CONTACT_INCOMPLETE(
            422,
            "An answer by e-mail needs an e-mail address, one by letter a postal address. Or choose the mailbox.",
            "Una respuesta por correo electrónico necesita una dirección electrónica; una por carta, una dirección postal. O elija el buzón.");

    private final Wording wording;

    IntakeProblem(int status, String english, String spanish) {
        wording = new Wording(status, english, spanish);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
