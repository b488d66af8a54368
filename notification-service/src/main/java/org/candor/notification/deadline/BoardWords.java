package org.candor.notification.deadline;

import static org.candor.kit.document.Documents.escape;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import org.candor.events.OfficerRole;
import org.candor.notification.document.Words;

/** The words of the board, its feeds and its mails in one language. */
record BoardWords(
        Words document,
        String title,
        String picture,
        String pictureSays,
        String table,
        String due,
        String left,
        String what,
        String role,
        String entity,
        String section,
        String stateHead,
        String late,
        String open,
        String met,
        String cancelled,
        String today,
        String nothing,
        String more,
        String drill,
        String drillMark,
        String asOf,
        String legend,
        String mailSubject,
        String mailIntro,
        String mailEnd,
        String incident,
        String whyDelegate,
        String whyEscalation,
        Map<OfficerRole, String> roles) {

    private static final BoardWords ENGLISH = new BoardWords(
            Words.in("en"),
            "Deadline board",
            "Timeline of the duties",
            "One row per duty, from today to its due day. The table below says the same in words.",
            "Duties by due day",
            "Due",
            "Days left",
            "Duty",
            "Role",
            "Entity",
            "Section",
            "State",
            "late",
            "open",
            "met",
            "cancelled",
            "today",
            "No duty matches.",
            "Not all are shown. Narrow the list by role, entity or day.",
            "DRILL – this is an exercise.",
            "DRILL",
            "As of",
            "Circle: in time. Diamond: late. Square: met.",
            "Deadlines: %d due, %d late",
            "These duties need your attention:",
            "This mail holds no details on purpose. Sign in to read them.",
            "Incident",
            "You are told because those who hold the role are away.",
            "You are told as administrator.",
            Map.of(
                    OfficerRole.PRIVACY_OFFICER, "Privacy Officer",
                    OfficerRole.SECURITY_OFFICER, "Security Officer",
                    OfficerRole.ADMINISTRATOR, "Administrator",
                    OfficerRole.COUNSEL, "Counsel",
                    OfficerRole.INVESTIGATOR, "Investigator",
                    OfficerRole.AUDITOR, "Auditor"));

    private static final BoardWords SPANISH = new BoardWords(
            Words.in("es"),
            "Tablero de plazos",
            "Cronograma de los deberes",
            "Una fila por deber, desde hoy hasta su vencimiento. La tabla de abajo dice lo mismo con palabras.",
            "Deberes por fecha de vencimiento",
            "Vence",
            "Días restantes",
            "Deber",
            "Función",
            "Entidad",
            "Sección",
            "Estado",
            "atrasado",
            "pendiente",
            "cumplido",
            "cancelado",
            "hoy",
            "Ningún deber coincide.",
            "No se muestran todos. Reduzca la lista por función, entidad o día.",
            "SIMULACRO – esto es un ejercicio.",
            "SIMULACRO",
            "Al",
            "Círculo: a tiempo. Rombo: atrasado. Cuadrado: cumplido.",
            "Plazos: %d por vencer, %d atrasados",
            "Estos deberes requieren su atención:",
            "Este correo no contiene detalles a propósito. Inicie sesión para leerlos.",
            "Incidente",
            "Se le avisa porque quienes tienen la función están ausentes.",
            "Se le avisa como administrador.",
            Map.of(
                    OfficerRole.PRIVACY_OFFICER, "Oficial de privacidad",
                    OfficerRole.SECURITY_OFFICER, "Oficial de seguridad",
                    OfficerRole.ADMINISTRATOR, "Administrador",
                    OfficerRole.COUNSEL, "Asesor jurídico",
                    OfficerRole.INVESTIGATOR, "Investigador",
                    OfficerRole.AUDITOR, "Auditor"));

    BoardWords {
        roles = Map.copyOf(roles);
    }

    static BoardWords in(String language) {
        return language.startsWith("es") ? SPANISH : ENGLISH;
    }

    Locale locale() {
        return document.locale();
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale())
                .format(day);
    }

    /** What is to be done, in this language where the title is known in it, else as its service has put it. */
    String duty(String title) {
        return isEnglish() ? title : DutyTitles.SPANISH.of(title).orElse(title);
    }

    /** The same for a page: what stays English is marked as such (WCAG 2.2, 3.1.2). */
    String dutyHtml(String title) {
        return isEnglish() || DutyTitles.SPANISH.of(title).isPresent()
                ? escape(duty(title))
                : "<span lang=\"en\">" + escape(title) + "</span>";
    }

    private boolean isEnglish() {
        return this == ENGLISH;
    }

    String roleName(String tokenRole) {
        return roles.entrySet().stream()
                .filter(one -> one.getKey().tokenRole().equals(tokenRole))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(tokenRole);
    }

    String state(DeadlineView one) {
        String state = switch (one.state()) {
            case "OPEN" -> open;
            case "MET" -> met;
            default -> cancelled;
        };
        return one.late() ? state + ", " + late : state;
    }
}
