package org.candor.deploy.image;

import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One image: what lies in it and how it is started. What changes seldom lies lowest, so that a new build of a service is a small
 * upload. Owners, modes and times are the same on every machine.
 *
 * @param name the name after {@code candor/}
 * @param layers from the lowest to the highest: a name, and what goes where
 * @param entrypoint the command without its options, which {@code JDK_JAVA_OPTIONS} holds
 * @param options the options of the JVM
 * @param user its number, which is its group's, too
 * @param folders where volumes are mounted; they belong to the user
 * @param port where it listens
 */
record ImagePlan(
        String name,
        List<Content> layers,
        List<String> entrypoint,
        String options,
        String user,
        List<String> folders,
        int port) {

    private static final Instant ALWAYS = Instant.EPOCH.plusSeconds(1);

    /** Files or folders of the checkout, and the folder of the image into which they go. */
    record Content(String layer, List<Path> from, String to) {}

    JibContainerBuilder on(String base) throws Exception {
        JibContainerBuilder image = base.equals("scratch") ? Jib.fromScratch() : Jib.from(base);
        for (Content content : layers) {
            image.addFileEntriesLayer(layer(content));
        }
        return image.addFileEntriesLayer(volumes())
                .setEntrypoint(entrypoint)
                .setEnvironment(Map.of("JDK_JAVA_OPTIONS", options))
                .setUser(user + ":" + user)
                .setWorkingDirectory(AbsoluteUnixPath.get("/opt/candor"))
                .setExposedPorts(Set.of(Port.tcp(port)))
                .setCreationTime(ALWAYS);
    }

    private static FileEntriesLayer layer(Content content) throws IOException {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(content.layer());
        for (Path from : content.from()) {
            if (!Files.exists(from)) {
                throw new IOException(from + " is not there; './mvnw package' makes it");
            }
            layer.addEntryRecursive(
                    from,
                    AbsoluteUnixPath.get(content.to())
                            .resolve(from.getFileName().toString()));
        }
        return layer.build();
    }

    private FileEntriesLayer volumes() throws IOException {
        Path empty = Files.createTempDirectory("candor-image");
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName("volumes");
        for (String folder : folders) {
            layer.addEntry(
                    empty,
                    AbsoluteUnixPath.get(folder),
                    FilePermissions.DEFAULT_FOLDER_PERMISSIONS,
                    ALWAYS,
                    user + ":" + user);
        }
        return layer.build();
    }
}
