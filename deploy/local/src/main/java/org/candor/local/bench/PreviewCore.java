package org.candor.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.candor.local.Checkout;
import org.candor.local.process.Java;

/**
 * Counts what one core answers in a second, in a process of its own that holds breach-service's classes and nothing else. By
 * the thread's own processor time, so that other work on the machine does not matter.
 */
public final class PreviewCore {

    private static final long SECOND = 1_000_000_000L;
    private static final int ROUNDS = 6;

    private PreviewCore() {}

    /** Fact sets a second and core, the median of the rounds after the first two, which warm up. */
    static double perSecond(Checkout checkout) throws Exception {
        Path service = checkout.root().resolve("breach-service");
        Path app = service.resolve("target/quarkus-app");
        String classes = String.join(
                File.pathSeparator,
                app.resolve("app") + "/*",
                app.resolve("lib/main") + "/*",
                System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        Java.executable(),
                        "-cp",
                        classes,
                        PreviewCore.class.getName(),
                        service.resolve("src/test/resources/conformance/cases.json")
                                .toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("the rules could not be run");
        }
        List<Double> rounds = said.lines().map(Double::valueOf).toList();
        return Slices.median(rounds.subList(2, rounds.size()));
    }

    /** Prints one figure a round. The service's types are looked up by name: the launcher is compiled without them. */
    public static void main(String[] arguments) throws Exception {
        List<Object> facts = facts(Path.of(arguments[0]));
        Class<?> type = Class.forName("org.candor.breach.obligations.decision.ComputingObligations");
        Class<?> book = Class.forName("org.candor.breach.obligations.decision.RuleBook");
        Object shipped = Class.forName("org.candor.breach.obligations.RuleFiles")
                .getMethod("shipped")
                .invoke(null);
        Object computing = type.getConstructor(book).newInstance(shipped);
        Method answer = type.getMethod("answer", Class.forName("org.candor.breach.obligations.decision.Facts"));
        for (int round = 0; round < ROUNDS; round++) {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long begin = threads.getCurrentThreadCpuTime();
            long answered = 0;
            while (threads.getCurrentThreadCpuTime() - begin < SECOND) {
                for (Object each : facts) {
                    answer.invoke(computing, each);
                    answered++;
                }
            }
            System.out.println(answered * (double) SECOND / (threads.getCurrentThreadCpuTime() - begin));
        }
    }

    private static List<Object> facts(Path cases) throws Exception {
        Method read = Class.forName("org.candor.breach.obligations.FactsReader").getMethod("read", JsonNode.class);
        List<Object> facts = new ArrayList<>();
        for (JsonNode sentence : new ObjectMapper().readTree(cases.toFile()).get("cases")) {
            Object readable = read.invoke(null, sentence.get("facts"));
            Object value = component(readable, "value");
            facts.add(component(value, "facts"));
        }
        return facts;
    }

    private static Object component(Object record, String name) throws Exception {
        Method accessor = record.getClass().getMethod(name);
        accessor.setAccessible(true);
        return accessor.invoke(record);
    }
}
