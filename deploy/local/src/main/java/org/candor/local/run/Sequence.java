package org.candor.local.run;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.candor.local.process.LogTail;

/**
 * Components that start side by side as far as their needs allow. Either all of them are ready after {@link #start()}, or
 * none runs.
 */
public final class Sequence implements AutoCloseable {

    private static final int LAST_LINES = 20;

    private final Map<String, Component> components = new LinkedHashMap<>();
    private final Progress progress;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<StartFailed> failure = new AtomicReference<>();
    private volatile boolean closing;

    public Sequence(List<Component> inOrder, Progress progress) {
        inOrder.forEach(component -> components.put(component.name(), component));
        this.progress = progress;
    }

    public void start() throws StartFailed {
        progress.expect(List.copyOf(components.keySet()));
        Map<String, CompletableFuture<Void>> ready = new LinkedHashMap<>();
        CompletableFuture<Void> firstFailure = new CompletableFuture<>();
        for (Component component : components.values()) {
            CompletableFuture<?>[] needs =
                    component.needs().stream().map(ready::get).toArray(CompletableFuture<?>[]::new);
            ready.put(component.name(), CompletableFuture.allOf(needs).thenRunAsync(() -> start(component), threads));
        }
        CompletableFuture<Void> all = CompletableFuture.allOf(ready.values().toArray(CompletableFuture<?>[]::new));
        ready.values()
                .forEach(one -> one.exceptionally(cause -> {
                    firstFailure.completeExceptionally(cause);
                    return null;
                }));
        try {
            CompletableFuture.anyOf(all, firstFailure).join();
        } catch (CompletionException e) {
            close();
            throw Optional.ofNullable(failure.get()).orElseGet(() -> new StartFailed("The start was broken off"));
        }
    }

    public Component component(String name) {
        return Optional.ofNullable(components.get(name))
                .orElseThrow(() -> new IllegalArgumentException(name + " is none of " + components.keySet()));
    }

    public List<Component> components() {
        return List.copyOf(components.values());
    }

    /** Ends what runs: first what nothing else needs, side by side, then what that needed, and so on. */
    @Override
    public void close() {
        closing = true;
        breakOffStarts();
        Set<String> left = new HashSet<>(components.keySet());
        while (!left.isEmpty()) {
            List<Component> next = left.stream()
                    .filter(name -> neededBy(name, left).isEmpty())
                    .map(components::get)
                    .toList();
            stop(next);
            next.forEach(component -> left.remove(component.name()));
        }
    }

    private List<String> neededBy(String name, Set<String> others) {
        return others.stream()
                .filter(other -> components.get(other).needs().contains(name))
                .toList();
    }

    private static void stop(List<Component> components) {
        try (ExecutorService stopping = Executors.newVirtualThreadPerTaskExecutor()) {
            components.forEach(component -> stopping.execute(component::stop));
        }
    }

    private void breakOffStarts() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void start(Component component) {
        if (closing) {
            throw new CompletionException(new StartFailed("The start was broken off"));
        }
        Instant from = Instant.now();
        progress.starting(component.name());
        try {
            component.start();
            progress.ready(component.name(), Duration.between(from, Instant.now()));
        } catch (Exception e) {
            if (!closing) {
                progress.failed(component.name());
            }
            failure.compareAndSet(null, new StartFailed(component, LogTail.of(component.log(), LAST_LINES), e));
            throw new CompletionException(e);
        }
    }
}
