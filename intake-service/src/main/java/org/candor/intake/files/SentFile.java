package org.candor.intake.files;

import org.candor.intake.IntakeProblem;
import org.candor.kit.errors.Problem;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** What a form says of the file that it carries. */
final class SentFile {

    private static final int LONGEST_NAME = 200;

    private SentFile() {}

    static FileUpload require(FileUpload file) {
        if (file == null || file.fileName() == null) {
            throw new Problem(IntakeProblem.EMPTY_FILE).field("file", "missing");
        }
        return file;
    }

    /** The name without folders and control characters, at most 200 characters: what stands last counts. */
    static String name(FileUpload file) {
        String plain = file.fileName().replaceAll("[\\p{Cntrl}]", "");
        String name = plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1);
        return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
    }
}
