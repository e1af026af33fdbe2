package org.civitas.scoring.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.civitas.scoring.domain.RoundResult.VetoEffect;
import org.civitas.scoring.domain.Veto.Consequence;

/**
 * 负面清单计分 — what the events do to the total: first every deduction (never below 0), then the lowest cap. The events
 * carry what they take: each event of a requirement alike, the events under the lowest cap alike.
 */
final class VetoScoring {

    private final Map<String, Requirement> vetoes = new LinkedHashMap<>();
    private final List<VetoEffect> effects = new ArrayList<>();
    private final List<LossPiece> pieces = new ArrayList<>();
    private long got;

    /** @param events of any order; those of requirements that the edition does not have are left out */
    VetoScoring(List<Requirement> requirements, List<VetoEvent> events, long gotBefore) {
        got = gotBefore;
        for (Requirement requirement : requirements) {
            if (requirement.rule() instanceof Veto) {
                vetoes.put(requirement.code(), requirement);
            }
        }
        List<VetoEvent> known = events.stream()
                .filter(e -> vetoes.containsKey(e.requirementCode()))
                .sorted(VetoEvent.IN_TIME)
                .toList();
        deduct(of(Consequence.DEDUCT, known));
        cap(of(Consequence.CAP, known));
        for (Consequence flag : List.of(Consequence.SUSPEND, Consequence.REVOKE)) {
            of(flag, known).forEach(event -> record(event, 0));
        }
    }

    private List<VetoEvent> of(Consequence consequence, List<VetoEvent> known) {
        return known.stream().filter(e -> rule(e).consequence() == consequence).toList();
    }

    private Veto rule(VetoEvent event) {
        return (Veto) requirement(event).rule();
    }

    private Requirement requirement(VetoEvent event) {
        Requirement requirement = vetoes.get(event.requirementCode());
        if (requirement == null) {
            throw new IllegalStateException("unknown " + event.requirementCode());
        }
        return requirement;
    }

    private void deduct(List<VetoEvent> events) {
        long[] wanted = new long[events.size()];
        for (String code : vetoes.keySet()) {
            int[] own = IntStream.range(0, wanted.length)
                    .filter(i -> events.get(i).requirementCode().equals(code))
                    .toArray();
            if (own.length > 0) {
                Veto rule = rule(events.get(own[0]));
                long sum = Math.multiplyExact(rule.nanos(), (long) own.length);
                long most =
                        rule.most() == null ? sum : Math.min(sum, rule.most().nanos());
                long[] parts = Apportionment.split(most, Attribution.equal(own.length));
                for (int i = 0; i < own.length; i++) {
                    wanted[own[i]] = parts[i];
                }
            }
        }
        long sum = Arrays.stream(wanted).sum();
        long[] taken = sum > got ? Apportionment.split(got, wanted) : wanted;
        for (int i = 0; i < taken.length; i++) {
            record(events.get(i), taken[i]);
        }
    }

    private void cap(List<VetoEvent> events) {
        long lowest = events.stream().mapToLong(e -> rule(e).nanos()).min().orElse(Long.MAX_VALUE);
        List<VetoEvent> carrying =
                events.stream().filter(e -> rule(e).nanos() == lowest).toList();
        long[] parts = carrying.isEmpty()
                ? new long[0]
                : Apportionment.split(Math.max(0, got - lowest), Attribution.equal(carrying.size()));
        for (VetoEvent event : events) {
            int place = carrying.indexOf(event);
            record(event, place < 0 ? 0 : parts[place]);
        }
    }

    private void record(VetoEvent event, long taken) {
        effects.add(
                new VetoEffect(event.id(), event.requirementCode(), rule(event).consequence(), taken));
        if (taken > 0) {
            pieces.add(Attribution.piece(requirement(event), event, taken));
            got -= taken;
        }
    }

    long got() {
        return got;
    }

    List<VetoEffect> effects() {
        return List.copyOf(effects);
    }

    List<LossPiece> pieces() {
        return pieces;
    }
}
