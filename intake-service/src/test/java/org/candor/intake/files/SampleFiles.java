package org.candor.intake.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Files as people send them, and as attackers do. */
final class SampleFiles {

    /** Stands in each place of an image where a camera or a program says whose it is. */
    static final String MAKER = "Camera of Thistlewood Pomfrey, 43.07N 89.40W";

    private static final String EICAR_HEAD = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$";

    private SampleFiles() {}

    static byte[] text() {
        return "The printer on the second floor.\n".getBytes(UTF_8);
    }

    static byte[] eicar() {
        // In two parts, so that a scanner on the developer's machine does not take this class for the file.
        return String.join("", EICAR_HEAD, "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")
                .getBytes(US_ASCII);
    }

    static BufferedImage picture() {
        BufferedImage picture = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 64; x++) {
            for (int y = 0; y < 48; y++) {
                picture.setRGB(x, y, new Color(x * 4, y * 5, x * y % 256).getRGB());
            }
        }
        return picture;
    }

    /** With EXIF, XMP, a comment, and a text behind the end. */
    static byte[] telltaleJpeg() throws IOException {
        byte[] plain = encoded("jpg");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(plain, 0, 2);
        segment(out, 0xE1, "Exif\0\0" + MAKER);
        segment(out, 0xE1, "http://ns.adobe.com/xap/1.0/\0" + MAKER);
        segment(out, 0xED, "Photoshop 3.0\0" + MAKER);
        segment(out, 0xFE, MAKER);
        out.write(plain, 2, plain.length - 2);
        out.write(MAKER.getBytes(UTF_8));
        return bytes.toByteArray();
    }

    /** With text, time, EXIF, and a text behind the end. */
    static byte[] telltalePng() throws IOException {
        byte[] plain = encoded("png");
        int afterHeader = 8 + 25;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(plain, 0, afterHeader);
        chunk(out, "tEXt", "Author\0" + MAKER);
        chunk(out, "iTXt", "XML:com.adobe.xmp\0\0\0\0\0" + MAKER);
        chunk(out, "eXIf", "MM\0*" + MAKER);
        out.write(plain, afterHeader, plain.length - afterHeader);
        out.write(MAKER.getBytes(UTF_8));
        return bytes.toByteArray();
    }

    /** An office document with one part that grows to that many bytes. */
    static byte[] document(long grown) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types/>".getBytes(UTF_8));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] spaces = new byte[64 * 1024];
            for (long written = 0; written < grown; written += spaces.length) {
                zip.write(spaces, 0, (int) Math.min(spaces.length, grown - written));
            }
        }
        return bytes.toByteArray();
    }

    /** An office document whose properties name its maker, and whose text does not. */
    static byte[] telltaleDocument() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setComment(MAKER);
            part(zip, "[Content_Types].xml", "<Types/>");
            part(zip, "docProps/core.xml", "<coreProperties><creator>" + MAKER + "</creator></coreProperties>");
            part(zip, "docProps/app.xml", "<Properties><Company>" + MAKER + "</Company></Properties>");
            part(zip, "docProps/custom.xml", "<Properties>" + MAKER + "</Properties>");
            part(zip, "word/document.xml", "<document>The printer on the second floor.</document>");
        }
        return bytes.toByteArray();
    }

    /** A PDF with information, XMP of document and page, and objects that are packed in streams. */
    static byte[] telltalePdf() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(72, 700);
                content.showText("The printer on the second floor.");
                content.endText();
            }
            document.getDocumentInformation().setAuthor(MAKER);
            document.getDocumentInformation().setCustomMetadataValue("Device", MAKER);
            document.getDocumentCatalog().setMetadata(metadata(document));
            page.setMetadata(metadata(document));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static PDMetadata metadata(PDDocument document) throws IOException {
        return new PDMetadata(document, new ByteArrayInputStream(("<x>" + MAKER + "</x>").getBytes(UTF_8)));
    }

    /** A PDF whose objects stand in a stream that grows beyond measure. */
    static byte[] pdfBomb() {
        Deflater deflater = new Deflater();
        byte[] grown = new byte[64 * 1024 * 1024];
        Arrays.fill(grown, (byte) ' ');
        deflater.setInput(grown);
        deflater.finish();
        byte[] packed = new byte[1024 * 1024];
        int length = deflater.deflate(packed);
        deflater.end();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("%PDF-1.5\n1 0 obj\n<</Type/Catalog/Pages 3 0 R>>\nendobj\n".getBytes(US_ASCII));
        int at = bytes.size();
        bytes.writeBytes("2 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>\nstream\n"
                .formatted(length)
                .getBytes(US_ASCII));
        bytes.write(packed, 0, length);
        bytes.writeBytes("\nendstream\nendobj\n".getBytes(US_ASCII));
        int xref = bytes.size();
        byte[] entries = new byte[] {
            1,
            0,
            0,
            9,
            0,
            1,
            (byte) (at >> 16),
            (byte) (at >> 8),
            (byte) at,
            0,
            2,
            0,
            0,
            2,
            0,
            1,
            (byte) (xref >> 16),
            (byte) (xref >> 8),
            (byte) xref,
            0
        };
        bytes.writeBytes("4 0 obj\n<</Type/XRef/Size 5/Root 1 0 R/W[1 3 1]/Index[1 4]/Length %d>>\nstream\n"
                .formatted(entries.length)
                .getBytes(US_ASCII));
        bytes.writeBytes(entries);
        bytes.writeBytes(
                "\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n".formatted(xref).getBytes(US_ASCII));
        return bytes.toByteArray();
    }

    /** Sound between ID3v2, APEv2 and ID3v1. */
    static byte[] telltaleMp3() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        byte[] maker = MAKER.getBytes(US_ASCII);
        out.writeBytes("ID3\3\0\0\0\0\0");
        out.write(maker.length);
        out.write(maker);
        out.write(sound());
        out.write(maker);
        out.writeBytes("APETAGEX");
        out.writeInt(Integer.reverseBytes(2000));
        out.writeInt(Integer.reverseBytes(maker.length + 32));
        out.write(new byte[16]);
        out.write(Arrays.copyOf(("TAG" + MAKER).getBytes(US_ASCII), 128));
        return bytes.toByteArray();
    }

    /** A few frames of MPEG-1 layer III, 128 kbit/s, 44.1 kHz, of silence. */
    static byte[] sound() {
        byte[] frames = new byte[417 * 4];
        for (int i = 0; i < 4; i++) {
            frames[i * 417] = (byte) 0xFF;
            frames[i * 417 + 1] = (byte) 0xFB;
            frames[i * 417 + 2] = (byte) 0x90;
        }
        return frames;
    }

    static byte[] telltaleWav() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        byte[] maker = Arrays.copyOf(MAKER.getBytes(US_ASCII), 50);
        out.writeBytes("RIFF");
        out.writeInt(Integer.reverseBytes(4 + 24 + 8 + maker.length + 8 + 4));
        out.writeBytes("WAVEfmt ");
        out.writeInt(Integer.reverseBytes(16));
        out.write(new byte[] {1, 0, 1, 0, 0x40, 0x1F, 0, 0, 0x40, 0x1F, 0, 0, 1, 0, 8, 0});
        out.writeBytes("bext");
        out.writeInt(Integer.reverseBytes(maker.length));
        out.write(maker);
        out.writeBytes("data");
        out.writeInt(Integer.reverseBytes(4));
        out.write(new byte[] {1, 2, 3, 4});
        out.writeBytes(MAKER.substring(0, 3));
        return bytes.toByteArray();
    }

    static byte[] telltaleM4a() throws IOException {
        byte[] udta = box("udta", MAKER.getBytes(US_ASCII));
        byte[] mvhd = box(
                "mvhd",
                (new String(new char[] {0, 0, 0, 0}) + "MadeOnMaySeventh" + "rest of the header").getBytes(ISO_8859_1));
        ByteArrayOutputStream moov = new ByteArrayOutputStream();
        moov.write(mvhd);
        moov.write(udta);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(box("ftyp", "M4A \0\0\0\0M4A mp42".getBytes(ISO_8859_1)));
        bytes.write(box("moov", moov.toByteArray()));
        bytes.write(box("mdat", new byte[] {1, 2, 3, 4}));
        bytes.write(box("meta", MAKER.getBytes(US_ASCII)));
        return bytes.toByteArray();
    }

    private static byte[] box(String type, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(content.length + 8);
        out.writeBytes(type);
        out.write(content);
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setComment(MAKER);
        zip.putNextEntry(entry);
        zip.write(content.getBytes(UTF_8));
    }

    static String readable(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    private static byte[] encoded(String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture(), format, bytes);
        return bytes.toByteArray();
    }

    private static void segment(DataOutputStream out, int marker, String content) throws IOException {
        byte[] bytes = content.getBytes(UTF_8);
        out.write(0xFF);
        out.write(marker);
        out.writeShort(bytes.length + 2);
        out.write(bytes);
    }

    private static void chunk(DataOutputStream out, String type, String content) throws IOException {
        byte[] bytes = (type + content).getBytes(UTF_8);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        out.writeInt(bytes.length - type.length());
        out.write(bytes);
        out.writeInt((int) crc.getValue());
    }
}
