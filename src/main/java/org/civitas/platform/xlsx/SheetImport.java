package org.civitas.platform.xlsx;

import java.util.List;

/**
 * 导入 — what a module says about one import; the kit does the rest (template, preview, faults, one transaction, faulty rows).
 *
 * <pre>{@code
 * final class SiteImport implements SheetImport<NewSite> {
 *     static final Column<String> CODE = Column.code("点位编码", 30).required().example("NM-0001");
 *     static final Column<String> NAME = Column.text("点位名称", 60).required().example("幸福农贸市场");
 *     static final Column<String> AREA = Column.code("所属社区编码", 15).required().example("990102003004");
 *     static final Column<BigDecimal> LONGITUDE = Column.decimal("经度", "73", "136", 7).note("WGS84 坐标。");
 *
 *     public SheetForm form() {
 *         return SheetForm.of("点位", CODE, NAME, AREA, LONGITUDE).unique(CODE).mostRows(20_000);
 *     }
 *
 *     public RowMapping<NewSite> mapping() {
 *         return batch -> {                                       // at most 1,000 good rows, in the order of the sheet
 *             Set<String> known = areas.known(batch.values(AREA));   // one question to the database, not a thousand
 *             for (SheetRow row : batch.rows()) {
 *                 if (!known.contains(row.need(AREA))) {
 *                     row.fault(AREA, "没有编码为“" + row.text(AREA) + "”的社区。");
 *                 } else {
 *                     batch.accept(row, new NewSite(row.need(CODE), row.need(NAME), row.need(AREA)));
 *                 }
 *             }
 *         };
 *     }
 *
 *     public void write(List<NewSite> sites) {
 *         register.addAll(sites);                                  // one batch statement
 *     }
 * }
 * }</pre>
 *
 * An object of this kind is made per request, so it may hold the current user and check the data scope. The controller has
 * four short methods, see {@link ImportPreviews}.
 */
public interface SheetImport<R> {

    SheetForm form();

    /** A new mapping for one reading of a file; it may remember rows it has seen (a parent that stands further up). */
    RowMapping<R> mapping();

    /** Writes records in bulk, at most 1,000 at a time; all calls of one import share one transaction. */
    void write(List<R> records);

    /** Turns good rows into records; every row of the batch is either accepted or gets a fault. */
    @FunctionalInterface
    interface RowMapping<R> {
        void map(RowBatch<R> batch);
    }
}
