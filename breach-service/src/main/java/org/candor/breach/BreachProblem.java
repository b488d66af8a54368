package org.candor.breach;

import org.candor.kit.errors.WordedProblem;
import org.candor.kit.errors.Wording;

/** What breach-service refuses beyond what every service does. */
public enum BreachProblem implements WordedProblem {
    INVALID_FACTS(
            422,
            "Some facts are not readable. Each field that is wrong is named.",
            "Algunos hechos no son legibles. Se indica cada campo incorrecto."),
    FACTS_CONTRADICT(
            422,
            "The facts contradict themselves. Each broken precondition is named.",
            "Los hechos se contradicen. Se indica cada condición incumplida."),
    UNKNOWN_CANDIDATE(
            422,
            "There is no candidate of that key to replace. GET the assessment lists them.",
            "No existe un candidato con esa clave que sustituir. La evaluación los enumera."),
    DONE_TOO_EARLY(
            422,
            "That day lies before the discovery or in the future. Check the date.",
            "Ese día es anterior al descubrimiento o está en el futuro. Compruebe la fecha."),
    ASSESSMENT_INCOMPLETE(
            409,
            "It cannot be concluded so yet. What is missing is listed by its place on the form.",
            "Todavía no puede concluirse así. Se enumera lo que falta por su lugar en el formulario."),
    ALREADY_CONCLUDED(
            409,
            "It is concluded. Reopen it with a reason to decide anew.",
            "Está concluida. Reábrala con un motivo para decidir de nuevo."),
    NOT_CONCLUDED(409, "It is not concluded, so it cannot be reopened.", "No está concluida, no se puede reabrir."),
    WORKSHEET_FROZEN(
            409,
            "The worksheet is signed and frozen. Reopen the assessment with a reason to change it.",
            "La hoja está firmada y cerrada. Reabra la evaluación con un motivo para cambiarla."),
    NOTHING_OWED(
            409,
            "It was concluded that nobody must be told. Reopen the assessment if that was wrong.",
            "Se concluyó que no hay que avisar a nadie. Reabra la evaluación si fue un error."),
    NOT_A_NEW_BREACH(
            422,
            "Name another breach of the same legal entity: report the letters as a new incident first.",
            "Indique otra violación de la misma entidad: notifique antes las cartas como un incidente nuevo."),
    LINKED_ALREADY(
            409,
            "These letters are linked to a new breach already.",
            "Estas cartas ya están vinculadas a una nueva violación."),
    ANSWERED_ALREADY(409, "It is answered already.", "Ya está respondido."),
    NOTICES_OPEN(
            409,
            "The review comes after all notices. Some are still to be given; the list of obligations shows them.",
            "La revisión sigue a todos los avisos. Faltan algunos; la lista de obligaciones los muestra."),
    ONE_NOTIFIER(
            409,
            "Another business associate notifies already. People get one set of notices: take that decision back"
                    + " first.",
            "Ya avisa otro socio comercial. Las personas reciben un solo aviso: revoque antes aquella decisión."),
    NOT_AS_BUSINESS_ASSOCIATE(
            409,
            "In this breach the entity acts as a covered entity, and owes no other one a notice. Change the capacity in the"
                    + " facts if that is wrong.",
            "En esta violación la entidad actúa como entidad cubierta. Cambie la función en los hechos si es un"
                    + " error."),
    NOT_ANOTHER_ENTITYS(
            422,
            "Name the breach of another legal entity of this installation, or leave its incident out.",
            "Indique la violación de otra entidad de esta instalación, u omita el incidente."),
    PLANNED_ELSEWHERE(
            409,
            "Another breach has this one among its covered entities: its notice plan decides who tells its people.",
            "Otra violación incluye esta entre sus entidades cubiertas: su plan de avisos decide quién avisa."),
    NOTICE_PLAN_DECIDES(
            409,
            "The notice plan of this breach decides who tells its people. Change the plan.",
            "El plan de avisos de esta violación decide quién avisa a las personas. Cambie el plan."),
    PLAN_REFUSED(
            422,
            "This plan would not give each person one notice. Each place that is wrong is named.",
            "Este plan no daría un solo aviso a cada persona. Se indica cada lugar incorrecto."),
    NOT_DONE(
            409,
            "That duty is open: there is nothing to take back.",
            "Esa obligación está pendiente: no hay nada que retirar."),
    TOLD_OTHERWISE(
            409,
            "Letters that were sent, or knowledge that is recorded, say that it is done. Correct those first.",
            "Las cartas enviadas o los conocimientos registrados indican que está cumplida. Corríjalos antes."),
    NO_OFFER(
            409,
            "No counts are offered: no roster was imported, or its counts are adopted already.",
            "No hay recuentos ofrecidos: no se importó una lista o ya se adoptaron.");

    private final Wording wording;

    BreachProblem(int status, String english, String spanish) {
        wording = new Wording(status, english, spanish);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
