package org.civitas.platform.audit.chain;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the audit chain is kept.
 *
 * @param data the data folder
 * @param auditHeads folder of the head files, best on another disk or machine; absent: {@code audit-heads} in the data folder
 * @param auditSealEvery pause between two looks for new lines
 */
@ConfigurationProperties("civitas")
record AuditSettings(
        @DefaultValue("./data") Path data,
        @Nullable Path auditHeads,
        @DefaultValue("400ms") Duration auditSealEvery) {

    Path heads() {
        return Objects.requireNonNullElseGet(auditHeads, () -> data.resolve("audit-heads"));
    }
}
