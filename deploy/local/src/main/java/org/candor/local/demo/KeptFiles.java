package org.candor.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.candor.local.Trees;
import org.candor.local.api.Unexpected;

/** The files that the story brings forth, below one folder. */
final class KeptFiles {

    private final Path folder;

    private KeptFiles(Path folder) {
        this.folder = folder;
    }

    /** Begins with an empty folder, so that what lies in it is of one story. */
    static KeptFiles in(Path folder) throws IOException {
        Trees.delete(folder);
        return new KeptFiles(Files.createDirectories(folder));
    }

    Link.OnDisk keep(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return new Link.OnDisk(Files.write(file, content));
    }

    /** A PDF, after a look at its first bytes. */
    Link.OnDisk keepPdf(String name, byte[] content) throws IOException {
        Unexpected.unless(startsWith(content, "%PDF-"), "a PDF as " + name, content.length + " other bytes");
        return keep(name, content);
    }

    /** An Excel file, which is a ZIP archive. */
    Link.OnDisk keepExcel(String name, byte[] content) throws IOException {
        Unexpected.unless(startsWith(content, "PK"), "an Excel file as " + name, content.length + " other bytes");
        return keep(name, content);
    }

    private static boolean startsWith(byte[] content, String mark) {
        return content.length > mark.length()
                && new String(content, 0, mark.length(), java.nio.charset.StandardCharsets.ISO_8859_1).equals(mark);
    }
}
