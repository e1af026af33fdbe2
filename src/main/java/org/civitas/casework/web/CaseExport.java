package org.civitas.casework.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.civitas.calendar.WorkCalendars;
import org.civitas.calendar.WorkingTime;
import org.civitas.casework.persistence.CaseFilter;
import org.civitas.casework.persistence.CaseLists;
import org.civitas.casework.persistence.CaseScope;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.xlsx.ExportColumn;
import org.civitas.platform.xlsx.SheetWriter;
import org.civitas.platform.xlsx.XlsxAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The ledger as a workbook, streamed row by row. */
@Component
class CaseExport {

    private static final List<ExportColumn<CaseView>> COLUMNS = List.of(
            ExportColumn.<CaseView>text("编号", CaseView::number),
            ExportColumn.<CaseView>text("状态", CaseView::stateWord).wide(10),
            ExportColumn.<CaseView>text("时限情况", CaseView::urgencyWord).wide(16),
            ExportColumn.<CaseView>text("类型", CaseView::typeName),
            ExportColumn.<CaseView>text("问题", CaseView::description).wide(40),
            ExportColumn.<CaseView>text("点位", CaseView::siteName).wide(24),
            ExportColumn.<CaseView>text("具体位置", CaseView::spot).wide(24),
            ExportColumn.<CaseView>text("区域", CaseView::areaPath).wide(28),
            ExportColumn.<CaseView>text("来源", CaseView::channelWord).wide(10),
            ExportColumn.<CaseView>text("牵头单位", CaseView::leadUnitName).wide(24),
            ExportColumn.<CaseView>text("现办单位", CaseView::holderUnitName).wide(24),
            ExportColumn.<CaseView>time("上报时间", view -> view.reportedAt().toInstant()),
            ExportColumn.<CaseView>time("期限", view -> moment(view.deadlineAt())),
            ExportColumn.<CaseView>time("提交时间", view -> moment(view.submittedAt())),
            ExportColumn.<CaseView>time("销号时间", view -> moment(view.closedAt())),
            ExportColumn.<CaseView>number("返工次数", CaseView::reworks),
            ExportColumn.<CaseView>number("再次发现", CaseView::seenAgain));

    private final CaseLists lists;
    private final CaseNames names;
    private final CaseViews views;
    private final WorkCalendars calendars;

    CaseExport(CaseLists lists, CaseNames names, CaseViews views, WorkCalendars calendars) {
        this.lists = lists;
        this.names = names;
        this.views = views;
        this.calendars = calendars;
    }

    ResponseEntity<Resource> of(CaseFilter filter, CurrentUser user) {
        CaseNames.Names all = names.all();
        WorkingTime calendar = calendars.current();
        return XlsxAnswer.of("问题台账", out -> {
            try (SheetWriter<CaseView> sheet = SheetWriter.open(out, "问题台账", COLUMNS)) {
                lists.each(
                        filter,
                        CaseScope.of(user),
                        row -> sheet.add(views.line(row, all, calendar, user.cityWide() ? row.seenAgain() : 0)));
            }
        });
    }

    private static @Nullable Instant moment(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
