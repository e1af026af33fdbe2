package org.civitas.casework.web;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.civitas.calendar.WorkCalendars;
import org.civitas.calendar.WorkingTime;
import org.civitas.casework.CaseChannel;
import org.civitas.casework.application.CaseActions;
import org.civitas.casework.domain.Assignment;
import org.civitas.casework.domain.CaseCommand;
import org.civitas.casework.domain.CaseFile;
import org.civitas.casework.domain.CaseParty;
import org.civitas.casework.domain.CaseStep;
import org.civitas.casework.domain.Handling;
import org.civitas.casework.domain.StepFacts;
import org.civitas.casework.persistence.CaseRow;
import org.civitas.casework.persistence.StepRows;
import org.civitas.casework.web.CaseNames.Names;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.DataScope;
import org.civitas.platform.privacy.MaskedText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts cases into words and names for the browser. */
@Component
class CaseViews {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final CaseNames names;
    private final StepRows steps;
    private final CaseActions actions;
    private final SecretFindings secrets;
    private final WorkCalendars calendars;
    private final Clock clock;

    CaseViews(
            CaseNames names,
            StepRows steps,
            CaseActions actions,
            SecretFindings secrets,
            WorkCalendars calendars,
            Clock clock) {
        this.names = names;
        this.steps = steps;
        this.actions = actions;
        this.secrets = secrets;
        this.calendars = calendars;
        this.clock = clock;
    }

    List<CaseView> lines(List<CaseRow> rows, CurrentUser user) {
        Names found = names.of(rows, List.of());
        WorkingTime calendar = calendars.current();
        return rows.stream()
                .map(row -> line(row, found, calendar, user.cityWide() ? row.seenAgain() : 0))
                .toList();
    }

    CaseDetailView detail(CaseRow row, CurrentUser user) {
        List<CaseStep> timeline = steps.timeline(row.id());
        List<CaseStep> shown = secrets.without(timeline, user);
        CaseFile file = CaseFile.rebuild(timeline);
        Names found = names.of(List.of(row), unitsIn(timeline));
        Handling handling = file.handling();
        return new CaseDetailView(
                line(row, found, calendars.current(), SecretFindings.seenAgain(shown)),
                handling == null
                        ? List.of()
                        : handling.coUnits().stream()
                                .map(unit -> new CaseDetailView.UnitView(unit, name(found, unit)))
                                .toList(),
                handling == null
                        ? List.of()
                        : handling.chain().stream()
                                .map(each -> assignment(each, found))
                                .toList(),
                handling == null ? null : handling.limit().words(),
                handling != null && handling.ruling(),
                shown.stream().map(step -> step(step, found, user)).toList(),
                actions.of(file, user).stream()
                        .map(action -> new CaseDetailView.ActionView(
                                action.command().name(), action.command().word(), action.whyNot()))
                        .toList());
    }

    /** @param seenAgain how often the asker may know that it was seen again */
    CaseView line(CaseRow row, Names found, WorkingTime calendar, int seenAgain) {
        Instant stand = row.stoppedAt() == null ? clock.instant() : row.stoppedAt();
        boolean running = row.deadlineAt() != null && row.state().isOpen();
        return new CaseView(
                row.id(),
                row.number(),
                row.state().name(),
                row.state().word(),
                row.urgency() == null ? null : row.urgency().name(),
                row.urgency() == null ? null : row.urgency().word(),
                row.version(),
                row.typeCode(),
                found.type(row.typeCode()),
                CaseChannel.valueOf(row.channel()).word(),
                MaskedText.of(row.description()),
                row.areaCode(),
                found.area(row.areaCode()),
                found.path(row.areaCode()),
                row.siteId(),
                row.siteName(),
                row.checkItemCode(),
                row.checkItemText(),
                row.spot(),
                row.longitude(),
                row.latitude(),
                row.pictureNeeded(),
                local(row.foundAt()),
                local(row.reportedAt()),
                find(row.submittedAt()),
                find(row.closedAt()),
                row.leadUnitId(),
                found.unit(row.leadUnitId()),
                row.holderUnitId(),
                found.unit(row.holderUnitId()),
                find(row.deadlineAt()),
                row.provisional(),
                running
                        ? calendar.between(stand, Objects.requireNonNull(row.deadlineAt()))
                                .toMinutes()
                        : null,
                row.stoppedAt() != null,
                row.refusals(),
                row.reworks(),
                seenAgain,
                row.annulProposed(),
                row.beforePictures(),
                row.afterPictures());
    }

