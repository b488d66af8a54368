#!/bin/sh
# The platform's topics, as event-contracts declares them (Topic.java), on a broker that makes none by itself. What is there
# already stays as it is.
set -eu

partitions=6
thirty_days=2592000000

topic() {
  /opt/kafka/bin/kafka-topics.sh --bootstrap-server "$CANDOR_KAFKA" --create --if-not-exists \
    --partitions "$partitions" --topic "$1" --config "$2"
}

# Facts are kept for thirty days, the newest state of each key for ever.
facts() { topic "$1" "retention.ms=$thirty_days"; }
state() { topic "$1" cleanup.policy=compact; }

facts intake.report.v1
state intake.directory.v1
state intake.routing.v1
facts investigation.case.v1
facts breach.assessment.v1
facts breach.obligation.v1
facts notification.notice.v1
facts audit.checkpoint.v1
facts audit.retention.v1
facts audit.programme.v1
facts audit.access.v1
