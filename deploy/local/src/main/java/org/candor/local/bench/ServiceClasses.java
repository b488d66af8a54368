package org.candor.local.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.candor.local.Checkout;
import org.candor.local.ServiceName;
import org.candor.local.process.Java;
import org.candor.local.service.Jvm;

/** Runs a main class of the bench with the libraries of a service, in a process of its own: the launcher has none of them. */
final class ServiceClasses {

    private ServiceClasses() {}

    /** What the process said, line by line. */
    static List<String> run(ServiceName service, Class<?> main, String... arguments) throws Exception {
        Path app = Checkout.find().root().resolve(service.module() + "/target/quarkus-app");
        List<String> command = new ArrayList<>(List.of(Java.executable()));
        command.addAll(Jvm.LASTING.flags());
        command.addAll(List.of(
                "-cp",
                String.join(
                        File.pathSeparator,
                        app.resolve("app") + "/*",
                        app.resolve("lib/main") + "/*",
                        System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(main.getSimpleName() + " came to no end");
        }
        return said.lines().toList();
    }
}
