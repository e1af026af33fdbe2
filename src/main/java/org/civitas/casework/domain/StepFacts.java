package org.civitas.casework.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.civitas.calendar.TimeLimit;
import org.jspecify.annotations.Nullable;

/** 经过要点 — what a step says beside who, when and its words; each kind belongs to certain commands. */
public sealed interface StepFacts {

    /** Nothing more. */
    record Plain() implements StepFacts {}

    /** 发现 — a finding: first or again. */
    record Found(
            boolean pictureNeeded,
            List<UUID> pictures,
            @Nullable UUID sourceId) implements StepFacts {
        public Found {
            pictures = List.copyOf(pictures);
        }
    }

    /**
     * 交办 — to whom and for how long.
     *
     * @param ruling 裁定: can not be refused
     * @param pictureNeeded whether the result can be judged only from a picture
     */
    record Dispatched(UUID leadUnit, List<UUID> coUnits, TimeLimit limit, boolean ruling, boolean pictureNeeded)
            implements StepFacts {
        public Dispatched {
            coUnits = List.copyOf(coUnits);
        }
    }

    /** 退单 — the paper on which the refusal rests. */
    record Refused(String basis) implements StepFacts {}

    /** 转派 — to a sub-unit with its own, inner deadline. */
    record Assigned(UUID fromUnit, UUID subUnit, Instant innerDeadline) implements StepFacts {}

    /** 整改结果 — after-pictures, or a link or paper that stands in for them. */
    record Mended(List<UUID> pictures, String reference) implements StepFacts {
        public Mended {
            pictures = List.copyOf(pictures);
        }
    }
}
