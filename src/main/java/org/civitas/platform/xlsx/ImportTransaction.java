package org.civitas.platform.xlsx;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.web.Conflict;
import org.civitas.platform.web.NotFound;
import org.civitas.shared.RuleViolation;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reading a kept file: to check it, or to write all of it in one transaction. Whatever breaks off leaves nothing. */
@Component
class ImportTransaction {

    private final PreviewTable table;
    private final ImportFiles files;
    private final AuditTrail audit;
    private final Clock clock;
    private final ImportFigures figures;
    private final TransactionTemplate transaction;

    ImportTransaction(
            PreviewTable table,
            ImportFiles files,
            AuditTrail audit,
            Clock clock,
            ImportFigures figures,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
        this.figures = figures;
        this.transaction = new TransactionTemplate(transactions);
    }

    <R> void check(UUID id, String sha256, SheetImport<R> what, IntConsumer progress) {
        String kind = what.form().title();
        ImportTally tally = new ImportTally(what.form());
        SheetShape shape = figures.timed(
                kind,
                "check",
                () -> files.read(sha256, file -> ImportReading.first(file, what, tally::hear, progress)));
        figures.checked(kind, tally.good(), tally.faulty());
        transaction.executeWithoutResult(status -> {
            table.checked(id, shape.rows(), tally.good(), tally.faulty(), tally.shown(shape));
            audit.record(
                    "import.preview",
                    "import",
                    id,
                    Map.of("kind", kind, "good", tally.good(), "faulty", tally.faulty()));
        });
    }

    <R> ImportResult commit(CurrentUser user, UUID id, ImportMode mode, SheetImport<R> what, IntConsumer progress) {
        String kind = what.form().title();
        ImportResult result = figures.timed(
                kind,
                "commit",
                () -> Objects.requireNonNull(
                        transaction.execute(status -> commitInside(user, id, mode, what, progress))));
        figures.written(kind, result.imported());
        return result;
    }

    private <R> ImportResult commitInside(
            CurrentUser user, UUID id, ImportMode mode, SheetImport<R> what, IntConsumer progress) {
        PreviewTable.Stored preview =
                table.find(id, what.form().title(), user.accountId(), true).orElseThrow(() -> new NotFound("导入预览"));
        if (preview.committed()) {
            throw new Conflict("import.committed", "这个文件已经导入过了，请刷新页面查看结果。");
        }
        ImportTally tally = new ImportTally(what.form());
        files.read(preview.fileSha256(), file -> ImportReading.again(file, what, what::write, tally::hear, progress));
        if (mode == ImportMode.ALL && tally.faulty() > 0) {
            throw new RuleViolation("import.faulty", "有 " + tally.faulty() + " 行存在错误，没有导入任何内容；请改正后重新上传，或选择只导入没有错误的行。");
        }
        if (tally.good() == 0) {
            throw new RuleViolation("import.nothing-good", "没有可以导入的行，请改正错误后重新上传。");
        }
        table.markCommitted(id, mode, tally.good(), tally.faulty(), clock.instant());
        audit.record(
                "import.commit",
                "import",
                id,
                Map.of(
                        "kind",
                        preview.kind(),
                        "file",
                        preview.fileName(),
                        "written",
                        tally.good(),
                        "skipped",
                        tally.faulty()));
        return new ImportResult(tally.good(), tally.faulty());
    }
}
