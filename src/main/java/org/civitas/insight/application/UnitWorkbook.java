package org.civitas.insight.application;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.civitas.casework.CaseBrief;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.xlsx.ExportColumn;
import org.civitas.platform.xlsx.SheetsWriter;
import org.civitas.site.UnitSites;
import org.civitas.territory.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 四张清单工作簿 — the four lists as sheets, of one unit or of many; rows are written as they come. */
@Component
public class UnitWorkbook {

    /** 单位行 — a row with the unit whose list it stands in. */
    private record Row<T>(Unit unit, T line) {}

    private final UnitAnswering answering;

    UnitWorkbook(UnitAnswering answering) {
        this.answering = answering;
    }

    /** Writes the lists; the stream is not closed. */
    public void write(CurrentUser user, List<Unit> units, OutputStream out) throws IOException {
        AnsweringBook book = answering.book();
        try (SheetsWriter workbook = SheetsWriter.open(out)) {
            workbook.<Row<StandardLine>>rows(
                    "标准清单",
                    standards(),
                    each(units, (unit, to) -> book.lines(unit.id()).forEach(to)));
            workbook.<Row<UnitSites.Line>>rows(
                    "点位清单", sites(), each(units, (unit, to) -> answering.eachSite(user, unit.id(), to)));
            workbook.<Row<CaseBrief>>rows(
                    "问题清单", cases(book), each(units, (unit, to) -> answering.eachCase(user, unit.id(), to)));
            workbook.<Row<DutyRow>>rows(
                    "责任清单",
                    duties(),
                    each(units, (unit, to) -> answering.duties(unit.id(), book).forEach(to)));
        }
    }

    private static <T> Consumer<Consumer<Row<T>>> each(List<Unit> units, BiConsumer<Unit, Consumer<T>> lines) {
        return sink -> units.forEach(unit -> lines.accept(unit, line -> sink.accept(new Row<>(unit, line))));
    }

    private static <T> ExportColumn<Row<T>> text(String header, double width, Function<T, @Nullable String> value) {
        return ExportColumn.<Row<T>>text(header, row -> value.apply(row.line())).wide(width);
    }

    private static <T> ExportColumn<Row<T>> unit() {
        return ExportColumn.<Row<T>>text("单位", row -> row.unit().name()).wide(26);
    }

    private static List<ExportColumn<Row<StandardLine>>> standards() {
        return List.of(
                unit(),
                text("体系", 26, StandardLine::edition),
                text("类别", 10, StandardLine::kindWord),
                text("编码", 14, StandardLine::code),
                text("内容", 60, StandardLine::name),
                text("所属", 26, StandardLine::group),
                text("测评方法", 10, StandardLine::method),
                ExportColumn.<Row<StandardLine>>number("分值", row -> row.line().full())
                        .wide(8),
                text("承担", 8, StandardLine::role),
                text("牵头单位", 26, StandardLine::lead),
                text("配合单位", 36, line -> String.join("、", line.cos())),
                text("需要的佐证、怎么看", 44, StandardLine::evidence));
    }

    private static List<ExportColumn<Row<UnitSites.Line>>> sites() {
        return List.of(
                unit(),
                text("点位编号", 14, UnitSites.Line::code),
                text("点位名称", 30, UnitSites.Line::name),
                text("类型", 16, UnitSites.Line::typeName),
                text("区划", 36, UnitSites.Line::areaPath),
                text("地址", 30, UnitSites.Line::address),
                text("负责人", 14, UnitSites.Line::personInCharge),
                text("为何负责", 20, UnitSites.Line::ground));
    }

    private static List<ExportColumn<Row<CaseBrief>>> cases(AnsweringBook book) {
        return List.of(
                unit(),
                text("问题编号", 20, CaseBrief::number),
                text("类型", 16, CaseBrief::typeName),
                text("问题", 40, CaseBrief::description),
                text("点位", 26, CaseBrief::siteName),
                text("状态", 10, CaseBrief::stateWord),
                ExportColumn.<Row<CaseBrief>>text("承担", row -> role(row.line(), row.unit()))
                        .wide(8),
                text("牵头单位", 26, one -> one.leadUnitId() == null ? null : book.nameOf(one.leadUnitId())),
                moment("上报时间", CaseBrief::reportedAt),
                moment("期限", CaseBrief::deadlineAt));
    }

    static String role(CaseBrief one, Unit unit) {
        return unit.id().equals(one.leadUnitId()) ? "牵头" : "配合";
    }

    private static ExportColumn<Row<CaseBrief>> moment(String header, Function<CaseBrief, @Nullable Instant> value) {
        return ExportColumn.<Row<CaseBrief>>time(header, row -> value.apply(row.line()));
    }

    private static List<ExportColumn<Row<DutyRow>>> duties() {
        return List.of(
                unit(),
                text("类别", 12, DutyRow::kind),
                text("对什么负责", 60, DutyRow::target),
                text("承担", 10, DutyRow::role),
                text("牵头单位", 26, DutyRow::lead),
                text("配合单位", 36, row -> String.join("、", row.cos())),
                ExportColumn.<Row<DutyRow>>date("开始日期", row -> row.line().firstDay()),
                ExportColumn.<Row<DutyRow>>date("结束日期", row -> row.line().lastDay()),
                text("来源", 26, DutyRow::source));
    }
}
