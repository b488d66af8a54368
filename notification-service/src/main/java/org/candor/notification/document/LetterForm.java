package org.candor.notification.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.candor.kit.document.Documents;
import org.candor.notification.Hashes;
import org.candor.notification.text.decision.NoticeContent;

/**
 * A letter laid out once, to be filled for each person by appending one small stream (an incremental update, ISO 32000-1,
 * 7.5.6). The tags of the fields stand in the form already, so every filled letter is as accessible as the form, and the
 * same fields always give the same bytes.
 */
public final class LetterForm {

    private static final COSName FONT = COSName.getPDFName("CandorField");
    private static final COSName BEFORE = COSName.getPDFName("CandorFirstField");
    private static final float SIZE = 10.5f;
    private static final float LEADING = 13.5f;
    // Points from the lower left corner of a Letter page: date, reference, address in the window, salutation.
    private static final float[] LEFT = {72, 380, 72, 72};
    private static final float[] TOP = {672, 672, 640, 562};
    private static final float[] WIDTH = {260, 160, 288, 468};
    private static final int FIELDS = 4;

    private final byte[] form;
    private final long slot;
    private final int firstField;
    private final long previousXref;
    private final String trailer;

    private LetterForm(byte[] form) {
        this.form = form;
        try (PDDocument document = Loader.loadPDF(form)) {
            COSDictionary page = document.getPage(0).getCOSObject();
            COSArray contents = page.getCOSArray(COSName.CONTENTS);
            this.slot = ((COSObject) contents.get(contents.size() - 1)).getKey().getNumber();
            this.firstField = page.getInt(BEFORE);
            this.previousXref = startXref(form);
            this.trailer = trailer(document.getDocument().getTrailer());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Lays the letter out; takes a good part of a second, for a worker thread. The bytes are the generic copy to be kept. */
    public static byte[] layOut(Sender sender, NoticeContent content, Words words, boolean drill) {
        try (PDDocument document = Loader.loadPDF(LetterLayout.pdf(sender, content, words, drill))) {
            reserveFields(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @param form what {@link #layOut} gave */
    public static LetterForm of(byte[] form) {
        return new LetterForm(form);
    }

    /** The whole letter as PDF. Thread-safe, some microseconds. */
    public byte[] fill(LetterFields fields) {
        byte[] content = content(fields);
        ByteArrayOutputStream out = new ByteArrayOutputStream(form.length + content.length + 512);
        out.writeBytes(form);
        write(out, "\n");
        int object = out.size();
        write(out, slot + " 0 obj\n<< /Length " + content.length + " >>\nstream\n");
        out.writeBytes(content);
        write(out, "\nendstream\nendobj\n");
        int xref = out.size();
        write(out, "xref\n%d 1\n%010d 00000 n \ntrailer\n".formatted(slot, object));
        write(out, trailer.formatted(id(content), previousXref));
        write(out, "\nstartxref\n" + xref + "\n%%EOF\n");
        return out.toByteArray();
    }

    private byte[] content(LetterFields fields) {
        // The first line closes the state that the form's own content leaves open.
        StringBuilder stream = new StringBuilder("Q q 0 g\n");
        List<List<String>> texts = List.of(
                List.of(fields.date()), List.of(fields.reference()), fields.address(), List.of(fields.salutation()));
        for (int field = 0; field < FIELDS; field++) {
            marked(stream, field, texts.get(field));
        }
        return stream.append("Q").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void marked(StringBuilder stream, int field, List<String> lines) {
        stream.append("/P <</MCID ")
                .append(firstField + field)
                .append(">> BDC\nBT /")
                .append(FONT.getName());
        stream.append(
                String.format(Locale.ROOT, " %.1f Tf %.1f TL %.1f %.1f Td\n", SIZE, LEADING, LEFT[field], TOP[field]));
        lines.stream()
                .flatMap(line -> FieldFont.OPEN_SANS.wrap(line, SIZE, WIDTH[field]).stream())
                .forEach(line -> stream.append('<')
                        .append(FieldFont.OPEN_SANS.codes(line))
                        .append("> Tj T*\n"));
        stream.append("ET EMC\n");
    }

    private static void reserveFields(PDDocument document) throws IOException {
        PDPage page = document.getPage(0);
        page.getResources().put(FONT, subset(document));
        reserveTags(document, page.getCOSObject());
        COSArray contents = new COSArray();
        contents.add(stream(document, "q\n"));
        COSBase own = page.getCOSObject().getDictionaryObject(COSName.CONTENTS);
        if (own instanceof COSArray several) {
            contents.addAll(several);
        } else {
            contents.add(page.getCOSObject().getItem(COSName.CONTENTS));
        }
        contents.add(stream(document, "Q\n"));
        page.getCOSObject().setItem(COSName.CONTENTS, contents);
    }

    private static PDType0Font subset(PDDocument document) throws IOException {
        try (InputStream in = Documents.textFont()) {
            PDType0Font font = PDType0Font.load(document, in, true);
            FieldFont.characters().forEach(font::addToSubset);
            font.subset();
            return font;
        }
    }

    /** Four paragraphs after the letterhead, in reading order, each with a marked-content number of its own. */
    private static void reserveTags(PDDocument document, COSDictionary page) {
        COSDictionary root = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.STRUCT_TREE_ROOT);
        COSDictionary body = firstKid(firstKid(root));
        COSArray owners = ownersOfMarks(root, page.getInt(COSName.STRUCT_PARENTS));
        page.setInt(BEFORE, owners.size());
        COSArray kids = body.getCOSArray(COSName.K);
        for (int field = 0; field < FIELDS; field++) {
            COSDictionary paragraph = new COSDictionary();
            paragraph.setItem(COSName.TYPE, COSName.getPDFName("StructElem"));
            paragraph.setItem(COSName.S, COSName.P);
            paragraph.setItem(COSName.P, body);
            paragraph.setItem(COSName.PG, page);
            paragraph.setItem(COSName.K, COSInteger.get(owners.size()));
            COSObject reference = new COSObject(paragraph);
            owners.add(reference);
            kids.add(1 + field, reference);
        }
    }

    private static COSDictionary firstKid(COSDictionary element) {
        COSBase kids = element.getDictionaryObject(COSName.K);
        COSBase first = kids instanceof COSArray several ? several.getObject(0) : kids;
        return (COSDictionary) first;
    }

    private static COSArray ownersOfMarks(COSDictionary root, int page) {
        COSArray numbers =
                root.getCOSDictionary(COSName.getPDFName("ParentTree")).getCOSArray(COSName.NUMS);
        for (int i = 0; i < numbers.size(); i += 2) {
            if (numbers.getInt(i) == page) {
                return (COSArray) numbers.getObject(i + 1);
            }
        }
        throw new IllegalStateException("The page has no parent tree");
    }

    private static COSObject stream(PDDocument document, String content) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        try (var out = stream.createOutputStream()) {
            new ByteArrayInputStream(content.getBytes(StandardCharsets.US_ASCII)).transferTo(out);
        }
        return new COSObject(stream);
    }

    private static String trailer(COSDictionary trailer) {
        COSArray ids = trailer.getCOSArray(COSName.ID);
        return "<< /Size " + trailer.getLong(COSName.SIZE)
                + reference(trailer, COSName.ROOT)
                + reference(trailer, COSName.INFO)
                + " /ID [<"
                + HexFormat.of().formatHex(((COSString) ids.getObject(0)).getBytes())
                + "> <%s>] /Prev %d >>";
    }

    private static String reference(COSDictionary trailer, COSName name) {
        COSBase item = trailer.getItem(name);
        return item instanceof COSObject object
                ? " /" + name.getName() + " " + object.getKey().getNumber() + " "
                        + object.getKey().getGeneration() + " R"
                : "";
    }

    private static long startXref(byte[] pdf) {
        String end = new String(pdf, Math.max(0, pdf.length - 64), Math.min(64, pdf.length), StandardCharsets.US_ASCII);
        String[] lines = end.substring(end.lastIndexOf("startxref")).split("\\s+");
        return Long.parseLong(lines[1]);
    }

    private static String id(byte[] content) {
        return Hashes.hex(Arrays.copyOf(Hashes.sha256(content), 16));
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
