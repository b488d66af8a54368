package org.candor.local;

import java.nio.file.Path;
import java.util.Map;
import org.candor.local.api.Users;
import org.candor.local.demo.Installing;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One stack for all acceptance tests of a run, with the demo's entity and officers in its directory: the first that needs it
 * starts it, and it ends with the last. A test method takes {@link Stack} or {@link Users} as a parameter, works on incidents
 * of its own, and leaves what others share as it was. Logs, mails and files stay in {@code target/acceptance}.
 */
public final class SharedStack implements BeforeAllCallback, ParameterResolver {

    private record Running(Stack stack, Users users) implements AutoCloseable {

        @Override
        public void close() {
            stack.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Stack.class || type == Users.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Running running = running(context);
        return parameter.getParameter().getType() == Stack.class ? running.stack() : running.users();
    }

    private static Running running(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedStack.class))
                .computeIfAbsent(Running.class, key -> start(), Running.class);
    }

    private static Running start() {
        Path directory = Checkout.find().root().resolve("deploy/local/target/acceptance");
        try {
            Trees.delete(directory);
            return install(Stack.start(StackSettings.onFreePorts(directory)
                    .environment(Map.of("CANDOR_WEBHOOK_PRIVATE_TARGETS", "true"))));
        } catch (Exception e) {
            throw new IllegalStateException("the stack of the acceptance tests did not start", e);
        }
    }

    private static Running install(Stack stack) throws Exception {
        Users users = Users.of(stack);
        try {
            Installing.directory(users);
            return new Running(stack, users);
        } catch (Exception e) {
            stack.close();
            throw e;
        }
    }
}
