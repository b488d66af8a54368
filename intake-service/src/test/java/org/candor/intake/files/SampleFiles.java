package org.candor.intake.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

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
