package org.civitas.standard;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 任务分解载入 — names the units for many things of an edition at once. */
public interface DecompositionLoading {

    /** 分解指定 — the units of one thing. */
    record Naming(AssignedKind kind, String code, @Nullable UUID lead, List<UUID> cos) {}

    /** @param reason why, such as the paper that says so */
    void assign(UUID editionId, LocalDate firstDay, String reason, List<Naming> namings);
}
