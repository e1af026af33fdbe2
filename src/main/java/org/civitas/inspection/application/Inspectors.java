package org.civitas.inspection.application;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.civitas.identity.Accounts;
import org.civitas.identity.Accounts.AccountFacts;
import org.civitas.identity.StandardRole;
import org.civitas.inspection.domain.InspectionPlan;
import org.springframework.stereotype.Component;

/** Who may be sent to inspect: inspectors and officers of the city whose area touches the plan's. */
@Component
public class Inspectors {

    private final Accounts accounts;

    Inspectors(Accounts accounts) {
        this.accounts = accounts;
    }

    public List<AccountFacts> forPlan(InspectionPlan plan) {
        return Stream.of(StandardRole.INSPECTOR, StandardRole.CITY_OFFICE)
                .flatMap(role -> accounts.withRole(role).stream())
                .filter(account -> plan.areaCode().startsWith(account.areaCode())
                        || account.areaCode().startsWith(plan.areaCode()))
                .filter(account -> account.areaCode().startsWith(plan.ownerAreaCode())
                        || plan.ownerAreaCode().startsWith(account.areaCode()))
                .distinct()
                .sorted(Comparator.comparing(
                                (AccountFacts account) -> !account.roles().contains(StandardRole.INSPECTOR.name()))
                        .thenComparing(AccountFacts::name))
                .toList();
    }
}
