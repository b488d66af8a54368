package org.candor.intake.files;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.candor.intake.files.decision.FileType;

/** Copies a file of each type without what it tells of its maker. */
final class Copies {

    private Copies() {}

    /** False where the file stays as it was sent; {@link Damaged} where it is not what its type asks for. */
    static boolean isMade(FileType type, Path sent, Path clean) throws IOException {
        return switch (type) {
            case TEXT, CSV, EMAIL -> false;
            case PDF -> PdfCopy.isWritten(sent, clean);
            case WORD, EXCEL, POWERPOINT -> {
                OfficeCopy.copy(sent, clean);
                yield Files.size(clean) <= FileLimits.LARGEST;
            }
            case JPEG, PNG, MP3, WAV, M4A -> {
                copy(type, sent, clean);
                yield true;
            }
        };
    }

    private static void copy(FileType type, Path sent, Path clean) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(sent)));
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(clean)))) {
            switch (type) {
                case JPEG -> new JpegCopy(in, out).run();
                case PNG -> new PngCopy(in, out).run();
                case WAV -> new WavCopy(in, out).run();
                case M4A -> new M4aCopy(in, out).run(Files.size(sent));
                default -> copyMp3(sent, out);
            }
        }
    }

    private static void copyMp3(Path sent, DataOutputStream out) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(sent.toFile(), "r")) {
            new Mp3Copy(file).run(out);
        }
    }
}
