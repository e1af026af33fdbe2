package org.civitas.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.civitas.journey.Screens.button;
import static org.civitas.journey.Screens.confirmed;
import static org.civitas.journey.Screens.settle;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The main loop as its people walk it, in a real browser, on the packaged program with the demonstration city: the office
 * imports sites and an edition, draws a covert plan; an inspector judges two sites on a phone; the office dispatches; a
 * unit mends; another person verifies; the office scores, looks into a lost point and publishes a bulletin.
 */
@EnabledIfSystemProperty(named = "civitas.journey", matches = "true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainLoopJourneyTest {

    private static final String PASSWORD = "yunchuan2026";
    private static final String MARK =
            Long.toString(System.nanoTime() % 1_000_000_000L, 36).toUpperCase();
    private static final String PLAN = "十字街农贸市场暗访" + MARK;
    private static final String ROUND = "十字街实测" + MARK;
    private static final String TODAY =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();

    private Path folder = Path.of("target");
    private JourneyServer server;
    private Screens screens;
    private Page office;
    private String planUrl = "";
    private String roundUrl = "";
    private final List<String> cases = new ArrayList<>();
    private String unitName = "";

    @BeforeAll
    void start(@TempDir Path made) {
        folder = made;
        server = JourneyServer.shared();
        screens = new Screens(server.url());
        office = screens.desk("office1", PASSWORD);
    }

    @AfterAll
    void stop() {
        screens.close();
    }

    /** What the office last saw, for whoever looks into a failure. */
    @AfterEach
    void lastSeen(TestInfo test) {
        screens.last(office, test.getTestMethod().orElseThrow().getName());
    }

    @Test
    @Order(1)
    void the_home_page_says_what_to_do_what_changed_and_where_we_stand() {
        office.navigate("/");
        settle(office);
        PlaywrightAssertions.assertThat(office.getByText("在用点位").first()).isVisible();
        screens.picture(office, "home");
    }

    @Test
    @Order(2)
    void the_office_imports_sites_and_is_told_each_fault_at_its_cell() {
        JsonNode beside = server.api().market();
        String community = beside.get("areaCode").asString();
        Path bad = Workbooks.write(
                folder.resolve("点位-有误.xlsx"),
                Workbooks.SITE_COLUMNS,
                List.of(
                        server.site("JA" + MARK, "十字街农贸市场", beside),
                        List.of("JB" + MARK, "无名市场", "农贸市场", "999999999999", "", "112.1", "30.5", "WGS84", "", ""),
                        List.of("JC" + MARK, "", "不存在的类型", community, "", "很远", "30.5", "WGS84", "", "")));
        Path good = Workbooks.write(
                folder.resolve("点位.xlsx"),
                Workbooks.SITE_COLUMNS,
                List.of(
                        server.site("JA" + MARK, "十字街农贸市场" + MARK, beside),
                        server.site("JB" + MARK, "东门农贸市场" + MARK, beside)));
        office.navigate("/sites");
        button(office, "导入点位").click();
        office.locator("input[aria-label=选择文件]").setInputFiles(bad);
        Locator dialog = office.getByRole(com.microsoft.playwright.options.AriaRole.DIALOG);
        PlaywrightAssertions.assertThat(dialog).containsText("有误 2 行");
        PlaywrightAssertions.assertThat(dialog).containsText("区划代码");
        screens.picture(office, "import-sites");
        button(office, "全部放弃，重新选择").click();
        office.locator("input[aria-label=选择文件]").setInputFiles(good);
        button(office, "全部导入").click();
        PlaywrightAssertions.assertThat(dialog).containsText("已导入 2 行");
        button(dialog, "关闭").last().click();
    }

    @Test
    @Order(3)
    void the_office_imports_an_edition_from_its_workbook_and_puts_it_in_use() {
        office.navigate("/editions");
        button(office, "导入工作簿").click();
        Download template = office.waitForDownload(() -> button(office, "下载模板").click());
        Path workbook = folder.resolve("体系.xlsx");
        template.saveAs(workbook);
        office.locator("input[aria-label=选择工作簿]").setInputFiles(workbook);
        PlaywrightAssertions.assertThat(office.getByText("没有发现错误")).isVisible();
        button(office, "导入为编制中的新版本").click();
        office.waitForURL("**/editions/*-*");
        settle(office);
        confirmed(office, "启用");
        PlaywrightAssertions.assertThat(office.getByText("已启用").first()).isVisible();
        screens.picture(office, "edition");
    }

    @Test
    @Order(4)
    void the_office_draws_a_covert_plan_at_random_and_can_prove_it() {
        office.navigate("/inspection/plans/new/edit");
        settle(office);
        office.getByPlaceholder("如：11月农贸市场、居民小区暗访").fill(PLAN);
        fillRange(office);
        Locator cell = office.locator("input[aria-label^='农贸市场，云川市']").first();
        cell.fill("2");
        cell.press("Tab");
        PlaywrightAssertions.assertThat(office.getByText("共 2 个点位")).isVisible();
        button(office, "保存草稿").click();
        office.waitForURL(now -> now.contains("/inspection/plans/") && !now.contains("edit"));
        planUrl = office.url();
        settle(office);
        button(office, "随机抽取点位").first().click();
        button(office, "抽取").click();
        PlaywrightAssertions.assertThat(office.getByText("抽中 2 个")).isVisible();
        button(office, "重抽验证").click();
        PlaywrightAssertions.assertThat(office.locator(".draw__verdict")).isVisible();
        screens.picture(office, "plan");
        office.getByText("点位与分派").click();
        settle(office);
        office.locator(".assign__people").click();
        office.locator(
                        ".el-select-dropdown__item:visible",
                        new Page.LocatorOptions().setHasText(server.nameOf("inspector1")))
                .first()
                .click();
        office.keyboard().press("Escape");
        button(office, "分派未分派的点位").click();
        PlaywrightAssertions.assertThat(office.getByText("未分派 0 个")).isVisible();
        confirmed(office, "开始督查");
    }

    @Test
    @Order(5)
    void an_inspector_judges_two_sites_on_a_phone_with_at_most_five_taps_a_finding() {
        Page phone = screens.phone("inspector1", PASSWORD);
        for (int at = 0; at < 2; at++) {
            phone.navigate("/m/tasks");
            settle(phone);
            String task = server.api().taskOf("inspector1", PLAN);
            phone.navigate("/m/tasks/" + task);
            settle(phone);
            judge(phone, at);
        }
        phone.context().close();
        cases.addAll(server.api().casesOf(planUrl.replaceAll(".*/", ""), 2));
    }

    private void judge(Page phone, int at) {
        Locator rows = phone.locator(".items > li");
        Locator first = rows.filter(new Locator.FilterOptions()
                        .setHas(phone.getByText("不符合", new Page.GetByTextOptions().setExact(true))))
                .first();
        int taps = 0;
        button(first, "不符合").click();
        taps++;
        phone.locator(".finding__faults button").first().click();
        taps++;
        if (at == 0) {
            screens.picture(phone, "field-finding");
        }
        phone.locator(".finding__pictures input[type=file]")
                .setInputFiles(Snapshots.write(folder.resolve("before" + at + ".jpg"), at, false));
        taps++;
        phone.locator(".finding__picture img").waitFor();
        button(phone, "完成").click();
        taps++;
        assertThat(taps).isLessThanOrEqualTo(5);
        for (Locator row : rows.all()) {
            Locator clean =
                    row.locator("button:not(.bad):not(.none):not(.item__more)").first();
            if (row.locator("button[aria-pressed=true]").count() == 0 && clean.count() > 0) {
                clean.click();
            }
        }
        if (at == 0) {
            phone.evaluate("window.scrollTo(0, 0)");
            screens.picture(phone, "field");
        }
        button(phone, "提交").click();
        Locator sure = phone.locator(".van-dialog__confirm");
        if (sure.isVisible()) {
            sure.click();
        }
        phone.waitForURL(now -> !now.contains("/tasks/"));
        settle(phone);
    }

    @Test
    @Order(6)
    void the_office_dispatches_to_a_unit_with_a_limit() {
        assertThat(cases).hasSize(2);
        unitName = server.unitOf("unit1");
        for (String id : cases) {
            office.navigate("/cases/" + id);
            settle(office);
            button(office.locator(".actions"), "交办").click();
            Locator dialog = office.getByRole(com.microsoft.playwright.options.AriaRole.DIALOG)
                    .last();
            Locator lead = dialog.locator(".el-select").first();
            lead.click();
            lead.locator("input").fill(unitName);
            office.locator(".el-select-dropdown__item:visible", new Page.LocatorOptions().setHasText(unitName))
                    .first()
                    .click();
            screens.picture(office, "dispatch-dialog");
            button(dialog, "交办").click();
            PlaywrightAssertions.assertThat(office.locator(".case header")).containsText("待签收");
        }
        office.navigate("/cases/dispatch");
        settle(office);
        screens.picture(office, "dispatch");
    }

    @Test
    @Order(7)
    void the_unit_signs_and_submits_with_a_picture_after_the_mending() {
        Page unit = screens.desk("unit1", PASSWORD);
        for (int at = 0; at < cases.size(); at++) {
            unit.navigate("/cases/" + cases.get(at));
            settle(unit);
            act(unit, "签收", null, null);
            submit(unit, at);
        }
        screens.picture(unit, "rectify");
        unit.navigate("/inspection/plans");
        settle(unit);
        PlaywrightAssertions.assertThat(unit.getByText(PLAN)).hasCount(0);
        unit.context().close();
    }

    private void submit(Page unit, int at) {
        Path after = Snapshots.write(
                folder.resolve("after" + cases.get(at) + at + ".jpg"), at + (int) (System.nanoTime() % 1000), true);
        act(unit, "提交整改结果", "已清理完毕，安排专人值守。", after);
        PlaywrightAssertions.assertThat(unit.locator(".case header")).containsText("待核查");
    }

    /** Presses an action of a case, fills its dialog and sends it. */
    private static void act(
            Page page,
            String action,
            @org.jspecify.annotations.Nullable String words,
            @org.jspecify.annotations.Nullable Path picture) {
        Locator bar = page.locator(".actions");
        bar.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(action))
                .first()
                .click();
        Locator dialog =
                page.getByRole(com.microsoft.playwright.options.AriaRole.DIALOG).last();
        if (words != null) {
            dialog.locator("textarea").first().fill(words);
        }
        if (picture != null) {
            dialog.locator("input[type=file]").setInputFiles(picture);
            dialog.locator("figure img").first().waitFor();
        }
        dialog.locator(".el-dialog__footer .el-button--primary, .el-dialog__footer .el-button--danger")
                .last()
                .click();
        dialog.waitFor(
                new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
        settle(page);
    }

    @Test
    @Order(8)
    void somebody_else_verifies_returns_one_and_closes_the_other() {
        Page verifier = screens.desk("inspector2", PASSWORD);
        verifier.navigate("/cases/verification");
        settle(verifier);
        screens.picture(verifier, "verify");
        verifier.navigate("/cases/" + cases.get(0));
        settle(verifier);
        act(verifier, "退回返工", "角落仍有杂物，请重新清理。", null);
        PlaywrightAssertions.assertThat(verifier.locator(".case header")).containsText("整改中");
        verifier.navigate("/cases/" + cases.get(1));
        settle(verifier);
        act(verifier, "核查通过并销号", "现场已整改到位。", null);
        PlaywrightAssertions.assertThat(verifier.locator(".case header")).containsText("已销号");
        screens.picture(verifier, "case");
        verifier.context().close();
    }

    @Test
    @Order(9)
    void the_office_scores_the_round_opens_a_lost_point_to_its_picture_and_publishes() {
        office.navigate(planUrl);
        settle(office);
        confirmed(office, "结束督查");
        confirmed(office, "公开结果");
        roundUrl = server.api().round(ROUND, TODAY, planUrl.replaceAll(".*/", ""));
        office.navigate(roundUrl);
        settle(office);
        button(office, "计算得分").click();
        PlaywrightAssertions.assertThat(button(office, "重新计算")).isVisible();
        settle(office);
        screens.picture(office, "score");
        office.locator(".el-tabs__item", new Page.LocatorOptions().setHasText("失分"))
                .click();
        office.locator("canvas").first().waitFor();
        screens.picture(office, "losses");
        office.locator(".plain-table .name").first().click();
        Locator drawer = office.locator(".el-drawer:visible");
        drawer.locator("tbody tr").first().click();
        drawer.locator("img").first().waitFor();
        screens.picture(office, "evidence");
        office.navigate(roundUrl);
        settle(office);
        confirmed(office, "发布");
        PlaywrightAssertions.assertThat(office.getByText("已发布").first()).isVisible();
    }

    @Test
    @Order(10)
    void the_office_issues_a_bulletin_whose_word_paper_says_what_was_found() throws IOException {
        office.navigate("/bulletins");
        settle(office);
        button(office, "起草通报").click();
        fillRange(office);
        button(office, "取数起草").click();
        office.waitForURL("**/bulletins/*-*");
        settle(office);
        button(office, "下载 Word").waitFor();
        screens.picture(office, "bulletin");
        confirmed(office, "发布");
        Download paper = office.waitForDownload(() -> button(office, "下载 Word").click());
        Path word = folder.resolve("通报.docx");
        paper.saveAs(word);
        try (var document = new XWPFDocument(Files.newInputStream(word));
                var text = new XWPFWordExtractor(document)) {
            assertThat(text.getText()).contains("通报", "云川市", "整改");
            assertThat(document.getAllPictures()).isNotEmpty();
        }
    }

    @Test
    @Order(11)
    void no_page_of_the_journey_failed() {
        assertThat(screens.complaints()).isEmpty();
    }

    private static void fillRange(Page page) {
        Locator start = page.locator(".el-range-input").first();
        start.click();
        start.fill(TODAY);
        page.locator(".el-range-input").nth(1).fill(TODAY);
        page.keyboard().press("Enter");
    }
}
