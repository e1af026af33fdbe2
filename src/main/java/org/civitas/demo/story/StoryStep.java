package org.civitas.demo.story;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 办理经过 — one step of a case, with the names of casework's commands and states. */
public record StoryStep(
        int seq,
        String command,
        @Nullable String from,
        String to,
        Instant at,
        Actor actor,
        String words,
        StepNote note,
        @Nullable Instant deadlineAt,
        UUID requestId) {

    StoryStep numbered(int number) {
        return new StoryStep(number, command, from, to, at, actor, words, note, deadlineAt, requestId);
    }
}
