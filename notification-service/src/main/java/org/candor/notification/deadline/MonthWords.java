package org.candor.notification.deadline;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;

/** The fixed words of a month's page in one language, beside those of the board. */
record MonthWords(
        BoardWords board,
        String heading,
        String monthForm,
        String otherMonth,
        String ofRole,
        String ofNature,
        String everyRole,
        String everyNature,
        String legal,
        String programme,
        String byRole,
        String late,
        String due,
        String done,
        String doneLate,
        String noneLate,
        String noneDue,
        String noneDone,
        String daysLate,
        String doneOn,
        String kind,
        String inTime,
        String tooLate,
        String proof,
        String howToProve,
        String more,
        String cut) {

    private static final MonthWords ENGLISH = new MonthWords(
            BoardWords.in("en"),
            "Duties: %s",
            "LLLL uuuu",
            "Other months",
            "Show the duties of",
            "Show which duties",
            "All roles",
            "All duties",
            "Legal deadline",
            "Programme duty",
            "In numbers",
            "Late now",
            "Due this month",
            "Done",
            "Done late",
            "Nothing is late.",
            "Nothing more is due this month.",
            "Nothing was done yet.",
            "Days late",
            "Done on",
            "Kind",
            "in time",
            "%d days late",
            "Proof",
            "The proof is the id of the event that ended the duty: the audit trail has it with its hash.",
            "Not all are shown: %d more. Narrow by role or kind, or read the list as CSV.",
            "Only the first %,d duties are read, and the numbers count no others: narrow by role or kind.");

    private static final MonthWords SPANISH = new MonthWords(
            BoardWords.in("es"),
            "Deberes: %s",
            "LLLL 'de' uuuu",
            "Otros meses",
            "Mostrar los deberes de",
            "Mostrar qué deberes",
            "Todas las funciones",
            "Todos los deberes",
            "Plazo legal",
            "Deber del programa",
            "En números",
            "Atrasados ahora",
            "Vencen este mes",
            "Cumplidos",
            "Cumplidos con retraso",
            "Nada está atrasado.",
            "Nada más vence este mes.",
            "Aún no se ha cumplido nada.",
            "Días de retraso",
            "Cumplido el",
            "Clase",
            "a tiempo",
            "%d días de retraso",
            "Prueba",
            "La prueba es el id del evento que puso fin al deber: el registro de auditoría lo tiene con su hash.",
            "No se muestran todos: %d más. Reduzca por función o clase, o lea la lista como CSV.",
            "Solo se leen los primeros %,d deberes, y las cifras no cuentan otros: reduzca por función o clase.");

    static MonthWords in(String language) {
        return language.startsWith("es") ? SPANISH : ENGLISH;
    }

    String name(YearMonth month) {
        return DateTimeFormatter.ofPattern(monthForm).withLocale(board.locale()).format(month);
    }

    String title(YearMonth month) {
        return heading.formatted(name(month));
    }

    String natureName(String nature) {
        return "PROGRAMME".equals(nature) ? programme : legal;
    }
}
