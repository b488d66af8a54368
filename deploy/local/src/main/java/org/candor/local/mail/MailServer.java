package org.candor.local.mail;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.candor.local.Layout;
import org.candor.local.run.Component;
import org.subethamail.smtp.server.SMTPServer;

/** An SMTP server on the loopback address that hands every mail to a folder. Nothing leaves the machine. */
public final class MailServer implements Component {

    private static final int LARGEST_MAIL = 25 * 1024 * 1024;

    private final Layout layout;
    private final int port;
    private volatile Optional<SMTPServer> server = Optional.empty();

    public MailServer(Layout layout, int port) {
        this.layout = layout;
        this.port = port;
    }

    @Override
    public String name() {
        return "smtp";
    }

    @Override
    public List<String> needs() {
        return List.of();
    }

    @Override
    public void start() {
        MailFolder folder = new MailFolder(layout.mail(), Clock.systemUTC());
        SMTPServer fresh = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .softwareName("Candor local mail")
                .maxMessageSize(LARGEST_MAIL)
                .maxConnections(100)
                .connectionTimeout(60, TimeUnit.SECONDS)
                .messageHandlerFactory(context -> new MailTransaction(folder))
                .build();
        fresh.start();
        server = Optional.of(fresh);
    }

    @Override
    public void stop() {
        server.ifPresent(SMTPServer::stop);
        server = Optional.empty();
    }

    @Override
    public void kill() {
        stop();
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Optional.empty();
    }

    @Override
    public Path log() {
        return layout.log("launcher");
    }

    @Override
    public String advice() {
        return "free port %d, or choose another one with CANDOR_PORT_SMTP.".formatted(port);
    }
}
