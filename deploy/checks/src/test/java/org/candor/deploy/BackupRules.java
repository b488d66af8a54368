package org.candor.deploy;

import static org.candor.deploy.Findings.expect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Back-ups of the databases in a cluster. Each rule answers with what breaks it. */
record BackupRules(Manifests manifests) {

    private static final String PLUGIN = "barman-cloud.cloudnative-pg.io";
    private static final Pattern EACH_NIGHT = Pattern.compile("0 [0-9]{1,2} [0-9]{1,2} \\* \\* \\*");
    private static final Pattern DAYS = Pattern.compile("([0-9]+)d");

    /** Keys of a disposal are in no copy after these, see audit; a back-up of the day before the window began is kept with it. */
    private static final int LONGEST = 30;

    /** Of every cluster the log is archived and a base back-up made each night, the first one at once. */
    List<String> clusters() {
        List<String> found = new ArrayList<>();
        manifests.all("Cluster").forEach(cluster -> {
            String name = cluster.at("metadata", "name").text();
            Yaml archiver = cluster.at("spec", "plugins").items().stream()
                    .filter(plugin -> plugin.at("isWALArchiver").is(true))
                    .findFirst()
                    .orElse(new Yaml(null));
            String store = archiver.at("parameters", "barmanObjectName").text();
            expect(
                    found,
                    name + " archives its log",
                    archiver.at("name").is(PLUGIN)
                            && manifests.named("ObjectStore", store).at("spec").isThere());
            expect(
                    found,
                    name + " is copied each night",
                    manifests.all("ScheduledBackup").anyMatch(it -> copies(it, name)));
        });
        return found;
    }

    private static boolean copies(Yaml backup, String cluster) {
        Yaml spec = backup.at("spec");
        return spec.at("cluster", "name").is(cluster)
                && spec.at("method").is("plugin")
                && spec.at("pluginConfiguration", "name").is(PLUGIN)
                && spec.at("immediate").is(true)
                && !spec.at("suspend").is(true)
                && EACH_NIGHT.matcher(spec.at("schedule").text()).matches();
    }

    /** Every cluster's log goes into a folder of its own, which is none that a cluster was restored from. */
    List<String> folders() {
        List<String> found = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        manifests
                .all("Cluster")
                .forEach(cluster -> cluster.at("spec", "externalClusters").items().stream()
                        .map(source ->
                                source.at("plugin", "parameters", "serverName").text())
                        .forEach(taken::add));
        manifests.all("Cluster").forEach(cluster -> {
            String name = cluster.at("metadata", "name").text();
            Yaml parameters = cluster.at("spec", "plugins").items().getFirst().at("parameters");
            String folder = parameters.at("serverName").isThere()
                    ? parameters.at("serverName").text()
                    : name;
            expect(found, name + " archives into " + folder, taken.add(folder));
        });
        return found;
    }

    /** A cluster that is restored takes a back-up of the store that its own log goes to, and belongs to whom it belonged to. */
    List<String> restored(Manifests before) {
        List<String> found = new ArrayList<>();
        manifests
                .all("Cluster")
                .filter(cluster -> cluster.at("spec", "bootstrap", "recovery").isThere())
                .forEach(cluster -> {
                    String name = cluster.at("metadata", "name").text();
                    Yaml recovery = cluster.at("spec", "bootstrap", "recovery");
                    Yaml source = cluster.at("spec", "externalClusters").items().getFirst();
                    expect(
                            found,
                            name + " knows its source",
                            source.at("name")
                                    .text()
                                    .equals(recovery.at("source").text()));
                    expect(
                            found,
                            name + " reads its own",
                            source.at("plugin", "name").is(PLUGIN)
                                    && source.at("plugin", "parameters", "serverName")
                                            .is(name)
                                    && source.at("plugin", "parameters", "barmanObjectName")
                                            .is("backups"));
                    Yaml first = before.named("Cluster", name).at("spec", "bootstrap", "initdb");
                    for (String same : List.of("database", "owner", "secret")) {
                        expect(
                                found,
                                name + " has its " + same,
                                recovery.at(same).isThere() && recovery.at(same).equals(first.at(same)));
                    }
                });
        return found;
    }

    /** What is kept is encrypted there, opened with secrets of the store of secrets, and gone when disposals are complete. */
    List<String> stores() {
        List<String> found = new ArrayList<>();
        manifests.all("ObjectStore").forEach(store -> {
            String name = store.at("metadata", "name").text();
            Yaml there = store.at("spec", "configuration");
            Matcher days = DAYS.matcher(store.at("spec", "retentionPolicy").text());
            expect(found, name + " forgets in time", days.matches() && Integer.parseInt(days.group(1)) + 1 < LONGEST);
            for (String part : List.of("wal", "data")) {
                expect(
                        found,
                        name + " encrypts " + part,
                        there.at(part, "encryption").isThere());
            }
            for (String credential : List.of("accessKeyId", "secretAccessKey")) {
                String secret = there.at("s3Credentials", credential, "name").text();
                expect(
                        found,
                        name + " has its " + credential,
                        manifests.named("ExternalSecret", secret).at("spec").isThere());
            }
        });
        expect(found, "a store", manifests.all("ObjectStore").count() == 1);
        return found;
    }
}
