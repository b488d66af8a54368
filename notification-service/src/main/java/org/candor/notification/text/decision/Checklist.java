package org.candor.notification.text.decision;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One letter holds all elements of every law that asks for it (policy III.D.1.a.iii); this says which are still open. */
public record Checklist(List<Item> items) {

    /** How far an element is. */
    public enum Status {
        /** A field that can't be empty, or fixed words of the template. */
        BY_THE_FORM,
        /** Nobody can measure it; whoever approves answers for it. */
        READ_BY_APPROVER,
        /** The author says where it stands, or that it does not. */
        CONFIRMED,
        OPEN,
        /** HIPAA asks for what the State forbids. */
        FOR_COUNSEL,
        /** Counsel has decided what becomes of the collision. */
        DECIDED
    }

    /** @param collidesWith section of HIPAA */
    public record Item(Element element, Status status, Optional<String> collidesWith) {}

    public Checklist {
        items = List.copyOf(items);
    }

    /**
     * @param confirmed ids that the author answers for
     * @param decided ids on which counsel has decided
     */
    public static Checklist of(List<Element> elements, Set<UUID> confirmed, Set<UUID> decided) {
        return new Checklist(elements.stream()
                .map(element -> new Item(element, status(element, confirmed, decided), element.collision()))
                .toList());
    }

    public List<Element> with(Status status) {
        return items.stream()
                .filter(item -> item.status() == status)
                .map(Item::element)
                .toList();
    }

    private static Status status(Element element, Set<UUID> confirmed, Set<UUID> decided) {
        if (element.federal()) {
            return element.must() ? Status.BY_THE_FORM : Status.READ_BY_APPROVER;
        }
        if (element.collision().isPresent()) {
            return decided.contains(element.id()) ? Status.DECIDED : Status.FOR_COUNSEL;
        }
        return confirmed.contains(element.id()) ? Status.CONFIRMED : Status.OPEN;
    }
}
