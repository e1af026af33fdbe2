package org.civitas.demo.story;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 督查任务 — one drawn site for one inspector; open, visited or obstructed. */
public record StoryTask(
        UUID id,
        StoryPlan plan,
        StoryPlan.Drawn drawn,
        Actor inspector,
        String state,
        String note,
        @Nullable UUID visitId,
        @Nullable Instant doneAt) {}