    private static CaseDetailView.AssignmentView assignment(Assignment each, Names found) {
        return new CaseDetailView.AssignmentView(
                name(found, each.fromUnit()),
                name(found, each.subUnit()),
                local(each.assignedAt()),
                local(each.innerDeadline()),
                find(each.handedInAt()));
    }

    private static CaseDetailView.StepView step(CaseStep step, Names found, CurrentUser user) {
        return new CaseDetailView.StepView(
                step.seq(),
                step.command().name(),
                step.command().word(),
                step.to().word(),
                local(step.at()),
                actor(step, found, user),
                MaskedText.of(step.words()),
                notes(step.facts(), found),
                pictures(step.facts()));
    }

    /** A unit sees units and offices, not who inspected or reported. */
    private static String actor(CaseStep step, Names found, CurrentUser user) {
        String unit = found.unit(step.actor().unitId());
        boolean hidden = step.command().party() == CaseParty.REPORTER && user.scope() instanceof DataScope.Unit;
        if (hidden) {
            return step.command() == CaseCommand.FIND ? "督查组" : "发现人";
        }
        return unit == null ? step.actor().name() : unit + " " + step.actor().name();
    }

    private static List<String> notes(StepFacts facts, Names found) {
        List<String> notes = new ArrayList<>();
        switch (facts) {
            case StepFacts.Dispatched order -> {
                notes.add("牵头：" + name(found, order.leadUnit()));
                if (!order.coUnits().isEmpty()) {
                    notes.add("协办："
                            + String.join(
                                    "、",
                                    order.coUnits().stream()
                                            .map(id -> name(found, id))
                                            .toList()));
                }
                notes.add("时限：" + order.limit().words());
                if (order.ruling()) {
                    notes.add("裁定，不能退单");
                }
            }
            case StepFacts.Refused refused -> notes.add("依据：" + refused.basis());
            case StepFacts.Assigned assigned ->
                notes.add("转给：" + name(found, assigned.subUnit()) + "，内部时限 "
                        + local(assigned.innerDeadline()).toLocalDateTime().format(SHOWN));
            case StepFacts.Mended mended -> {
                if (!mended.reference().isBlank()) {
                    notes.add("佐证：" + mended.reference());
                }
            }
            case StepFacts.Found ignored -> {}
            case StepFacts.Plain ignored -> {}
        }
        return notes;
    }

    private static List<UUID> pictures(StepFacts facts) {
        return switch (facts) {
            case StepFacts.Found first -> first.pictures();
            case StepFacts.Mended mended -> mended.pictures();
            default -> List.of();
        };
    }

    private static List<UUID> unitsIn(List<CaseStep> timeline) {
        List<UUID> units = new ArrayList<>();
        for (CaseStep step : timeline) {
            if (step.actor().unitId() != null) {
                units.add(step.actor().unitId());
            }
            if (step.facts() instanceof StepFacts.Dispatched order) {
                units.add(order.leadUnit());
                units.addAll(order.coUnits());
            }
            if (step.facts() instanceof StepFacts.Assigned assigned) {
                units.add(assigned.subUnit());
            }
        }
        return units;
    }

    private static String name(Names found, UUID unit) {
        return Objects.requireNonNullElse(found.unit(unit), "");
    }

    static OffsetDateTime local(Instant moment) {
        return moment.atZone(WorkingTime.ZONE).toOffsetDateTime();
    }

    static @Nullable OffsetDateTime find(@Nullable Instant moment) {
        return moment == null ? null : local(moment);
    }
}
