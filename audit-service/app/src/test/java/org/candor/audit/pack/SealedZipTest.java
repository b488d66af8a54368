package org.candor.audit.pack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class SealedZipTest {

    /** Whatever the sizes of the pieces: the seal covers all but the comment's length and the comment. */
    @Test
    void sealsEveryByteBeforeTheComment() throws Exception {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            SealedZip zip = new SealedZip();
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            zip.begin("a.bin");
            for (int piece = 0; piece < random.nextInt(6); piece++) {
                byte[] bytes = new byte[random.nextInt(5) == 0 ? random.nextInt(40_000) : random.nextInt(4)];
                random.nextBytes(bytes);
                content.writeBytes(bytes);
                zip.write(bytes);
                whole.writeBytes(zip.taken());
            }
            zip.end();
            zip.seal(text -> text + "signed");
            whole.writeBytes(zip.taken());
            assertSealed(whole.toByteArray(), content.toByteArray());
        }
    }

    private static void assertSealed(byte[] file, byte[] content) throws Exception {
        String all = new String(file, ISO_8859_1);
        int comment = all.lastIndexOf("candor-pack/1");
        byte[] sealed = Arrays.copyOf(file, comment - 2);
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(sealed));
        assertThat(all.substring(comment)).isEqualTo("candor-pack/1\n" + sealed.length + "\n" + hash + "\nsigned");
        assertThat((file[comment - 2] & 0xff) | (file[comment - 1] & 0xff) << 8).isEqualTo(file.length - comment);
        assertThat(unpacked(file)).isEqualTo(content);
    }

    private static byte[] unpacked(byte[] file) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file), UTF_8)) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("a.bin");
            return zip.readAllBytes();
        }
    }
}
