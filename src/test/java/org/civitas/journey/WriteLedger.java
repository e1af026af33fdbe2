package org.civitas.journey;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the clients sent, what was acknowledged to them, and what they were answered that they never should be. */
final class WriteLedger {

    enum Kind {
        CASE,
        STEP,
        VISIT,
        PICTURE,
        IMPORT,
        WORK
    }

    private final Map<Kind, Set<String>> sent = new ConcurrentHashMap<>();
    private final Map<Kind, Set<String>> acknowledged = new ConcurrentHashMap<>();
    private final Collection<String> faults = new ConcurrentLinkedQueue<>();

    void sent(Kind kind, String id) {
        sent.computeIfAbsent(kind, k -> ConcurrentHashMap.newKeySet()).add(id);
    }

    void acknowledged(Kind kind, String id) {
        acknowledged.computeIfAbsent(kind, k -> ConcurrentHashMap.newKeySet()).add(id);
    }

    void fault(String words) {
        faults.add(words);
    }

    Set<String> sent(Kind kind) {
        return sent.getOrDefault(kind, Set.of());
    }

    Set<String> acknowledged(Kind kind) {
        return acknowledged.getOrDefault(kind, Set.of());
    }

    int acknowledged() {
        return acknowledged.values().stream().mapToInt(Set::size).sum();
    }

    List<String> faults() {
        return List.copyOf(faults);
    }
}
