package org.civitas.demo.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.civitas.demo.chance.Draw;
import org.jspecify.annotations.Nullable;

/** 案件 — one generated case: what was found, and every step since. */
public final class StoryCase {

    private final UUID id;
    private int ordinal;
    private final Finding finding;
    private final CaseKind kind;
    private final List<StoryStep> steps = new ArrayList<>();

    StoryCase(UUID id, Finding finding, CaseKind kind) {
        this.id = id;
        this.finding = finding;
        this.kind = kind;
    }

    public UUID id() {
        return id;
    }

    /** 1, 2, 3 … in the order of finding. */
    public int ordinal() {
        return ordinal;
    }

    public CaseKind kind() {
        return kind;
    }

    public List<StoryStep> steps() {
        return List.copyOf(steps);
    }

    public String state() {
        return steps.getLast().to();
    }

    public Instant foundAt() {
        return finding.at();
    }

    public String channel() {
        return finding.channel();
    }

    public Actor reporter() {
        return finding.reporter();
    }

    public @Nullable StorySite site() {
        return finding.site();
    }

    public @Nullable Item item() {
        return finding.item();
    }

    public String description() {
        return finding.words();
    }

    public String areaCode() {
        return finding.areaCode();
    }

    public String spot() {
        return finding.spot();
    }

    public double longitude() {
        return finding.place().x;
    }

    public double latitude() {
        return finding.place().y;
    }

    public @Nullable UUID sourceId() {
        return finding.sourceId();
    }

    public @Nullable String planKind() {
        return finding.planKind();
    }

    void number(int number) {
        ordinal = number;
    }

    /** Puts 再次发现 into the timeline where it belongs; the steps after it move on by one. */
    void seenAgain(Finding again, Draw draw) {
        Instant seen = again.at().isBefore(foundAt()) ? foundAt() : again.at();
        int at = 0;
        while (at < steps.size() && !steps.get(at).at().isAfter(seen)) {
            at++;
        }
        StoryStep before = steps.get(at - 1);
        StepNote note = new StepNote.Found(kind.pictureNeeded(), again.pictures(), again.sourceId());
        steps.add(
                at,
                new StoryStep(
                        at + 1,
                        "SEEN_AGAIN",
                        before.to(),
                        before.to(),
                        seen,
                        again.reporter(),
                        again.words(),
                        note,
                        before.deadlineAt(),
                        draw.id(seen)));
        for (int i = at + 1; i < steps.size(); i++) {
            steps.set(i, steps.get(i).numbered(i + 1));
        }
    }

    List<StoryStep> mutableSteps() {
        return steps;
    }

    Finding finding() {
        return finding;
    }

    /** When nobody has anything to do about it any more; null while it is open. */
    @Nullable
    Instant endedAt() {
        return switch (state()) {
            case "CLOSED", "DISMISSED", "ANNULLED" -> firstEnd();
            default -> null;
        };
    }

    private Instant firstEnd() {
        for (StoryStep step : steps) {
            if (List.of("CLOSED", "DISMISSED", "ANNULLED").contains(step.to())) {
                return step.at();
            }
        }
        return steps.getLast().at();
    }
}
