package org.civitas.demo.loading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.civitas.calendar.WorkingTime;
import org.civitas.casework.CaseChannel;
import org.civitas.casework.CaseLoading;
import org.civitas.casework.NewCase;
import org.civitas.demo.chance.Draw;
import org.civitas.demo.story.Item;
import org.civitas.demo.story.StepNote;
import org.civitas.demo.story.StoryCase;
import org.civitas.demo.story.StorySite;
import org.civitas.demo.story.StoryStep;
import org.civitas.shared.GeoPoint;
import tools.jackson.databind.json.JsonMapper;

/** Cases through casework's door, and what was asked of units with them into the ledger of burden. */
final class CaseLoad {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BATCH = 1_000;

    private final CaseLoading casework;
    private final Draw draw;
    private final CopyTable burden =
            new CopyTable("burden_entry", "id", "on_day", "kind", "unit_id", "cause", "subject_id");
    private final List<CaseLoading.Told> waiting = new ArrayList<>();
    private long count;

    CaseLoad(CaseLoading casework, Draw draw) {
        this.casework = casework;
        this.draw = draw;
    }

    void file(StoryCase file) {
        waiting.add(told(file));
        file.steps().forEach(step -> burden(file, step));
        count = Math.max(count, file.ordinal());
        if (waiting.size() >= BATCH) {
            flush();
        }
    }

    void flush() {
        if (!waiting.isEmpty()) {
            casework.load(waiting);
            waiting.clear();
        }
    }

    void finish() {
        flush();
        casework.numberFrom(count);
    }

    CopyTable burden() {
        return burden;
    }

    long count() {
        return count;
    }

    private static CaseLoading.Told told(StoryCase file) {
        int year = file.foundAt().atZone(WorkingTime.ZONE).getYear();
        String number = String.format(Locale.ROOT, "%d-%06d", year, file.ordinal());
        return new CaseLoading.Told(
                file.id(), number, problem(file), file.steps().stream().map(CaseLoad::step).toList());
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

    private static CaseLoading.Step step(StoryStep step) {
        return new CaseLoading.Step(
                step.seq(),
                step.command(),
                step.from(),
                step.to(),
                step.at(),
                step.actor().accountId(),
                step.actor().name(),
                step.actor().unitId(),
                step.words(),
                JSON.writeValueAsString(step.note()),
                step.deadlineAt(),
                step.requestId());
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
