package org.civitas.journey;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A browser with a window for each person of the journey: a desk of 1366×768 or a phone of 390×844. */
final class Screens implements AutoCloseable {

    private static final Path PICTURES = Path.of("docs/pictures");
    private static final Path SEEN = Path.of("target/pictures");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    private final String url;
    private final List<String> complaints = new ArrayList<>();

    Screens(String url) {
        this.url = url;
    }

    /** Opens a desk for an account. */
    Page desk(String account, String password) {
        return signIn(window(1366, 768, false), "/login", account, password);
    }

    /** Opens a phone for an account. */
    Page phone(String account, String password) {
        return signIn(window(390, 844, true), "/m/login", account, password);
    }

    private Page window(int width, int height, boolean phone) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setIsMobile(phone)
                .setHasTouch(phone)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setBaseURL(url));
        Page page = context.newPage();
        page.setDefaultTimeout(45_000);
        page.onPageError(error -> complaints.add(page.url() + " " + error));
        page.onResponse(response -> {
            if (response.status() >= 500) {
                complaints.add(response.status() + " " + response.url());
            }
        });
        return page;
    }

    private static Page signIn(Page page, String path, String account, String password) {
        page.navigate(path);
        page.locator("input[name=username]").fill(account);
        page.locator("input[name=password]").fill(password);
        button(page, "登录").click();
        page.waitForURL(now -> !now.contains("/login"));
        settle(page);
        page.context().cookies().forEach(cookie -> ProgramLog.neverTell(cookie.value));
        return page;
    }

    static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    static Locator button(Locator inside, String name) {
        return inside.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Presses a button of the page and says yes to its question. */
    static void confirmed(Page page, String name) {
        button(page, name).first().click();
        page.locator(".el-message-box .el-button--primary").click();
        page.locator(".el-message-box")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
        settle(page);
    }

    /** Waits until nothing is being loaded any more. */
    static void settle(Page page) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    /** Keeps a picture for the README. */
    void picture(Page page, String name) {
        settle(page);
        page.waitForCondition(() -> page.getByText("正在加载")
                        .filter(new Locator.FilterOptions().setVisible(true))
                        .count()
                == 0);
        page.screenshot(new Page.ScreenshotOptions().setPath(folder().resolve(name + ".png")));
    }

    /** Keeps what a page shows at the end of a step, below target. */
    void last(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SEEN.resolve("last-" + name + ".png")));
    }

    /** The README's pictures are only replaced on demand; every run keeps its own below target. */
    private static Path folder() {
        return Boolean.getBoolean("civitas.pictures") ? PICTURES : SEEN;
    }

    /** Serious findings of axe-core on the page as it stands, in one line each. */
    static List<String> barriers(Page page) {
        return new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")).analyze().getViolations().stream()
                        .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> page.url() + " " + rule.getId() + ": " + first(rule))
                        .toList();
    }

    private static String first(Rule rule) {
        return rule.getNodes().getFirst().getHtml();
    }

    /** Errors in scripts and answers of 500 and above since the start. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
