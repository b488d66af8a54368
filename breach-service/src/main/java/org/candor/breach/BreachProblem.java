package org.candor.breach;

import org.candor.kit.errors.ProblemCode;

/** What breach-service refuses beyond what every service does. */
public enum BreachProblem implements ProblemCode {
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
    NO_OFFER(
            409,
            "No counts are offered: no roster was imported, or its counts are adopted already.",
            "No hay recuentos ofrecidos: no se importó una lista o ya se adoptaron.");

    private final int status;
    private final String english;
    private final String spanish;

    BreachProblem(int status, String english, String spanish) {
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
