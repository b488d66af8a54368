package org.candor.intake.files.decision;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Files that a report takes. Name and content must agree. Archives and programs are not among them, nor images from which we
 * cannot remove what they tell of their makers.
 */
public enum FileType {
    PDF("application/pdf", Set.of("pdf"), Set.of("application/pdf")),
    JPEG("image/jpeg", Set.of("jpg", "jpeg"), Set.of("image/jpeg")),
    PNG("image/png", Set.of("png"), Set.of("image/png", "image/apng", "image/vnd.mozilla.apng")),
    TEXT("text/plain", Set.of("txt", "log"), Set.of("text/plain")),
    CSV("text/csv", Set.of("csv"), Set.of("text/plain")),
    EMAIL("message/rfc822", Set.of("eml"), Set.of("message/rfc822")),
    WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document", Set.of("docx"), archive()),
    EXCEL("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Set.of("xlsx"), archive()),
    POWERPOINT("application/vnd.openxmlformats-officedocument.presentationml.presentation", Set.of("pptx"), archive()),
    MP3("audio/mpeg", Set.of("mp3"), Set.of("audio/mpeg")),
    WAV("audio/vnd.wave", Set.of("wav"), Set.of("audio/vnd.wave")),
    M4A("audio/mp4", Set.of("m4a"), Set.of("audio/mp4", "application/mp4", "video/quicktime", "video/mp4"));

    private final String mediaType;
    private final Set<String> extensions;
    private final Set<String> contents;

    FileType(String mediaType, Set<String> extensions, Set<String> contents) {
        this.mediaType = mediaType;
        this.extensions = extensions;
        this.contents = contents;
    }

    /**
     * The type of a file; empty when its name is of none of ours, or when its content is of another type than its name says.
     *
     * @param content media type that the first bytes show
     */
    public static Optional<FileType> of(String name, String content) {
        String extension = extension(name);
        return Arrays.stream(values())
                .filter(type -> type.extensions.contains(extension) && type.contents.contains(content))
                .findFirst();
    }

    /** Extensions that are taken, for forms. */
    public static List<String> allExtensions() {
        return Arrays.stream(values())
                .flatMap(type -> type.extensions.stream())
                .sorted()
                .toList();
    }

    public String mediaType() {
        return mediaType;
    }

    /** With the dot. */
    public String defaultExtension() {
        return "."
                + (this == JPEG
                        ? "jpg"
                        : this == TEXT ? "txt" : extensions.iterator().next());
    }

    /** True for those that have nothing beside their text in which a program writes of their maker. */
    public boolean isPlain() {
        return this == TEXT || this == CSV || this == EMAIL;
    }

    /**
     * True where a file that is kept as it was sent tells who made or got it: the properties and signatures of a PDF, the head of
     * an e-mail.
     */
    public boolean tellsOfItsMaker() {
        return this == PDF || this == EMAIL;
    }

    /** True for those that are ZIP archives of XML inside. */
    public boolean isArchive() {
        return this == WORD || this == EXCEL || this == POWERPOINT;
    }

    private static Set<String> archive() {
        return Set.of("application/zip", "application/x-tika-ooxml");
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
