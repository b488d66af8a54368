package org.candor.notification.document;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * The fixed words of a notice in one language. Title and headings of the letter are those that California prescribes (Civil Code
 * 1798.82(d)), so that one letter serves all.
 */
public record Words(
        Locale locale,
        String letterTitle,
        String releaseTitle,
        String postingTitle,
        String whatHappened,
        String whatInformation,
        String whatYouCanDo,
        String whatWeDo,
        String moreInformation,
        String breachOn,
        String discoveredOn,
        String informationIntro,
        String contactIntro,
        String tollFree,
        String email,
        String website,
        String mail,
        String dear,
        String dearRepresentative,
        String dearParent,
        String dearNextOfKin,
        String sincerely,
        String reference,
        String forRelease,
        String immediateRelease,
        String postingIntro,
        String postingInclusion,
        String drill,
        String otherLanguage,
        String postedOn,
        String skip,
        String languages,
        String wholeNotice,
        Script script) {

    /** What is said on the telephone around the notice. */
    public record Script(
            String title,
            String opening,
            String onlyToThePerson,
            String rightPerson,
            String questions,
            String closing) {}

    private static final Words ENGLISH = new Words(
            Locale.US,
            "Notice of Data Breach",
            "Notice of a breach of health information",
            "Notice of a breach of health information",
            "What Happened",
            "What Information Was Involved",
            "What You Can Do",
            "What We Are Doing",
            "For More Information",
            "Date of the breach:",
            "Date we discovered it:",
            "The information involved may include:",
            "You can reach us in any of these ways:",
            "Toll-free telephone",
            "E-mail",
            "Web site",
            "Mail",
            "Dear %s:",
            "Dear %s: this letter is about %s, for whom we understand you act.",
            "To the parent or guardian of %s:",
            "Dear %s: this letter is about the late %s. We are sorry for your loss.",
            "Sincerely,",
            "Reference",
            "Media release",
            "For immediate release",
            "We are posting this notice because we could not reach some people by mail.",
            "To find out whether your information may be included, call toll-free %s.",
            "DRILL – this is an exercise. No real person is affected.",
            "Español",
            "Posted on",
            "Skip to the notice",
            "Language",
            "Read the whole notice on its own page",
            new Script(
                    "Telephone script",
                    "Hello. I am calling for %s of %s. May I speak with %s?",
                    "[Tell nobody else why you call. On a machine, leave only your name and our number.]",
                    "[Ask for the day of birth or the ZIP code. Go on only when it is right.] I call about your health"
                            + " information. There was a breach. This is what you should know.",
                    "Do you have a question? [Answer only from this page.]",
                    "You will also get this in writing where we have your address. Thank you. Goodbye."));

    private static final Words SPANISH = new Words(
            Locale.of("es", "US"),
            "Aviso de violación de datos",
            "Aviso de una violación de información de salud",
            "Aviso de una violación de información de salud",
            "Qué pasó",
            "Qué información estuvo involucrada",
            "Qué puede hacer usted",
            "Qué estamos haciendo",
            "Para más información",
            "Fecha de la violación:",
            "Fecha en que la descubrimos:",
            "La información involucrada puede incluir:",
            "Puede comunicarse con nosotros de cualquiera de estas maneras:",
            "Teléfono gratuito",
            "Correo electrónico",
            "Sitio web",
            "Correo postal",
            "Estimado/a %s:",
            "Estimado/a %s: esta carta trata de %s, a quien entendemos que usted representa.",
            "Al padre, madre o tutor de %s:",
            "Estimado/a %s: esta carta trata de %s, que falleció. Lamentamos su pérdida.",
            "Atentamente,",
            "Referencia",
            "Comunicado de prensa",
            "Para publicación inmediata",
            "Publicamos este aviso porque no pudimos comunicarnos por correo con algunas personas.",
            "Para saber si su información puede estar incluida, llame gratis al %s.",
            "SIMULACRO – esto es un ejercicio. Ninguna persona real está afectada.",
            "English",
            "Publicado el",
            "Ir al aviso",
            "Idioma",
            "Leer el aviso completo en su propia página",
            new Script(
                    "Guion telefónico",
                    "Hola. Llamo de parte de %s, de %s. ¿Puedo hablar con %s?",
                    "[No diga a nadie más por qué llama. En un contestador deje solo su nombre y nuestro número.]",
                    "[Pregunte la fecha de nacimiento o el código postal. Siga solo si es correcto.] Llamo por su"
                            + " información de salud. Hubo una violación. Esto es lo que usted debe saber.",
                    "¿Tiene alguna pregunta? [Responda solo con lo que dice esta hoja.]",
                    "También lo recibirá por escrito si tenemos su dirección. Gracias. Adiós."));

    /** @param language {@code es} for Spanish, anything else is English */
    public static Words in(String language) {
        return language.startsWith("es") ? SPANISH : ENGLISH;
    }

    public boolean spanish() {
        return this == SPANISH;
    }

    /** BCP 47 tag for documents. */
    public String tag() {
        return locale.toLanguageTag();
    }

    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(day);
    }
}
