package org.candor.local.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that each do one thing after another for a while. */
final class Load {

    static final int CLIENTS = 32;

    /** What one client does; counted when it returns. */
    @FunctionalInterface
    interface Client {
        void act() throws Exception;
    }

    private Load() {}

    /** Acts per second of all clients together; a failed act fails the run. */
    static double perSecond(List<? extends Client> clients, Duration time) throws Exception {
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients.size())) {
            List<Future<Long>> counts = new ArrayList<>();
            for (Client client : clients) {
                counts.add(threads.submit(() -> actUntil(client, end)));
            }
            long acts = 0;
            for (Future<Long> count : counts) {
                acts += count.get();
            }
            return acts / ((System.nanoTime() - begin) / 1e9);
        }
    }

    private static long actUntil(Client client, long end) throws Exception {
        long acts = 0;
        while (System.nanoTime() < end) {
            client.act();
            acts++;
        }
        return acts;
    }
}
