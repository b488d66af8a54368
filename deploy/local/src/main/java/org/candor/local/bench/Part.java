package org.candor.local.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.candor.local.Checkout;
import org.candor.local.ServiceName;

/** What can be measured, by the name that the command takes; see {@link Bench}. */
enum Part {
    INTAKE(Set.of(ServiceName.INTAKE)) {
        @Override
        List<Measurement> run(TestBed bed) throws Exception {
            return new IntakeBench(bed).run();
        }
    },
    LATENCY(Set.of(ServiceName.INTAKE, ServiceName.INVESTIGATION)) {
        @Override
        List<Measurement> run(TestBed bed) throws Exception {
            return new LatencyBench(bed).run();
        }
    },
    PREVIEW(Set.of(ServiceName.BREACH)) {
        @Override
        List<Measurement> run(TestBed bed) throws Exception {
            return new PreviewBench(bed).run();
        }
    },
    OBLIGATIONS(Set.of(ServiceName.BREACH)) {
        @Override
        List<Measurement> run(TestBed bed) throws Exception {
            return new ObligationsBench(bed).run();
        }
    },
    OVERLOAD(Set.of(ServiceName.INTAKE)) {
        @Override
        List<Measurement> run(TestBed bed) throws Exception {
            return new OverloadBench(bed).run();
        }
    },
    APPEND(Set.of(ServiceName.AUDIT)) {
        @Override
        List<Measurement> run(TestBed bed) throws Exception {
            return new AppendBench(bed).run();
        }
    },
    PROOFS(Set.of(ServiceName.AUDIT)) {
        @Override
        List<Measurement> run(TestBed bed) throws Exception {
            return new ProofBench(bed).run();
        }
    },
    ROSTER(Set.of(ServiceName.NOTIFICATION)) {
        @Override
        List<Measurement> run(TestBed bed) throws Exception {
            return new RosterBench(bed).run();
        }
    },
    LETTERS(Set.of(ServiceName.NOTIFICATION)) {
        @Override
        List<Measurement> run(TestBed bed) throws Exception {
            return new LettersBench(bed).run();
        }
    },
    LISTING(Set.of(ServiceName.NOTIFICATION)) {
        @Override
        List<Measurement> run(TestBed bed) throws Exception {
            return new ListingBench(bed).run();
        }
    },
    // What a mail server is spared is a setting of the operator; measured is how fast the service is.
    MAIL(Set.of(ServiceName.NOTIFICATION), Map.of("CANDOR_EMAILS_PER_MINUTE", "6000000")) {
        @Override
        List<Measurement> run(TestBed bed) throws Exception {
            return new MailBench(bed).run();
        }
    },
    START(Set.of(ServiceName.values())) {
        @Override
        List<Measurement> run(TestBed bed) throws Exception {
            HelloApplication hello = HelloApplication.build(Checkout.find(), bed.folder());
            bed.stack().trainStartCaches();
            return new StartBench(bed.stack(), hello).run();
        }
    };

    /** Only these run: others would take processor time from both sides. */
    final Set<ServiceName> services;

    /** What they are told besides. */
    final Map<String, String> environment;

    Part(Set<ServiceName> services) {
        this(services, Map.of());
    }

    Part(Set<ServiceName> services, Map<String, String> environment) {
        this.services = services;
        this.environment = environment;
    }

    abstract List<Measurement> run(TestBed bed) throws Exception;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
