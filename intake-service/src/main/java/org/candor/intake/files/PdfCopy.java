package org.candor.intake.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Writes a PDF anew without what it tells of its maker: document information, XMP metadata of document, pages and pictures,
 * data of the programs that made it, earlier versions of the file (ISO 32000-1, 14.3 and 14.5). What stands on its pages stays,
 * names in comments too. One file at a time, so that memory is bounded whoever sends how many.
 */
final class PdfCopy {

    private static final Lock ONE_AT_A_TIME = new ReentrantLock();

    /** The same content gives the same file, so that a retry is known as one. */
    private static final long SAME_ID = 0;

    private PdfCopy() {}

    /**
     * Whether it was written anew. It was not, and stays as it was sent, where it is encrypted or signed, cannot be read, or would
     * need more memory than it may have.
     */
    static boolean isWritten(Path sent, Path clean) {
        ONE_AT_A_TIME.lock();
        try (RandomAccessRead source = new RandomAccessReadBufferedFile(sent)) {
            BoundedPdf pdf = BoundedPdf.of(source, sent);
            return isWritten(pdf, clean) && pdf.isWhole() && Files.size(clean) <= FileLimits.LARGEST;
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            return false;
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private static boolean isWritten(BoundedPdf pdf, Path clean) throws IOException {
        try (PDDocument document = pdf.parse()) {
            if (document.isEncrypted() || !document.getSignatureDictionaries().isEmpty()) {
                return false;
            }
            strip(document.getDocument());
            document.setDocumentId(SAME_ID);
            document.save(clean.toFile(), CompressParameters.NO_COMPRESSION);
            return true;
        }
    }

    private static void strip(COSDocument document) throws IOException {
        document.getTrailer().removeItem(COSName.INFO);
        document.getTrailer().removeItem(COSName.ID);
        for (COSObjectKey key : document.getXrefTable().keySet()) {
            COSBase object = document.getObjectFromPool(key).getObject();
            if (object == null) {
                throw new Damaged("object that cannot be read");
            }
            if (object instanceof COSDictionary dictionary) {
                dictionary.removeItem(COSName.METADATA);
                dictionary.removeItem(COSName.getPDFName("PieceInfo"));
                dictionary.removeItem(COSName.getPDFName("LastModified"));
            }
        }
    }
}
