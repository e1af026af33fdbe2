package org.civitas.identity.web;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.civitas.identity.application.SignInGuard;
import org.civitas.identity.domain.Grant;
import org.civitas.identity.persistence.AccountTable;
import org.civitas.identity.persistence.GrantRequestTable;
import org.civitas.identity.persistence.SecondFactorTable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands beside accounts in other tables, asked for a page of them at once. */
@Component
class AccountFurther {

    /** Waiting after failures, authenticator, and what is asked for. */
    record Further(
            @Nullable OffsetDateTime delayedUntil,
            boolean secondFactor,
            @Nullable Grant wanted) {}

    private final SignInGuard guard;
    private final SecondFactorTable seconds;
    private final GrantRequestTable requests;
    private final Clock clock;

    AccountFurther(SignInGuard guard, SecondFactorTable seconds, GrantRequestTable requests, Clock clock) {
        this.guard = guard;
        this.seconds = seconds;
        this.requests = requests;
        this.clock = clock;
    }

    Map<UUID, Further> of(Collection<AccountTable.Stored> accounts) {
        List<UUID> ids = accounts.stream().map(AccountTable.Stored::id).toList();
        Map<String, Instant> delays =
                guard.delayed(accounts.stream().map(AccountTable.Stored::login).toList());
        Set<UUID> second = seconds.among(ids);
        Map<UUID, Grant> wanted = requests.among(ids);
        Map<UUID, Further> further = new HashMap<>();
        for (AccountTable.Stored account : accounts) {
            Instant until = delays.get(account.login());
            further.put(
                    account.id(),
                    new Further(
                            until == null ? null : until.atZone(clock.getZone()).toOffsetDateTime(),
                            second.contains(account.id()),
                            wanted.get(account.id())));
        }
        return further;
    }
}
