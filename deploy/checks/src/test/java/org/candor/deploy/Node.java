package org.candor.deploy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.candor.tools.Repository;

/** The programs of {@code deploy/checks/schemas}, installed once per run from their lock file. */
public final class Node {

    private static boolean installed;

    private Node() {}

    public static synchronized Path modules() throws Exception {
        Path folder = Files.createDirectories(Repository.path("deploy/checks/target/schemas"));
        if (!installed) {
            for (String file : new String[] {"package.json", "package-lock.json", "validate.mjs", "lint.mjs"}) {
                Files.copy(
                        Repository.path("deploy/checks/schemas").resolve(file),
                        folder.resolve(file),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            Run.in(folder, "npm", "ci", "--no-audit", "--no-fund").output();
            installed = true;
        }
        return folder;
    }
}
