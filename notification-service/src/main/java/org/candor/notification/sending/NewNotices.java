package org.candor.notification.sending;

import java.util.List;
import java.util.UUID;
import org.candor.kit.outbox.EventJson;
import org.candor.kit.time.Ids;

/** People who are to get a notice, each in his text, as the insert statements read them. */
record NewNotices(List<Person> people) {

    record Person(UUID id, UUID textId) {}

    private record Row(UUID id, UUID person, UUID text) {}

    private record Rows(List<Row> rows) {}

    String json(Ids ids) {
        return array(EventJson.write(new Rows(people.stream()
                .map(person -> new Row(ids.next(), person.id(), person.textId()))
                .toList())));
    }

    /** {@code {"rows":[…]}} without its frame. */
    static String array(String json) {
        return json.substring(json.indexOf('['), json.lastIndexOf(']') + 1);
    }
}
