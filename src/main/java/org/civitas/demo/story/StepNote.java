package org.civitas.demo.story;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.civitas.calendar.TimeLimit;
import org.jspecify.annotations.Nullable;

/** 经过要点 — what a step of a case says beside who, when and its words. */
public sealed interface StepNote {

    /** 无 — nothing more. */
    record Plain() implements StepNote {}

    /** 发现 — the finding that began the case or was made again. */
    record Found(
            boolean pictureNeeded,
            List<UUID> pictures,
            @Nullable UUID sourceId) implements StepNote {}

    /** 交办 — to whom and for how long. */
    record Dispatched(UUID leadUnit, List<UUID> coUnits, TimeLimit limit, boolean ruling, boolean pictureNeeded)
            implements StepNote {}

    /** 退单 — on what paper the refusal rests. */
    record Refused(String basis) implements StepNote {}

    /** 转派 — to a sub-unit. */
    record Assigned(UUID fromUnit, UUID subUnit, Instant innerDeadline) implements StepNote {}

    /** 整改结果 — the pictures after the mend. */
    record Mended(List<UUID> pictures, String reference) implements StepNote {}
}
