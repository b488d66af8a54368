package org.candor.investigation.readiness.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is taught, as data with a version.
 *
 * @param proposals curricula that an entity may adopt; as long as it does not, nothing is asked of anybody
 */
public record Catalogue(
        String version, LocalDate lastVerified, List<Topic> topics, List<Course> courses, List<Proposal> proposals) {

    public Catalogue {
        topics = List.copyOf(topics);
        courses = List.copyOf(courses);
        proposals = List.copyOf(proposals);
    }

    /** @param source the section of policy or law that asks for it */
    public record Topic(String code, String title, String source) {}

    /** @param validMonths how long a completion counts where its record does not say it */
    public record Course(String code, String title, int validMonths, List<String> topics) {
        public Course {
            topics = List.copyOf(topics);
        }
    }

    public record Proposal(String role, List<String> courses, int withinDays) {
        public Proposal {
            courses = List.copyOf(courses);
        }
    }

    public Optional<Course> course(String code) {
        return courses.stream().filter(course -> course.code().equals(code)).findFirst();
    }

    /** The courses of that topic. */
    public List<String> teaching(String topic) {
        return courses.stream()
                .filter(course -> course.topics().contains(topic))
                .map(Course::code)
                .toList();
    }

    public List<String> unknown(Iterable<String> codes) {
        List<String> unknown = new ArrayList<>();
        codes.forEach(code -> {
            if (course(code).isEmpty()) {
                unknown.add(code);
            }
        });
        return List.copyOf(unknown);
    }

    /** A course names a topic that there is not, or a proposal a course; empty when the data is sound. */
    public List<String> flaws() {
        List<String> known = topics.stream().map(Topic::code).toList();
        List<String> flaws = new ArrayList<>();
        courses.stream()
                .flatMap(course -> course.topics().stream())
                .filter(topic -> !known.contains(topic))
                .forEach(topic -> flaws.add("topic " + topic));
        proposals.forEach(proposal -> unknown(proposal.courses()).forEach(course -> flaws.add("course " + course)));
        return List.copyOf(flaws);
    }
}
