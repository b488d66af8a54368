package org.candor.notification.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.candor.notification.text.decision.DataKind;
import org.candor.notification.text.decision.NoticeContent;

/** A notice as an officer would write it. */
public final class NoticeFixtures {

    public static final Sender CITY = new Sender(
            "City of Larkspur Falls",
            "100 Main Street",
            "Larkspur Falls",
            "WI",
            "54901",
            "+18005550142",
            "privacy@larkspur-falls.example",
            "https://larkspur-falls.example");

    private static final NoticeContent.Contact CONTACT = new NoticeContent.Contact(
            "+18005550142",
            "privacy@larkspur-falls.example",
            "https://larkspur-falls.example/privacy",
            "Privacy Officer, 100 Main Street, Larkspur Falls, WI 54901");

    private NoticeFixtures() {}

    public static NoticeContent english() {
        return new NoticeContent(
                "On November 18 a computer job of our Health Department sent a file to the wrong company by e-mail. "
                        + "The file held records of people who came to our clinic.",
                Optional.of(LocalDate.of(2026, 11, 18)),
                Optional.of(LocalDate.of(2026, 11, 21)),
                List.of(DataKind.NAME, DataKind.DATE_OF_BIRTH, DataKind.TREATMENT),
                "",
                "Your Social Security number was not in the file. You may still want to:\n"
                        + "- Read the bills and letters you get about your care.\n"
                        + "- Call us if you see care that you did not have.\n"
                        + "- Keep this letter.",
                "We stopped the job the same day. The company told us in writing that it has deleted the file and did "
                        + "not pass it on. Now a person checks each address before a file goes out.",
                CONTACT,
                "Dana Whitfield",
                "Privacy Officer");
    }

    public static NoticeContent spanish() {
        return new NoticeContent(
                "El 18 de noviembre un programa de nuestro Departamento de Salud envió un archivo a la empresa "
                        + "equivocada por correo electrónico. El archivo tenía datos de personas que vinieron a nuestra clínica.",
                Optional.of(LocalDate.of(2026, 11, 18)),
                Optional.of(LocalDate.of(2026, 11, 21)),
                List.of(DataKind.NAME, DataKind.DATE_OF_BIRTH, DataKind.TREATMENT),
                "",
                "Su número de Seguro Social no estaba en el archivo. Usted puede:\n"
                        + "- Leer las cuentas y cartas que reciba sobre su atención.\n"
                        + "- Llamarnos si ve una atención que no recibió.",
                "Paramos el programa el mismo día. La empresa nos dijo por escrito que borró el archivo.",
                CONTACT,
                "Dana Whitfield",
                "Oficial de Privacidad");
    }
}
