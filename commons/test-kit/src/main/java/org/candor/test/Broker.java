package org.candor.test;

/** The link between the services under test and Kafka. {@link TopicProbe} and {@link Facts} do not use it. */
public final class Broker {

    private Broker() {}

    /** Resets every connection and every new one until {@link #restore()}; what the broker holds stays. */
    public static void cut() {
        Platform.running().command("kafka", FaultyLink.State.CUT);
    }

    /** Lets connections stand but nothing pass until {@link #restore()}. */
    public static void stall() {
        Platform.running().command("kafka", FaultyLink.State.STALLED);
    }

    public static void restore() {
        Platform.running().command("kafka", FaultyLink.State.WHOLE);
    }

    /** Where a client of the test connects without the link: {@code host:port}. */
    public static String direct() {
        return "127.0.0.1:" + Platform.running().kafkaDirectPort();
    }

    /** Where the services connect, through the link: {@code host:port}. */
    public static String linked() {
        return "127.0.0.1:" + Platform.running().kafkaPort();
    }

    /** Where everybody shows a certificate of {@link Certificates} and may do what its name may: {@code host:port}. */
    public static String secured() {
        return "127.0.0.1:" + Platform.running().kafkaSecuredPort();
    }
}
