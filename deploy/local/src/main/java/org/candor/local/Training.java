package org.candor.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.candor.local.service.ServiceProcess;

/** Trains the start caches that are missing, one service after the other, in the background. */
final class Training {

    private final List<ServiceProcess> services;

    Training(List<ServiceProcess> services) {
        this.services = services;
    }

    boolean isNeeded() {
        return !untrained().isEmpty();
    }

    void begin() {
        Thread.ofPlatform().daemon().name("training").start(this::run);
    }

    void run() {
        untrained().forEach(Training::train);
    }

    private List<ServiceProcess> untrained() {
        return services.stream().filter(Training::wantsTraining).toList();
    }

    private static boolean wantsTraining(ServiceProcess service) {
        try {
            return service.wantsTraining();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void train(ServiceProcess service) {
        try {
            service.train();
        } catch (Exception e) {
            // Without a cache the next start is slower and otherwise the same; the training's own log says why.
        }
    }
}
