package org.civitas.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each role opens every page of its menu: nothing fails, nothing stays loading, no serious barrier, no secret plan. */
@EnabledIfSystemProperty(named = "civitas.journey", matches = "true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesOfEachRoleTest {

    private static final String PASSWORD = "yunchuan2026";

    private Screens screens;

    @BeforeAll
    void start() {
        screens = new Screens(JourneyServer.shared().url());
    }

    @AfterAll
    void stop() {
        screens.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "office1",
                "county1",
                "inspector1",
                "unit1",
                "leader1",
                "street1",
                "community1",
                "cover1",
                "admin",
                "security",
                "audit"
            })
    void every_page_of_the_menu_opens_without_fault(String account) {
        Page desk = screens.desk(account, PASSWORD);
        Set<String> paths = menu(desk);
        assertThat(paths).isNotEmpty();
        var barriers = new ArrayList<String>();
        for (String path : paths) {
            desk.navigate(path);
            Screens.settle(desk);
            assertThat(desk.getByText("正在加载")
                            .filter(new Locator.FilterOptions().setVisible(true))
                            .count())
                    .as(account + " waits at " + path)
                    .isZero();
            screens.last(desk, "page-" + account + path.replace('/', '-'));
            barriers.addAll(Screens.barriers(desk));
        }
        desk.context().close();
        assertThat(barriers).isEmpty();
        assertThat(screens.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"inspector1", "unit1", "street1", "office1"})
    void the_phone_opens_without_fault(String account) {
        Page phone = screens.phone(account, PASSWORD);
        screens.last(phone, "phone-" + account);
        List<String> barriers = Screens.barriers(phone);
        phone.context().close();
        assertThat(barriers).isEmpty();
        assertThat(screens.complaints()).isEmpty();
    }

    private static Set<String> menu(Page desk) {
        var paths = new LinkedHashSet<String>();
        for (Locator item : desk.locator("nav[aria-label=主菜单] a[href]").all()) {
            paths.add(item.getAttribute("href"));
        }
        return paths;
    }
}
