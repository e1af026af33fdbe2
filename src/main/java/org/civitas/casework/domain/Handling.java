package org.civitas.casework.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.civitas.calendar.TimeLimit;

/**
 * 承办 — who answers for a dispatched case, and to whom the work was passed down.
 *
 * <p>The lead unit stays answerable whatever is passed down; results come back level by level.
 */
public record Handling(
        UUID leadUnit,
        List<UUID> coUnits,
        TimeLimit limit,
        boolean ruling,
        boolean pictureNeeded,
        List<Assignment> chain) {

    public Handling {
        coUnits = List.copyOf(coUnits);
        chain = List.copyOf(chain);
    }

    static Handling of(StepFacts.Dispatched facts) {
        return new Handling(
                facts.leadUnit(), facts.coUnits(), facts.limit(), facts.ruling(), facts.pictureNeeded(), List.of());
    }

    /** The unit whose turn it is: the deepest sub-unit that has not handed in, else the lead unit. */
    public UUID holder() {
        return workingSub().map(Assignment::subUnit).orElse(leadUnit);
    }

    /** Every unit that handles the case: the lead unit and all to which it was passed. */
    public List<UUID> handlers() {
        List<UUID> units = new ArrayList<>(List.of(leadUnit));
        chain.forEach(each -> units.add(each.subUnit()));
        return units;
    }

    Optional<Assignment> workingSub() {
        return chain.stream().filter(each -> !each.isHandedIn()).reduce((first, second) -> second);
    }

    /** The assignment that {@code above} gave and that came back to it, if it may be sent back. */
    Optional<Assignment> returnableBy(UUID above) {
        return chain.stream()
                .filter(each -> each.isHandedIn() && each.fromUnit().equals(above) && holder().equals(above))
                .findFirst();
    }

    /** Passed on by {@code facts.fromUnit}; what that unit had passed on before is void. */
    Handling assigned(StepFacts.Assigned facts, Instant at) {
        List<Assignment> kept = new ArrayList<>();
        if (!facts.fromUnit().equals(leadUnit)) {
            for (Assignment each : chain) {
                kept.add(each);
                if (each.subUnit().equals(facts.fromUnit())) {
                    break;
                }
            }
        }
        kept.add(new Assignment(facts.fromUnit(), facts.subUnit(), at, facts.innerDeadline(), null));
        return withChain(kept);
    }

    Handling handedIn(UUID unit, Instant at) {
        return withChain(chain.stream()
                .map(each -> each.subUnit().equals(unit) ? each.handedIn(at) : each)
                .toList());
    }

    Handling sentBack(UUID above) {
        return withChain(chain.stream()
                .map(each -> each.fromUnit().equals(above) ? each.reopened() : each)
                .toList());
    }

    private Handling withChain(List<Assignment> changed) {
        return new Handling(leadUnit, coUnits, limit, ruling, pictureNeeded, changed);
    }
}
