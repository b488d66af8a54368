package org.candor.kit.document;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import com.openhtmltopdf.util.XRRuntimeException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Turns markup into a PDF that passes PDF/UA-1 (ISO 14289): tagged, titled, in a declared language, all fonts embedded.
 *
 * <p>Pure and thread-safe. Rendering takes about ten milliseconds of CPU a page: call it on a worker thread, never on an
 * event loop and never inside a database session.
 */
public final class Documents {

    private static final String STYLE = text("document.css");
    private static final byte[] REGULAR = bytes("OpenSans-Regular.ttf");
    private static final byte[] BOLD = bytes("OpenSans-Bold.ttf");
    private static final byte[] ITALIC = bytes("OpenSans-Italic.ttf");

    static {
        // The renderer logs each step, text of the page included: no document may get into a log.
        XRLog.setLoggingEnabled(false);
    }

    private Documents() {}

    /**
     * @param body what stands inside {@code <body>}, as well-formed XHTML; variable text must have gone through {@link #escape}.
     *     Pictures need an {@code alt}, links a {@code title}, header cells a {@code scope}; nothing is loaded from anywhere
     * @param title shown in the window bar and read first by a screen reader; plain text
     * @param language BCP 47 tag, {@code en-US} or {@code es-US}
     * @throws IllegalArgumentException when the markup is not well-formed
     */
    public static byte[] pdf(String body, String title, String language) {
        return pdf(body, "", title, language);
    }

    /** The same with rules of one's own after the common style sheet. */
    public static byte[] pdf(String body, String css, String title, String language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(32 * 1024);
        PdfRendererBuilder renderer = new PdfRendererBuilder();
        renderer.usePdfUaAccessibility(true);
        renderer.usePdfVersion(1.7f);
        renderer.withProducer("Candor");
        renderer.useFont(supply(REGULAR), "Open Sans", 400, FontStyle.NORMAL, true);
        renderer.useFont(supply(BOLD), "Open Sans", 700, FontStyle.NORMAL, true);
        renderer.useFont(supply(ITALIC), "Open Sans", 400, FontStyle.ITALIC, true);
        // A document is made of what it is given: no address in it, of the network or the disk, is ever opened.
        renderer.useUriResolver((base, uri) -> null);
        renderer.withHtmlContent(page(body, css, title, language), null);
        renderer.toStream(out);
        try {
            renderer.run();
        } catch (IOException | XRRuntimeException failure) {
            throw new IllegalArgumentException("The markup could not be laid out", failure);
        }
        return out.toByteArray();
    }

    /** The regular text font, for what is written straight into a laid-out document; the caller closes it. */
    public static InputStream textFont() {
        return new ByteArrayInputStream(REGULAR);
    }

    /** Plain text as XHTML text or attribute value; characters that no XML document may hold are dropped. */
    public static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().filter(Documents::allowed).forEach(point -> {
            switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(point);
            }
        });
        return out.toString();
    }

    private static boolean allowed(int point) {
        return point >= 0x20 && !(point >= 0x7f && point <= 0x9f) && point != 0xfffe && point != 0xffff
                ? point < 0xd800 || point > 0xdfff
                : Set.of(0x9, 0xa, 0xd).contains(point);
    }

    private static String page(String body, String css, String title, String language) {
        return "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"" + escape(language) + "\"><head><title>"
                + escape(title) + "</title><meta name=\"description\" content=\"" + escape(title) + "\"/><style>"
                + STYLE + css + "</style></head><body>" + body + "</body></html>";
    }

    private static FSSupplier<InputStream> supply(byte[] font) {
        return () -> new ByteArrayInputStream(font);
    }

    private static String text(String resource) {
        return new String(bytes(resource), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = Documents.class.getResourceAsStream(resource)) {
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
