package org.candor.deploy.image;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.candor.deploy.Yaml;

/**
 * What is in a tar for {@code docker load}.
 *
 * @param tag its name and version
 * @param layers the entries of each layer from the lowest to the highest
 * @param leaks files in which a secret stands, also inside of archives
 */
record Image(String tag, Yaml config, List<List<TarArchiveEntry>> layers, List<String> leaks) {

    private static final Pattern KEYS =
            Pattern.compile(".*(\\.env|keyset|\\.pem|\\.p12|\\.jks|\\.key|password|secrets?/).*");

    static Image read(Path tar) throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (TarArchiveInputStream stream = new TarArchiveInputStream(Files.newInputStream(tar))) {
            for (TarArchiveEntry entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
                files.put(entry.getName(), stream.readAllBytes());
            }
        }
        Yaml manifest = json(files.get("manifest.json")).items().getFirst();
        List<List<TarArchiveEntry>> layers = new ArrayList<>();
        List<String> leaks = new ArrayList<>();
        for (Yaml layer : manifest.at("Layers").items()) {
            layers.add(entries(files.get(layer.text()), leaks));
        }
        return new Image(
                manifest.at("RepoTags").items().getFirst().text(),
                json(files.get(manifest.at("Config").text())),
                layers,
                leaks);
    }

    /** What has the name of a secret. */
    List<String> keys() {
        return layers.stream()
                .flatMap(layer -> names(layer).stream())
                .filter(name -> KEYS.matcher(name).matches())
                .toList();
    }

    static List<String> names(List<TarArchiveEntry> entries) {
        return entries.stream().map(TarArchiveEntry::getName).toList();
    }

    private static List<TarArchiveEntry> entries(byte[] layer, List<String> leaks) throws Exception {
        List<TarArchiveEntry> entries = new ArrayList<>();
        InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(layer));
        try (TarArchiveInputStream stream = new TarArchiveInputStream(unpacked)) {
            for (TarArchiveEntry entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
                entries.add(entry);
                leaks.addAll(SecretText.in(entry.getName(), stream.readAllBytes()));
            }
        }
        return entries;
    }

    private static Yaml json(byte[] text) {
        return Yaml.document(new String(text, StandardCharsets.UTF_8));
    }
}
