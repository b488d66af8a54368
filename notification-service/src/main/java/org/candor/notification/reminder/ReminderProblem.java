package org.candor.notification.reminder;

import org.candor.kit.errors.WordedProblem;
import org.candor.kit.errors.Wording;

/** The part of the service's catalogue of errors that is about reminders. */
enum ReminderProblem implements WordedProblem {
    REMINDER_FROZEN(
            409,
            "An approved reminder is frozen. End it and draft another.",
            "Un recordatorio aprobado queda fijo. Termínelo y redacte otro."),
    AUDIENCE_UNREADABLE(
            422,
            "The list is not a CSV file in UTF-8 with a column person and 1 to 20,000 rows; nothing was changed.",
            "La lista no es un archivo CSV en UTF-8 con una columna person y de 1 a 20 000 filas; no se cambió nada."),
    AUDIENCE_REFUSED(
            422,
            "Rows of the list are wrong; nothing was changed. Correct those that the error names; dryRun=true tries a file.",
            "Hay filas incorrectas en la lista; no se cambió nada. Corrija las que indica el error; dryRun=true prueba un archivo.");

    private final Wording wording;

    ReminderProblem(int status, String english, String spanish) {
        this.wording = new Wording(status, english, spanish);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
