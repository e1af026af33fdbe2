package org.civitas.casework.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.civitas.calendar.WorkingTime;
import org.civitas.casework.CaseChannel;
import org.civitas.casework.NewCase;
import org.civitas.casework.domain.StepActor;
import org.civitas.casework.persistence.CaseTypes.CaseType;
import org.civitas.platform.access.DataScope;
import org.civitas.platform.xlsx.Column;
import org.civitas.platform.xlsx.SheetForm;
import org.civitas.platform.xlsx.SheetImport;
import org.civitas.platform.xlsx.SheetRow;
import org.civitas.shared.Ids;
import org.civitas.territory.Area;
import org.civitas.territory.Areas;
import org.jspecify.annotations.Nullable;

/** 导入问题 — problems from a workbook, such as a hotline's list; each becomes a case that waits for dispatch. */
final class CaseImport implements SheetImport<NewCase> {

    static final Column<String> DESCRIPTION =
            Column.text("问题描述", 1_000).required().example("幸福路口有三处占道经营");
    static final Column<String> TYPE =
            Column.text("问题类型", 60).required().example("占道经营").note("填类型名称或代码，见问题类型页面。");
    static final Column<String> AREA = Column.code("区划代码", 15).required().example("990101001001");
    static final Column<String> SPOT = Column.text("具体位置", 200).example("幸福路12号门前");
    static final Column<CaseChannel> CHANNEL = Column.choice("来源", channels()).note("不填为工作人员。");
    static final Column<LocalDate> FOUND = Column.date("发现日期").note("不填为导入当天。");

    static final SheetForm FORM = SheetForm.of("问题", DESCRIPTION, TYPE, AREA, SPOT, CHANNEL, FOUND)
            .instruction("每行一个问题，导入后为待交办。")
            .instruction("不登记群众的姓名和电话。")
            .mostRows(5_000);

    private final DataScope scope;
    private final Areas areas;
    private final Map<String, String> types = new LinkedHashMap<>();
    private final OpenCase openCase;
    private final StepActor actor;
    private final Clock clock;

    CaseImport(DataScope scope, Areas areas, List<CaseType> types, OpenCase openCase, StepActor actor, Clock clock) {
        this.scope = scope;
        this.areas = areas;
        this.openCase = openCase;
        this.actor = actor;
        this.clock = clock;
        for (CaseType type : types) {
            this.types.putIfAbsent(type.name(), type.code());
            this.types.put(type.code(), type.code());
        }
    }

    @Override
    public SheetForm form() {
        return FORM;
    }

    @Override
    public RowMapping<NewCase> mapping() {
        return batch -> {
            Map<String, Area> known = areas.byCodes(batch.values(AREA));
            for (SheetRow row : batch.rows()) {
                check(row, known);
                if (row.isGood()) {
                    batch.accept(row, problem(row));
                }
            }
        };
    }

    @Override
    public void write(List<NewCase> problems) {
        problems.forEach(problem -> openCase.open(Ids.next(), problem, actor, true));
    }

    private void check(SheetRow row, Map<String, Area> known) {
        if (!types.containsKey(row.need(TYPE))) {
            row.fault(TYPE, "没有名称或代码为“" + row.need(TYPE) + "”的问题类型。");
        }
        Area area = known.get(row.need(AREA));
        if (area == null) {
            row.fault(AREA, "没有代码为 " + row.need(AREA) + " 的区划。");
        } else if (!scope.administers(area.code())) {
            row.fault(AREA, "区划“" + area.path() + "”不在您的数据范围内。");
        }
        LocalDate found = row.get(FOUND);
        if (found != null && found.isAfter(LocalDate.ofInstant(clock.instant(), WorkingTime.ZONE))) {
            row.fault(FOUND, "发现日期 " + found + " 在今天之后，请改正。");
        }
    }

    private NewCase problem(SheetRow row) {
        return new NewCase(
                Objects.requireNonNull(types.get(row.need(TYPE))),
                row.getOr(CHANNEL, CaseChannel.OFFICER),
                row.need(DESCRIPTION),
                row.need(AREA),
                null,
                null,
                null,
                null,
                null,
                row.getOr(SPOT, ""),
                null,
                List.of(),
                found(row.get(FOUND)),
                null,
                null,
                false);
    }

    private Instant found(@Nullable LocalDate day) {
        return day == null
                ? clock.instant()
                : day.atStartOfDay(WorkingTime.ZONE).toInstant();
    }

    private static Map<String, CaseChannel> channels() {
        Map<String, CaseChannel> channels = new LinkedHashMap<>();
        for (CaseChannel channel : CaseChannel.values()) {
            if (channel != CaseChannel.INSPECTION) {
                channels.put(channel.word(), channel);
            }
        }
        return channels;
    }
}
