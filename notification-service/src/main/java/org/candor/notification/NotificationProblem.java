package org.candor.notification;

import org.candor.kit.errors.WordedProblem;
import org.candor.kit.errors.Wording;

/** What notification refuses beyond what every service does. */
public enum NotificationProblem implements WordedProblem {
    ROSTER_UNREADABLE(
            422,
            "The roster file cannot be read as a whole; nothing of it was kept. The error says what is wrong.",
            "El archivo de la lista no se puede leer; no se guardó nada. El error indica qué falla."),
    ROSTER_PART_TOO_LARGE(
            413,
            "A part of a roster has up to 8 MB. Cut the file into more parts.",
            "Una parte de la lista tiene hasta 8 MB. Divida el archivo en más partes."),
    ROSTER_NOT_IN_THAT_STATE(
            409,
            "The import is in a state that does not allow this; the error names it. A file is described, sent, tried and then imported.",
            "La importación está en un estado que no lo permite; el error lo indica. Un archivo se describe, se envía, se prueba y luego se importa."),
    UNKNOWN_ROSTER_COLUMN(
            422,
            "There is no such column in a roster. The documentation of the service lists them.",
            "No existe esa columna en una lista. La documentación del servicio las enumera."),
    POSTAL_REPORT_UNREADABLE(
            422,
            "The report is not a CSV file in UTF-8 with the columns reference, event and on.",
            "El informe no es un archivo CSV en UTF-8 con las columnas reference, event y on."),
    DELEGATED_LISTING_UNREADABLE(
            422,
            "The listing is not a CSV file in UTF-8 with the columns external_id, method, sent_on and returned_on.",
            "La lista no es un archivo CSV en UTF-8 con las columnas external_id, method, sent_on y returned_on."),
    NO_SUCH_LETTER(
            422,
            "A reference is that of no letter which has left. It is printed on the letter, as 4f21aa-90c1d3.",
            "Una referencia no corresponde a ninguna carta enviada. Está impresa en la carta, como 4f21aa-90c1d3."),
    DELEGATED(
            409,
            "An associate sends the notices of this campaign itself. Record what it sent instead.",
            "Un asociado envía los avisos de esta campaña. Registre en su lugar lo que envió."),
    NOT_DELEGATED(
            409, "This campaign is not delegated to an associate.", "Esta campaña no está delegada a un asociado."),
    TEXT_NOT_FOUND(404, "There is no such text in this campaign.", "No existe ese texto en esta campaña."),
    TEXT_INCOMPLETE(
            409,
            "A notice must hold all elements before it can be approved. They are listed under missing.",
            "Un aviso debe contener todos los elementos antes de aprobarse. Están en la lista missing."),
    TEXT_NOT_PLAIN(
            409,
            "The text is harder to read than plain language. Shorten it, or give readingReason.",
            "El texto es más difícil que el lenguaje sencillo. Acórtelo o indique readingReason."),
    TEXT_HOLDS_A_NUMBER(
            409,
            "A number of a person seems to stand in the text. A notice names types of information, never the information.",
            "Parece que hay un número de una persona en el texto. Un aviso nombra tipos de información, nunca la información."),
    ELEMENTS_NOT_CONFIRMED(
            409,
            "State law asks for elements that nobody answers for yet. They are listed; name their ids under confirmed.",
            "La ley estatal exige elementos que nadie ha confirmado. Están en la lista; indique sus id en confirmed."),
    COVERED_ENTITY_NOT_NAMED(
            409,
            "Say first who the covered entity is and how it is reached; the error names what is missing for that way.",
            "Indique primero quién es la entidad cubierta y cómo comunicarse con ella; el error dice qué falta para esa vía."),
    LETTER_LACKS_ELEMENTS(
            409,
            "The duties ask for more than the approved letter holds. Draft and approve a newer version; missing names the sections.",
            "Las obligaciones exigen más de lo que contiene la carta aprobada. Redacte y apruebe una versión nueva; missing indica las secciones."),
    CONFLICT_FOR_COUNSEL(
            409,
            "A State forbids what HIPAA asks for. Counsel decides first; the elements are listed.",
            "Un estado prohíbe lo que HIPAA exige. Primero decide el asesor legal; los elementos están en la lista."),
    TEXT_NOT_APPROVED(
            409,
            "There is no approved text for this. Draft it and have another officer approve it.",
            "No hay texto aprobado para esto. Redáctelo y haga que otro oficial lo apruebe."),
    TEXT_ALREADY_APPROVED(
            409,
            "This version is approved and frozen. PUT the text again to begin a new version.",
            "Esta versión está aprobada y fija. Envíe el texto de nuevo con PUT para comenzar otra."),
    AUTHOR_MAY_NOT_APPROVE(
            409,
            "A text is approved by another officer than its author.",
            "Un texto lo aprueba un oficial distinto de su autor."),
    LETTER_NOT_APPROVED(
            409, "The letter to individuals is not approved yet.", "La carta a las personas aún no está aprobada."),
    RUN_UNDER_WAY(
            409, "A run is under way. Wait until it has ended.", "Hay un envío en curso. Espere hasta que termine."),
    NO_RUN_UNDER_WAY(409, "No run is under way.", "No hay ningún envío en curso."),
    NOBODY_PENDING(
            409,
            "Nobody waits for a notice. Import a roster first.",
            "Nadie espera un aviso. Importe primero una lista."),
    NOTICE_HELD(
            409,
            "A law-enforcement statement holds this notice (45 CFR 164.412). The error says until when.",
            "Una declaración policial retiene este aviso (45 CFR 164.412). El error indica hasta cuándo."),
    NO_SUCH_DUTY(
            409,
            "The obligations of this breach do not ask for this.",
            "Las obligaciones de esta violación no lo exigen."),
    POSTING_MUST_STAND(
            409,
            "A posting stands for 90 days (45 CFR 164.404(d)(2)(ii)). The error says through which day.",
            "Una publicación permanece 90 días (45 CFR 164.404(d)(2)(ii)). El error indica hasta qué día."),
    LOOK_UP_NOT_READY(
            409,
            "The names of the roster are still being prepared for look-ups. Repeat in a minute.",
            "Los nombres de la lista aún se están preparando para la consulta. Repita en un minuto."),
    SHEET_TOO_LONG(
            422,
            "More duties than a file holds: up to 10,000. Narrow the filter, or read the pages of the board.",
            "Más deberes de los que caben en un archivo: hasta 10 000. Limite el filtro o lea las páginas del tablero."),
    NOTHING_TO_COMPLETE(
            409,
            "Nothing that was left out of this accounting may be told now.",
            "Nada de lo que se omitió en este informe se puede comunicar ahora."),
    NO_EXTENSION(
            409,
            "The time for an accounting is extended once, within its first 60 days (45 CFR 164.528(c)(1)(ii)).",
            "El plazo de un informe se prorroga una vez, dentro de los primeros 60 días (45 CFR 164.528(c)(1)(ii))."),
    DISCLOSURE_NOT_RECORDED(
            409,
            "An accounting names who received the information. Record the disclosure of the listed incidents first.",
            "Un informe nombra a quien recibió la información. Registre antes la divulgación de los incidentes indicados."),
    NO_OUTLETS(
            409,
            "No outlet is kept for this jurisdiction. Name outlets in the request, or keep some first.",
            "No hay medios registrados para esta jurisdicción. Indíquelos en la solicitud o registre algunos antes."),
    NO_EARLIER_REPORT(
            409,
            "An addendum corrects a report that is recorded here. Record the first report before it.",
            "Una adenda corrige un informe registrado aquí. Registre antes el primer informe."),
    ALREADY_DONE(409, "This was done already.", "Esto ya se hizo."),
    DAY_IN_THE_FUTURE(422, "The day lies in the future.", "El día está en el futuro."),
    LETTER_CHANGED(
            500,
            "The letter made again differs from the letter that was sent. Give the instance id to the operator.",
            "La carta generada de nuevo difiere de la enviada. Dé el identificador al operador."),
    TARGET_NOT_ALLOWED(
            422,
            "A webhook goes by https to a public address without user or fragment. Its name must be resolvable now.",
            "Un webhook va por https a una dirección pública sin usuario ni fragmento. Su nombre debe poder resolverse ahora."),
    NOT_IN_DIRECTORY(
            409,
            "A feed is for officers of the directory in one of your roles. Ask the administrator to enter you.",
            "El calendario es para oficiales del directorio en una de sus funciones. Pida al administrador que le registre."),
    UNKNOWN_ANSWER(
            422,
            "The worksheet has no such field or value. GET the worksheet for what the portal offers.",
            "La hoja no tiene ese campo o valor. Consulte la hoja para ver lo que ofrece el portal.");

    private final Wording wording;

    NotificationProblem(int status, String english, String spanish) {
        this.wording = new Wording(status, english, spanish);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
