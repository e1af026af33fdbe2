package org.civitas.demo.loading;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.civitas.demo.story.Premise;
import org.civitas.demo.story.Story;
import org.civitas.platform.city.Cities;
import org.civitas.platform.city.CityCode;
import org.civitas.platform.city.CurrentCity;
import org.civitas.platform.onboarding.CityOnboarding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Loads the demonstration city at the first start, once, and says at every start how to log in.
 *
 * <p>Only into an installation without any city: a real one is never touched. A load that broke off is found by its mark and
 * made anew.
 */
@Component
@ConditionalOnProperty(name = "civitas.demo", havingValue = "true")
class DemoRunner implements ApplicationRunner {

    static final CityCode CITY = new CityCode("990100");
    private static final Logger LOG = LoggerFactory.getLogger(DemoRunner.class);
    private static final String MARK = "demo.loaded";

    private final DemoCity demo;
    private final Cities cities;
    private final CityOnboarding onboarding;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final long seed;
    private final String day;
    private final int cases;

    DemoRunner(
            DemoCity demo,
            Cities cities,
            CityOnboarding onboarding,
            JdbcTemplate jdbc,
            Clock clock,
            @Value("${civitas.demo-seed:" + Premise.SEED + "}") long seed,
            @Value("${civitas.demo-day:}") String day,
            @Value("${civitas.demo-cases:" + Story.CASES + "}") int cases) {
        this.demo = demo;
        this.cities = cities;
        this.onboarding = onboarding;
        this.jdbc = jdbc;
        this.clock = clock;
        this.seed = seed;
        this.day = day;
        this.cases = cases;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<Cities.City> there = cities.all();
        boolean ours = there.stream().anyMatch(city -> city.code().equals(CITY));
        if (ours && !loaded()) {
            LOG.info("上次装入演示城市没有完成，重新装入。");
            remove(jdbc);
            ours = false;
        }
        if (!ours && there.stream().anyMatch(city -> !city.code().equals(CITY))) {
            return;
        }
        if (!ours) {
            load();
        }
        greet();
    }

    private boolean loaded() {
        return CurrentCity.call(
                CITY,
                () -> Boolean.TRUE.equals(jdbc.queryForObject(
                        "select exists(select 1 from setting where name = ?)", Boolean.class, MARK)));
    }

    /** Takes the demonstration city out again, whole or half. */
    static void remove(JdbcTemplate jdbc) {
        jdbc.execute("drop schema if exists " + CITY.schema() + " cascade");
        jdbc.update("delete from platform.account where city_code = ?", CITY.value());
        jdbc.update("delete from platform.city where code = ?", CITY.value());
    }

    private void load() {
        long start = System.nanoTime();
        LocalDate lastDay = day.isBlank() ? LocalDate.now(clock) : LocalDate.parse(day);
        onboarding.open(CITY, "云川市");
        CurrentCity.run(CITY, () -> {
            demo.load(seed, lastDay, cases, new Progress());
            jdbc.update(
                    "insert into setting (name, value, changed_at) values (?, ?::jsonb, now())",
                    MARK,
                    "{\"seed\":%d,\"lastDay\":\"%s\",\"cases\":%d}".formatted(seed, lastDay, cases));
        });
        LOG.info("演示城市云川市已装入，用时 {} 秒。", Math.round((System.nanoTime() - start) / 1e9));
    }

    private static void greet() {
        LOG.info("演示账号（密码都是 {}）：", AccountLoad.PASSWORD);
        LOG.info("  市创建办 office1–office5    区县创建办 county1–county6    督查员 inspector1–inspector10");
        LOG.info("  责任单位 unit1–unit12（经办） leader1–leader4（负责人）    包联领导 cover1–cover3");
        LOG.info("  街道 street1–street12       社区 community1–community6   系统管理员 admin  审计员 audit");
    }
}
