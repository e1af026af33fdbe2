package org.civitas.territory.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.web.BadInput;
import org.civitas.platform.web.NotFound;
import org.civitas.platform.web.Slice;
import org.civitas.shared.Ids;
import org.civitas.territory.AnswerableViews;
import org.civitas.territory.AnswerableViews.AnswerableView;
import org.civitas.territory.AreaCode;
import org.civitas.territory.Areas;
import org.civitas.territory.Duties;
import org.civitas.territory.Duty;
import org.civitas.territory.DutyKind;
import org.civitas.territory.DutySubject;
import org.civitas.territory.DutyTarget;
import org.civitas.territory.application.DutyQueries;
import org.civitas.territory.application.DutyQueries.DutyView;
import org.civitas.territory.application.EditDuty;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "territory")
class DutyController {

    /** A duty as it is put on somebody; a site or a type is optional, the area never. */
    record DutyInput(
            @NotNull(message = "请选择责任类别。") DutyKind kind,
            @NotBlank(message = "请选择区划。") String areaCode,
            @Nullable UUID siteId,
            @Nullable String siteType,
            @NotNull(message = "请选择单位。") UUID unitId,

            @Size(max = 30, message = "姓名不超过 30 字。") @Nullable
            String personName,

            @Size(max = 60, message = "职务不超过 60 字。") @Nullable
            String personTitle,

            @Nullable UUID accountId,
            @NotNull(message = "请选择开始日期。") LocalDate firstDay,
            @Nullable LocalDate lastDay,

            @Size(max = 200, message = "依据不超过 200 字。") @Nullable
            String basis) {

        Duty duty() {
            return new Duty(
                    Ids.next(),
                    kind,
                    target(),
                    unitId,
                    words(personName),
                    words(personTitle),
                    accountId,
                    firstDay,
                    lastDay);
        }

        private DutyTarget target() {
            AreaCode area = new AreaCode(areaCode);
            if (siteId != null && words(siteType) != null) {
                throw new BadInput("siteType", "指定了点位就不必再选点位类型。");
            }
            if (siteId != null) {
                return new DutyTarget.OfSite(siteId, area);
            }
            String type = words(siteType);
            return type == null ? new DutyTarget.OfArea(area) : new DutyTarget.OfType(type, area);
        }

        private static @Nullable String words(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }

    record DutyEndInput(@NotNull(message = "请选择结束日期。") LocalDate lastDay, int version) {}

    private final DutyQueries queries;
    private final Duties duties;
    private final Areas areas;
    private final AnswerableViews answers;
    private final EditDuty edit;
    private final Clock clock;

    DutyController(
            DutyQueries queries, Duties duties, Areas areas, AnswerableViews answers, EditDuty edit, Clock clock) {
        this.queries = queries;
        this.duties = duties;
        this.areas = areas;
        this.answers = answers;
        this.edit = edit;
        this.clock = clock;
    }

    @Allow(Permission.TERRITORY_READ)
    @Operation(summary = "责任列表")
    @GetMapping("/api/duties")
    Slice<DutyView> list(
            CurrentUser user,
            @RequestParam(required = false) @Nullable DutyKind kind,
            @RequestParam(required = false) @Nullable String areaCode,
            @RequestParam(required = false) @Nullable UUID unitId,
            @RequestParam(required = false) @Nullable UUID siteId,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var filter = new DutyQueries.Filter(kind, areaCode, unitId, siteId, on, words);
        return queries.list(user.scope(), filter, after, Slice.limit(limit));
    }

    @Allow(Permission.TERRITORY_READ)
    @Operation(summary = "谁对它负责：某区划（某类点位）在某日的责任归属")
    @GetMapping("/api/duties/answerable")
    AnswerableView answerable(
            CurrentUser user,
            @RequestParam String areaCode,
            @RequestParam(required = false) @Nullable String siteType,
            @RequestParam(required = false) @Nullable LocalDate day) {
        if (!user.scope().covers(areaCode) || areas.byCode(areaCode).isEmpty()) {
            throw new NotFound("区划");
        }
        DutySubject subject = siteType == null || siteType.isBlank()
                ? DutySubject.ofArea(areaCode)
                : DutySubject.ofType(siteType, areaCode);
        return answers.view(duties.answerableFor(subject, dayOr(day)));
    }

    @Allow(Permission.SIGNED_IN)
    @Operation(summary = "我负责什么：本人和本单位（或指定单位）在某日的责任")
    @GetMapping("/api/duties/mine")
    List<DutyView> mine(
            CurrentUser user,
            @RequestParam(required = false) @Nullable UUID unitId,
            @RequestParam(required = false) @Nullable LocalDate day) {
        List<Duty> held = unitId == null
                ? duties.heldBy(user.unitId(), user.accountId(), dayOr(day))
                : duties.heldBy(unitId, null, dayOr(day)).stream()
                        .filter(duty -> user.scope().covers(duty.target().area().value()))
                        .toList();
        return queries.byIds(held.stream().map(Duty::id).toList());
    }

    @Allow(Permission.TERRITORY_EDIT)
    @Operation(summary = "新增责任")
    @PostMapping("/api/duties")
    @ResponseStatus(HttpStatus.CREATED)
    DutyView add(CurrentUser user, @Valid @RequestBody DutyInput input) {
        Duty duty = input.duty();
        edit.add(user.scope(), duty, Optional.ofNullable(input.basis()).orElse(""));
        return queries.one(duty.id()).orElseThrow();
    }

    @Allow(Permission.TERRITORY_EDIT)
    @Operation(summary = "结束责任")
    @PostMapping("/api/duties/{id}/ends")
    DutyView end(CurrentUser user, @PathVariable UUID id, @Valid @RequestBody DutyEndInput input) {
        edit.end(user.scope(), id, input.lastDay(), input.version());
        return queries.one(id).orElseThrow();
    }

    private LocalDate dayOr(@Nullable LocalDate day) {
        return day == null ? LocalDate.now(clock) : day;
    }
}
