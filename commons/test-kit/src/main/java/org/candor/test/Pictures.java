package org.candor.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Saves what a test made under {@code target/pictures}, for human eyes. */
public final class Pictures {

    private static final float DPI = 96;

    private Pictures() {}

    /** Saves each page of the PDF as {@code <name>-<page>.png} and returns the files in the order of the pages. */
    public static List<Path> save(String name, byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Path folder = Files.createDirectories(Path.of("target", "pictures"));
            PDFRenderer renderer = new PDFRenderer(document);
            List<Path> pictures = new ArrayList<>();
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                Path picture = folder.resolve(name + "-" + (page + 1) + ".png");
                ImageIO.write(renderer.renderImageWithDPI(page, DPI), "png", picture.toFile());
                pictures.add(picture);
            }
            return pictures;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
