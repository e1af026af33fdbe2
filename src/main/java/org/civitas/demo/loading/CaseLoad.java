package org.civitas.demo.loading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.civitas.calendar.WorkingTime;
import org.civitas.casework.CaseChannel;
import org.civitas.casework.CaseLoading;
import org.civitas.casework.NewCase;
import org.civitas.casework.PastCase;
import org.civitas.casework.PastCase.Note;
import org.civitas.demo.chance.Draw;
import org.civitas.demo.story.Item;
import org.civitas.demo.story.StepNote;
import org.civitas.demo.story.StoryCase;
import org.civitas.demo.story.StorySite;
import org.civitas.demo.story.StoryStep;
import org.civitas.shared.GeoPoint;

/** Cases through casework's door, and what was asked of units with them into the ledger of burden. */
final class CaseLoad {

    private final CaseLoading casework;
    private final Draw draw;
    private final CopyTable burden =
            new CopyTable("burden_entry", "id", "on_day", "kind", "unit_id", "cause", "subject_id");
    private List<StoryCase> waiting = new ArrayList<>();

    CaseLoad(CaseLoading casework, Draw draw) {
        this.casework = casework;
        this.draw = draw;
    }

    void file(StoryCase file) {
        waiting.add(file);
        file.steps().forEach(step -> burden(file, step));
    }

    /** Takes what waits away, to be written, in the order in which it was found, while more gathers. */
    Runnable cut() {
        List<StoryCase> taken = waiting;
        waiting = new ArrayList<>();
        taken.sort(Comparator.comparing(StoryCase::ordinal));
        return () -> casework.load(taken.stream().map(CaseLoad::past).toList());
    }

    int waiting() {
        return waiting.size();
    }

    CopyTable burden() {
        return burden;
    }

    private static PastCase past(StoryCase file) {
        return new PastCase(
                file.id(),
                problem(file),
                file.steps().stream().map(CaseLoad::step).toList());
    }

    private static NewCase problem(StoryCase file) {
        StorySite site = file.site();
        Item item = file.item();
        StepNote.Found found = (StepNote.Found) file.steps().getFirst().note();
        return new NewCase(
                file.kind().code(),
                CaseChannel.valueOf(file.channel()),
                file.description(),
                file.areaCode(),
                site == null ? null : site.id(),
                site == null ? null : site.spot().name(),
                site == null ? null : site.type(),
                item == null ? null : item.code(),
                item == null ? null : item.text(),
                file.spot(),
                new GeoPoint(file.longitude(), file.latitude()),
                found.pictures(),
                file.foundAt(),
                file.sourceId(),
                file.planKind(),
                false);
    }

    private static PastCase.PastStep step(StoryStep step) {
        return new PastCase.PastStep(
                step.command(),
                step.at(),
                step.actor().accountId(),
                step.actor().name(),
                step.actor().unitId(),
                step.words(),
                note(step.note()),
                step.requestId());
    }

    private static Note note(StepNote note) {
        return switch (note) {
            case StepNote.Plain plain -> new Note.Plain();
            case StepNote.Found found -> new Note.Found(found.pictureNeeded(), found.pictures(), found.sourceId());
            case StepNote.Dispatched order ->
                new Note.Dispatched(
                        order.leadUnit(), order.coUnits(), order.limit(), order.ruling(), order.pictureNeeded());
            case StepNote.Refused refused -> new Note.Refused(refused.basis());
            case StepNote.Assigned down -> new Note.Assigned(down.fromUnit(), down.subUnit(), down.innerDeadline());
            case StepNote.Mended mended -> new Note.Mended(mended.pictures(), mended.reference());
        };
    }

    private void burden(StoryCase file, StoryStep step) {
        switch (step.note()) {
            case StepNote.Dispatched order -> {
                asked(step.at(), "TASK", order.leadUnit(), "问题交办", file.id());
                order.coUnits().forEach(unit -> asked(step.at(), "TASK", unit, "问题交办", file.id()));
                if (order.pictureNeeded()) {
                    asked(step.at(), "PICTURE", order.leadUnit(), "问题整改照片", file.id());
                }
            }
            case StepNote.Assigned assigned -> asked(step.at(), "TASK", assigned.subUnit(), "问题转派", file.id());
            default -> {}
        }
    }

    private void asked(Instant at, String kind, UUID unit, String cause, UUID subject) {
        LocalDate day = at.atZone(WorkingTime.ZONE).toLocalDate();
        burden.row(draw.id(at), day, kind, unit, cause, subject);
    }
}
