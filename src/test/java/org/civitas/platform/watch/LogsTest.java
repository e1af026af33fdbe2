package org.civitas.platform.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.civitas.identity.NewAccount;
import org.civitas.identity.application.OpenAccount;
import org.civitas.platform.city.CityCode;
import org.civitas.shared.Ids;
import org.civitas.testing.CityTest;
import org.civitas.testing.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** What goes wrong is logged under the trace of its request, and without what people typed. */
@CityTest
class LogsTest {

    private static final String NAME = "欧阳文静";
    private static final String PHONE = "13905261234";
    private static final String LOGIN = "ouyang-wenjing";
    private static final String PASSWORD = "Quiet-river-77";

    @Autowired
    MockMvc web;

    @Autowired
    JdbcTemplate jdbc;

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(lines);
    }

    @Test
    void nobody_is_named_in_the_log_whatever_goes_wrong(@Autowired OpenAccount opening, CityCode city)
            throws Exception {
        opening.open(
                new NewAccount(city, LOGIN, NAME, PASSWORD, List.of("CITY_OFFICE"), "CITY", city.rootArea(), null));
        for (String body : List.of(
                "{\"account\":\"%s\",\"password\":\"%s\"}".formatted(LOGIN, PASSWORD),
                "{\"account\":\"%s\",\"password\":\"Wrong-%s\"}".formatted(LOGIN, PASSWORD),
                "{\"account\":\"%s\",\"pass\":\"%s\"}".formatted(LOGIN, PASSWORD),
                "{\"account\":\"%s\",\"password\":%s".formatted(LOGIN, PHONE))) {
            web.perform(post("/api/session")
                    .with(csrf())
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(body));
        }
        for (String path :
                List.of("/api/accounts", "/api/units", "/api/areas", "/api/duties", "/api/cases", "/api/sites")) {
            web.perform(post(path)
                    .with(TestUsers.as(TestUsers.administrator()))
                    .contentType(MediaType.APPLICATION_JSON)
                    .content("{\"name\":\"%s\",\"login\":\"%s\",\"phone\":\"%s\"}".formatted(NAME, LOGIN, PHONE)));
            web.perform(get(path + "?q=" + NAME + "&words=" + PHONE + "&limit=" + PHONE)
                    .with(TestUsers.as(TestUsers.office())));
        }
        web.perform(multipart("/api/sites/imports/previews")
                .file(new MockMultipartFile(
                        "file", NAME + PHONE + ".xlsx", null, NAME.getBytes(StandardCharsets.UTF_8)))
                .with(TestUsers.as(TestUsers.office())));
        assertNobodyIsNamed();
    }

    @Test
    void a_fault_of_the_database_does_not_tell_the_values_of_the_row() {
        String insert =
                "insert into burden_entry (id, on_day, kind, unit_id, cause, subject_id) values (?, now(), ?, ?, ?, ?)";
        var fault = catchFault(() -> jdbc.update(insert, Ids.next(), "ODD", Ids.next(), NAME, PHONE));
        var batch = catchFault(() -> jdbc.batchUpdate(
                insert, List.of(new Object[] {Ids.next(), "ODD", Ids.next(), NAME, PHONE}, new Object[] {
                    Ids.next(), "ODD", Ids.next(), NAME, PHONE
                })));
        LoggerFactory.getLogger(LogsTest.class).error("a fault", fault);
        LoggerFactory.getLogger(LogsTest.class).error("a fault", batch);
        assertThat(lines.list).hasSizeGreaterThanOrEqualTo(2);
        assertNobodyIsNamed();
    }

    private static RuntimeException catchFault(Runnable work) {
        try {
            work.run();
        } catch (DataIntegrityViolationException fault) {
            return fault;
        }
        throw new AssertionError("no fault");
    }

    private void assertNobodyIsNamed() {
        assertThat(List.copyOf(lines.list))
                .extracting(LogsTest::whole)
                .allSatisfy(text -> assertThat(text).doesNotContain(NAME, PHONE, LOGIN, PASSWORD));
    }

    private static String whole(ILoggingEvent event) {
        String thrown = event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
        return event.getFormattedMessage() + "\n" + thrown;
    }

    @Test
    void a_line_of_a_request_carries_its_trace() throws Exception {
        web.perform(post("/api/burden-weeks").with(TestUsers.as(TestUsers.office())));
        jdbc.execute("alter table setting rename to setting_away");
        try {
            web.perform(get("/api/compliance").with(TestUsers.as(TestUsers.administrator())));
        } finally {
            jdbc.execute("alter table setting_away rename to setting");
        }
        assertThat(List.copyOf(lines.list))
                .filteredOn(event -> event.getLoggerName().startsWith("org.civitas.platform.web"))
                .isNotEmpty()
                .allSatisfy(event ->
                        assertThat(event.getMDCPropertyMap().get("trace")).isNotBlank());
    }
}
