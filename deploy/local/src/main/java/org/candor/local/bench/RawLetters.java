package org.candor.local.bench;

import java.io.OutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * The raw side of {@code bench-letters}: the approved form is loaded with PDFBox, four fields are written on its page, the
 * document is written to a file and hashed, over and over. No rows, no keys, no commits.
 */
public final class RawLetters {

    private static final float SIZE = 10.5f;

    private RawLetters() {}

    /** {@code form.pdf, folder, letters}; prints letters a second. */
    public static void main(String[] arguments) throws Exception {
        byte[] form = Files.readAllBytes(Path.of(arguments[0]));
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        int letters = Integer.parseInt(arguments[2]);
        Page page = new Page();
        long begin = System.nanoTime();
        for (int i = 0; i < letters; i++) {
            Path file = folder.resolve(i + ".pdf");
            page.write(form, file, i);
            MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        }
        System.out.println(letters * 1e9 / (System.nanoTime() - begin));
    }

    /** PDFBox by name: the launcher is compiled without it. */
    private static final class Page {

        private final Method load = type("Loader").getMethod("loadPDF", byte[].class);
        private final Class<?> document = type("pdmodel.PDDocument");
        private final Class<?> stream = type("pdmodel.PDPageContentStream");
        private final Class<?> mode = type("pdmodel.PDPageContentStream$AppendMode");
        private final Class<?> font = type("pdmodel.font.PDFont");
        private final Object helvetica = font();
        private final Object append = mode.getField("APPEND").get(null);
        private final Constructor<?> open =
                stream.getConstructor(document, type("pdmodel.PDPage"), mode, boolean.class, boolean.class);

        Page() throws Exception {}

        void write(byte[] form, Path file, int i) throws Exception {
            try (AutoCloseable loaded = (AutoCloseable) load.invoke(null, (Object) form)) {
                Object page = document.getMethod("getPage", int.class).invoke(loaded, 0);
                try (AutoCloseable content = (AutoCloseable) open.newInstance(loaded, page, append, true, true)) {
                    line(content, 72, 672, "November 30, 2026");
                    line(content, 380, 672, "Reference: 4f21aa-90c1d3");
                    line(content, 72, 640, "Ana Resident" + i);
                    line(content, 72, 626, i + " Elm Street");
                    line(content, 72, 612, "Larkspur Falls, WI 54901");
                    line(content, 72, 562, "Dear Ana Resident" + i + ":");
                }
                try (OutputStream out = Files.newOutputStream(file)) {
                    document.getMethod("save", OutputStream.class).invoke(loaded, out);
                }
            }
        }

        private void line(Object content, float x, float y, String text) throws Exception {
            stream.getMethod("beginText").invoke(content);
            stream.getMethod("setFont", font, float.class).invoke(content, helvetica, SIZE);
            stream.getMethod("newLineAtOffset", float.class, float.class).invoke(content, x, y);
            stream.getMethod("showText", String.class).invoke(content, text);
            stream.getMethod("endText").invoke(content);
        }

        private static Object font() throws Exception {
            Class<?> names = type("pdmodel.font.Standard14Fonts$FontName");
            return type("pdmodel.font.PDType1Font")
                    .getConstructor(names)
                    .newInstance(names.getField("HELVETICA").get(null));
        }

        private static Class<?> type(String name) throws ClassNotFoundException {
            return Class.forName("org.apache.pdfbox." + name);
        }
    }
}
