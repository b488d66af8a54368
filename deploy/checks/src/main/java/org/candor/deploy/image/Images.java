package org.candor.deploy.image;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.frontend.CredentialRetrieverFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Called by {@code ./mvnw package -Dimage}. */
public final class Images {

    private Images() {}

    /**
     * Builds all six.
     *
     * @param arguments the checkout; the version; the image below, or {@code scratch}; and where to: a folder (absolute), which gets a
     *     tar for {@code docker load} of each, or the beginning of names in a registry, which Docker's own configuration signs in to
     */
    public static void main(String[] arguments) throws Exception {
        String version = arguments[1];
        String to = arguments[3];
        for (ImagePlan plan : new Plans(Path.of(arguments[0]).toRealPath()).all()) {
            Containerizer target = Path.of(to).isAbsolute()
                    ? tar(Files.createDirectories(Path.of(to)), plan, version)
                    : registry(to, plan, version);
            plan.on(arguments[2]).containerize(target.setToolName("candor"));
            System.out.println(plan.name() + ":" + version + " is in " + to);
        }
    }

    static Containerizer tar(Path folder, ImagePlan plan, String version) throws Exception {
        return Containerizer.to(
                TarImage.at(folder.resolve(plan.name() + ".tar")).named("candor/" + plan.name() + ":" + version));
    }

    private static Containerizer registry(String prefix, ImagePlan plan, String version) throws Exception {
        ImageReference name = ImageReference.parse(prefix + "/" + plan.name() + ":" + version);
        return Containerizer.to(RegistryImage.named(name)
                .addCredentialRetriever(
                        CredentialRetrieverFactory.forImage(name, event -> {}).dockerConfig()));
    }
}
