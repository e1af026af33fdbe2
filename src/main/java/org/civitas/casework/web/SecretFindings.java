package org.civitas.casework.web;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.civitas.casework.domain.CaseCommand;
import org.civitas.casework.domain.CaseStep;
import org.civitas.casework.domain.StepFacts;
import org.civitas.inspection.InspectionPlans;
import org.civitas.inspection.Observations;
import org.civitas.inspection.ObservedFact;
import org.civitas.platform.access.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps from the inspected that somebody was there: a step 再次发现 of a plan that is not released is shown to the city's
 * office only.
 */
@Component
class SecretFindings {

    private final Observations observations;
    private final InspectionPlans plans;

    SecretFindings(Observations observations, InspectionPlans plans) {
        this.observations = observations;
        this.plans = plans;
    }

    List<CaseStep> without(List<CaseStep> timeline, CurrentUser user) {
        List<UUID> sources = timeline.stream()
                .filter(step -> step.command() == CaseCommand.SEEN_AGAIN)
                .map(SecretFindings::source)
                .filter(Objects::nonNull)
                .toList();
        if (user.cityWide() || sources.isEmpty()) {
            return timeline;
        }
        Set<UUID> secret = secret(sources);
        return timeline.stream()
                .filter(step -> step.command() != CaseCommand.SEEN_AGAIN || !secret.contains(source(step)))
                .toList();
    }

    static int seenAgain(List<CaseStep> shown) {
        return (int) shown.stream()
                .filter(step -> step.command() == CaseCommand.SEEN_AGAIN)
                .count();
    }

    private Set<UUID> secret(List<UUID> sources) {
        Map<UUID, UUID> planOf = new HashMap<>();
        for (ObservedFact fact : observations.byIds(sources)) {
            if (fact.planId() != null) {
                planOf.put(fact.id(), fact.planId());
            }
        }
        Set<UUID> plansKept = plans.secret(new HashSet<>(planOf.values()));
        Set<UUID> secret = new HashSet<>();
        planOf.forEach((observation, plan) -> {
            if (plansKept.contains(plan)) {
                secret.add(observation);
            }
        });
        return secret;
    }

    private static @Nullable UUID source(CaseStep step) {
        return step.facts() instanceof StepFacts.Found found ? found.sourceId() : null;
    }
}
