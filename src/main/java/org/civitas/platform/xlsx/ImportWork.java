package org.civitas.platform.xlsx;

import java.util.UUID;
import java.util.function.Supplier;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.SignedIn;
import org.civitas.platform.jobs.Work;
import org.civitas.platform.web.NotFound;
import org.civitas.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.json.JsonMapper;

/** Checking and writing large files in the background, in the name of who asked for it. */
@Configuration(proxyBeanMethods = false)
class ImportWork {

    static final String CHECK = "import.check";
    static final String COMMIT = "import.commit";

    /** What the work keeps; {@code mode} is null for a check. */
    record Data(
            UUID preview,
            String kind,
            String sha256,
            @Nullable ImportMode mode,
            ImportAsker asker) {}

    private final ObjectProvider<ImportSource> sources;
    private final PreviewTable table;
    private final ImportTransaction reading;
    private final JsonMapper json;

    ImportWork(ObjectProvider<ImportSource> sources, PreviewTable table, ImportTransaction reading, JsonMapper json) {
        this.sources = sources;
        this.table = table;
        this.reading = reading;
        this.json = json;
    }

    @Bean
    Work checkImport() {
        return new Importing(CHECK, this::check);
    }

    @Bean
    Work commitImport() {
        return new Importing(COMMIT, this::commit);
    }

    private interface Step {
        Work.Outcome run(Data data, CurrentUser user, Work.Progress progress);
    }

    private final class Importing implements Work {

        private final String kind;
        private final Step step;

        Importing(String kind, Step step) {
            this.kind = kind;
            this.step = step;
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public boolean cancellable() {
            return true;
        }

        @Override
        public Outcome run(String data, Progress progress) {
            Data read = json.readValue(data, Data.class);
            CurrentUser user = read.asker().user();
            return as(user, () -> step.run(read, user, progress));
        }
    }

    private Work.Outcome check(Data data, CurrentUser user, Work.Progress progress) {
        progress.at(0, 0, "正在检查");
        try {
            reading.check(
                    data.preview(),
                    data.sha256(),
                    what(data, user),
                    rows -> progress.at(rows, 0, "已检查 " + rows + " 行"));
        } catch (Work.Cancelled | RuleViolation ended) {
            table.remove(data.preview());
            throw ended;
        }
        return new Work.Outcome("检查完毕，请查看结果后确认导入。", null);
    }

    /** Run again after a crash it finds either nothing of its rows or all of them. */
    private Work.Outcome commit(Data data, CurrentUser user, Work.Progress progress) {
        PreviewTable.Stored preview =
                table.find(data.preview(), user.accountId()).orElseThrow(() -> new NotFound("导入预览"));
        if (preview.committed()) {
            return new Work.Outcome(said(new ImportResult(preview.goodRows(), preview.faultyRows())), null);
        }
        progress.at(0, preview.rowCount(), "正在导入");
        try {
            ImportResult result = reading.commit(
                    user,
                    data.preview(),
                    java.util.Objects.requireNonNull(data.mode()),
                    what(data, user),
                    rows -> progress.at(rows, preview.rowCount(), "正在导入；全部写完之前不会留下任何内容。"));
            return new Work.Outcome(said(result), null);
        } catch (DataIntegrityViolationException conflict) {
            throw new RuleViolation("import.conflict", "检查之后有人登记了相同的内容，没有导入任何一行；请重新上传检查。");
        }
    }

    private static String said(ImportResult result) {
        return "已导入 " + result.imported() + " 行"
                + (result.skipped() == 0 ? "。" : "；有误的 " + result.skipped() + " 行没有导入，下载后改正可再次导入。");
    }

    private SheetImport<?> what(Data data, CurrentUser user) {
        return sources.stream()
                .filter(source -> source.form().title().equals(data.kind()))
                .findFirst()
                .orElseThrow()
                .by(user);
    }

    private static <T> T as(CurrentUser user, Supplier<T> work) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new SignedIn(user));
        SecurityContextHolder.setContext(context);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
