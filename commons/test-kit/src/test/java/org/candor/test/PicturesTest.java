package org.candor.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;

class PicturesTest {

    @Test
    void savesEveryPageInItsOrder() throws IOException {
        List<Path> pictures = Pictures.save("two-pages", twoPages());

        assertThat(pictures)
                .extracting(Path::toString)
                .containsExactly("target/pictures/two-pages-1.png", "target/pictures/two-pages-2.png");
        assertThat(dark(pictures.get(0))).isTrue();
        assertThat(dark(pictures.get(1))).isFalse();
    }

    private static boolean dark(Path picture) throws IOException {
        BufferedImage image = ImageIO.read(picture.toFile());
        assertThat(image.getWidth()).isEqualTo(816);
        return (image.getRGB(image.getWidth() / 2, image.getHeight() / 2) & 0xff) < 0x80;
    }

    private static byte[] twoPages() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage dark = new PDPage(PDRectangle.LETTER);
            document.addPage(dark);
            document.addPage(new PDPage(PDRectangle.LETTER));
            try (PDPageContentStream content = new PDPageContentStream(document, dark)) {
                content.addRect(0, 0, PDRectangle.LETTER.getWidth(), PDRectangle.LETTER.getHeight());
                content.fill();
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }
}
