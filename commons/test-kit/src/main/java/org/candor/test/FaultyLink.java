package org.candor.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A TCP relay before a server, to take the server away from its clients and give it back, always on the same port.
 *
 * <p>It listens on the loopback address, and refuses everybody until it is told where to lead.
 */
public final class FaultyLink implements AutoCloseable {

    /** What happens to the bytes. */
    public enum State {
        /** They pass. */
        WHOLE,
        /** Open connections were reset, and new ones are reset at once. */
        CUT,
        /** Connections stay open and new ones are accepted, but nothing passes in either direction. */
        STALLED
    }

    private final ServerSocket door;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile int target;
    private State state = State.WHOLE;

    private FaultyLink(ServerSocket door) {
        this.door = door;
    }

    /** Opens a link on a free port. */
    public static FaultyLink open() throws IOException {
        FaultyLink link = new FaultyLink(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(link::accept);
        return link;
    }

    /** Leads to that port of the loopback address from now on. */
    public FaultyLink leadTo(int port) {
        target = port;
        return this;
    }

    /** Where clients connect. */
    public int port() {
        return door.getLocalPort();
    }

    public void cut() {
        become(State.CUT);
    }

    public void stall() {
        become(State.STALLED);
    }

    public void restore() {
        become(State.WHOLE);
    }

    /** Effective for every connection when this returns. */
    public synchronized void become(State next) {
        state = next;
        notifyAll();
        if (next == State.CUT) {
            sockets.forEach(this::reset);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> relay(client));
            } catch (IOException e) {
                // The door was closed, or the client was gone before it was let in.
            }
        }
    }

    private void relay(Socket client) {
        Socket server = new Socket();
        try {
            if (!admit(client, server) || target == 0) {
                return;
            }
            server.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), target));
            Thread back = Thread.ofVirtual().start(() -> pump(server, client));
            pump(client, server);
            back.join();
        } catch (IOException | InterruptedException e) {
            // Seen by the client as a reset, which is what a link that failed looks like.
        } finally {
            reset(client);
            reset(server);
        }
    }

    private synchronized boolean admit(Socket client, Socket server) {
        sockets.add(client);
        sockets.add(server);
        return state != State.CUT;
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[16 * 1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                awaitPassage();
                out.write(buffer, 0, read);
            }
            to.shutdownOutput();
        } catch (IOException | InterruptedException e) {
            reset(from);
            reset(to);
        }
    }

    private synchronized void awaitPassage() throws InterruptedException {
        while (state == State.STALLED) {
            wait();
        }
    }

    /** Without lingering, so that the other side sees a reset and not an orderly end. */
    private void reset(Socket socket) {
        sockets.remove(socket);
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // It is closed already.
        }
        try {
            socket.close();
        } catch (IOException e) {
            // There is nothing left to close.
        }
    }
}
