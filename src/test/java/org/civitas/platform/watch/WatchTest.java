package org.civitas.platform.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.civitas.platform.city.CityCode;
import org.civitas.testing.CityTest;
import org.civitas.testing.TestUsers;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** The administrator and a scraper see how the system does; nobody's name or number is in it. */
@CityTest
class WatchTest {

    @Autowired
    MockMvc web;

    @Autowired
    DataSource dataSource;

    @Autowired
    Scrape scrape;

    @Autowired
    SystemGauges gauges;

    @Test
    void an_administrator_reads_figures_of_pool_requests_jobs_feeds_chain_and_disk(CityCode city) throws Exception {
        web.perform(get("/api/sites?limit=1").with(TestUsers.as(TestUsers.office())))
                .andExpect(status().isOk());
        gauges.renew();
        String text = web.perform(get("/api/metrics").with(TestUsers.as(TestUsers.administrator())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(text)
                .contains("hikaricp_connections")
                .contains("civitas_store_free_bytes")
                .contains("civitas_job_late_seconds{job=\"audit-seal\"}")
                .contains("civitas_audit_unsealed{city=")
                .contains("civitas_feed_waiting{city=")
                .contains("civitas_feed_oldest_seconds{city=\"%s\",feed=\"inspection.observations\"} 0.0"
                        .formatted(city.value()))
                .contains("uri=\"/api/sites\"")
                .contains("jvm_memory_used_bytes");
        web.perform(get("/api/metrics").with(TestUsers.as(TestUsers.office()))).andExpect(status().isForbidden());
    }

    @Test
    void requests_are_counted_by_the_template_of_their_address() throws Exception {
        String id = "01234567-89ab-7cde-8f01-23456789abcd";
        web.perform(get("/api/sites/" + id + "?words=13800138000").with(TestUsers.as(TestUsers.office())));
        web.perform(get("/api/no-such-thing/13800138000").with(TestUsers.as(TestUsers.office())));
        assertThat(scrape.text())
                .contains("uri=\"/api/sites/{id}\"")
                .doesNotContain(id)
                .doesNotContain("13800138000");
    }

    @Test
    void a_scraper_needs_the_whole_token() throws Exception {
        var filter = new MetricsTokenFilter("a-token-of-the-settings", scrape);
        assertThat(asked(filter, "Bearer a-token-of-the-settings")).contains("jvm_memory");
        assertThat(asked(filter, "Bearer a-token-of-the-setting")).isEmpty();
        assertThat(asked(new MetricsTokenFilter("", scrape), "Bearer ")).isEmpty();
        assertThat(asked(new MetricsTokenFilter("short", scrape), "Bearer short"))
                .isEmpty();
    }

    private static String asked(MetricsTokenFilter filter, String authorization) throws Exception {
        var request = new MockHttpServletRequest("GET", MetricsController.PATH);
        request.addHeader("Authorization", authorization);
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response.getContentAsString();
    }

    @Test
    void the_page_gets_everything_in_one_answer() throws Exception {
        web.perform(get("/api/system-status").with(TestUsers.as(TestUsers.administrator())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.database.version").isNotEmpty())
                .andExpect(jsonPath("$.pool.most").value(12))
                .andExpect(jsonPath("$.disk.free").isNumber())
                .andExpect(
                        jsonPath("$.jobs[?(@.name == 'audit-seal')].failures").value(0))
                .andExpect(jsonPath("$.feeds[0].waiting").value(0))
                .andExpect(jsonPath("$.feeds[0].oldestSeconds").value(0))
                .andExpect(jsonPath("$.chain.unsealed").isNumber());
        web.perform(get("/api/system-status").with(TestUsers.as(TestUsers.auditor())))
                .andExpect(status().isForbidden());
    }

    @Test
    void a_slow_statement_is_logged_with_its_trace_and_without_its_values() {
        var slow = new SlowStatements(new WatchSettings(Duration.ZERO, null), Clock.systemUTC());
        var jdbc = new JdbcTemplate(
                ProxyDataSourceBuilder.create(dataSource).listener(slow).build());
        Logger logger = (Logger) LoggerFactory.getLogger(SlowStatements.class);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        logger.addAppender(lines);
        MDC.put("trace", "t-1");
        try {
            jdbc.queryForObject(
                    "select count(*) from audit_line where account_name = ? and trace <> '字面'", Long.class, "王小明");
        } finally {
            MDC.remove("trace");
            logger.detachAppender(lines);
        }
        assertThat(lines.list).isNotEmpty().allSatisfy(line -> {
            assertThat(line.getFormattedMessage()).contains("account_name = ?").doesNotContain("王小明", "字面");
            assertThat(line.getMDCPropertyMap()).containsEntry("trace", "t-1");
        });
        List<SlowStatements.Slow> slowest = slow.slowest();
        assertThat(slowest).hasSize(1);
        assertThat(slowest.getFirst().trace()).isEqualTo("t-1");
    }

    @Test
    void a_quick_statement_is_not_logged() {
        var slow = new SlowStatements(new WatchSettings(Duration.ofHours(1), null), Clock.systemUTC());
        new JdbcTemplate(
                        ProxyDataSourceBuilder.create(dataSource).listener(slow).build())
                .queryForObject("select 1", Integer.class);
        assertThat(slow.slowest()).isEmpty();
    }
}
