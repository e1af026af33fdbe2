package org.civitas.demo.loading;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.civitas.calendar.WorkCalendars;
import org.civitas.casework.CaseLoading;
import org.civitas.demo.story.Catalogue;
import org.civitas.demo.story.Chronicle;
import org.civitas.demo.story.Premise;
import org.civitas.demo.story.Story;
import org.civitas.demo.story.StoryCase;
import org.civitas.demo.story.StoryPlan;
import org.civitas.demo.story.StoryTask;
import org.civitas.demo.story.StoryVisit;
import org.civitas.platform.city.CityCode;
import org.civitas.platform.city.CurrentCity;
import org.civitas.standard.Edition;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Fills the city of this thread, step by step, saying how far it is. */
@Component
class DemoCity {

    /** A large data set is written month by month, the demonstration at once. */
    private static final int MOST_WAITING = 20_000;

    private final TerritoryLoad territory;
    private final AccountLoad accounts;
    private final StandardLoad standard;
    private final DecompositionLoad decomposition;
    private final SiteLoad sites;
    private final PictureLoad pictures;
    private final RoundLoad rounds;
    private final CaseLoading casework;
    private final WorkCalendars calendars;
    private final DataSource dataSource;
    private final JdbcTemplate jdbc;

    DemoCity(
            TerritoryLoad territory,
            AccountLoad accounts,
            StandardLoad standard,
            DecompositionLoad decomposition,
            SiteLoad sites,
            PictureLoad pictures,
            RoundLoad rounds,
            CaseLoading casework,
            WorkCalendars calendars,
            DataSource dataSource,
            JdbcTemplate jdbc) {
        this.territory = territory;
        this.accounts = accounts;
        this.standard = standard;
        this.decomposition = decomposition;
        this.sites = sites;
        this.pictures = pictures;
        this.rounds = rounds;
        this.casework = casework;
        this.calendars = calendars;
        this.dataSource = dataSource;
        this.jdbc = jdbc;
    }

    /** Everything of the story with that seed, last day and number of cases. */
    void load(long seed, LocalDate lastDay, int cases, Progress progress) {
        Premise premise = progress.step("绘制地图", () -> Premise.of(seed, lastDay));
        CityCode city = CurrentCity.required();
        CompletableFuture<Void> drawing =
                CompletableFuture.runAsync(() -> CurrentCity.run(city, () -> pictures.load(premise)));
        progress.step("写入区划、道路、单位和责任", () -> territory.load(premise));
        progress.step("建立 61 个账号", () -> accounts.load(premise));
        Edition edition = progress.step("启用示例测评体系", standard::load);
        progress.step("任务分解", () -> decomposition.load(premise));
        progress.step("登记 1200 个点位", () -> sites.load(premise));
        LaterIndexes indexes = new LaterIndexes(jdbc);
        if (cases > Story.LARGE) {
            indexes.takeAway();
        }
        progress.step("写入一年的督查和问题", () -> tell(premise, edition, cases, progress));
        if (cases > Story.LARGE) {
            progress.more("写入往年的督查", () -> new EarlierYears(jdbc).load(cases));
            progress.more("建立索引", indexes::bringBack);
        }
        progress.step("绘制示意图片", drawing::join);
        progress.step("整理统计信息", this::analyze);
        progress.step("计算测评轮次、发布通报", () -> rounds.load(premise, edition.id()));
        casework.passOverFindings();
    }

    private void tell(Premise premise, Edition edition, int cases, Progress progress) {
        Catalogue catalogue = new Catalogue(edition.id(), standard.items(edition), new CaseFiling(jdbc));
        Writing writing = new Writing(
                new InspectionLoad(edition.id()),
                new CaseLoad(casework, premise.draw().branch("burden")),
                progress);
        new Story(premise, catalogue, calendars.current(), cases).tell(writing);
        writing.finish();
    }

    private void analyze() {
        for (String table : List.of("area", "site", "visit", "observation", "case_file", "case_step", "case_cycle")) {
            execute("analyze " + table);
        }
    }

    private void execute(String sql) {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Writes month by month what the story tells. */
    private final class Writing implements Chronicle {
        private final InspectionLoad inspection;
        private final CaseLoad cases;
        private final Progress progress;
        private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);

        Writing(InspectionLoad inspection, CaseLoad cases, Progress progress) {
            this.inspection = inspection;
            this.cases = cases;
            this.progress = progress;
        }

        @Override
        public void plan(StoryPlan plan) {
            inspection.plan(plan);
        }

        @Override
        public void task(StoryTask task) {
            inspection.task(task);
        }

        @Override
        public void visit(StoryVisit visit) {
            inspection.visit(visit);
        }

        @Override
        public void file(StoryCase file) {
            cases.file(file);
        }

        @Override
        public void month(int done, int total) {
            if (cases.waiting() > MOST_WAITING) {
                write();
            }
            progress.part(done, total);
        }

        /**
         * Writes what has gathered, one part at a time, while the story goes on. Cases first: a finding that is seen
         * before its case would be made into one by the background work.
         */
        private void write() {
            writing.join();
            Runnable files = cases.cut();
            List<Consumer<Connection>> rows = new ArrayList<>(inspection.cut());
            rows.add(cases.burden().cut());
            CityCode city = CurrentCity.required();
            writing = CompletableFuture.runAsync(
                    () -> CurrentCity.run(city, () -> {
                        files.run();
                        copy(rows);
                    }),
                    task -> Thread.ofPlatform().name("demo-writing").start(task));
        }

        private void copy(List<Consumer<Connection>> rows) {
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(false);
                rows.forEach(each -> each.accept(connection));
                connection.commit();
                connection.setAutoCommit(true);
            } catch (SQLException e) {
                throw new IllegalStateException("演示数据未能写入", e);
            }
        }

        void finish() {
            write();
            writing.join();
        }
    }
}
