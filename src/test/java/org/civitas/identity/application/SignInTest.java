package org.civitas.identity.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.civitas.identity.NewAccount;
import org.civitas.identity.persistence.AccountTable;
import org.civitas.identity.persistence.SecondFactorTable;
import org.civitas.identity.persistence.SignInDelayTable;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.city.CityCode;
import org.civitas.shared.RuleViolation;
import org.civitas.testing.CityTest;
import org.civitas.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

@CityTest
class SignInTest {

    private static final String PASSWORD = "Right-pass-1";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    AccountTable accounts;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    SignInDelayTable delays;

    @Autowired
    OpenSession sessions;

    @Autowired
    SecondFactor second;

    @Autowired
    SecondFactorTable challenges;

    @Autowired
    AuditTrail audit;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    OpenAccount opening;

    @Autowired
    JdbcClient jdbc;

    private final MovableClock clock = new MovableClock();
    private final AtomicInteger looked = new AtomicInteger();
    private String login = "";

    /** Counts how often a password is looked at, which is what costs time. */
    private final class Counting implements PasswordEncoder {

        @Override
        public String encode(@Nullable CharSequence raw) {
            return passwords.encode(raw);
        }

        @Override
        public boolean matches(@Nullable CharSequence raw, @Nullable String encoded) {
            looked.incrementAndGet();
            return passwords.matches(raw, encoded);
        }
    }

    @BeforeEach
    void anAccount(CityCode city) {
        login = "guess" + NUMBER.incrementAndGet() + "-" + city;
        opening.open(
                new NewAccount(city, login, "市办甲", PASSWORD, List.of("CITY_OFFICE"), "CITY", city.rootArea(), null));
    }

    /** Log-in as a node of its own would do it: nothing is shared but the database. */
    private SignIn node() {
        return new SignIn(
                accounts,
                new Counting(),
                new SignInGuard(delays, transaction, clock),
                sessions,
                second,
                challenges,
                audit,
                transaction,
                clock);
    }

    private String codeOf(SignIn node, String name, String password) {
        var fault = catchThrowableOfType(RuleViolation.class, () -> node.withPassword(name, password, "测试"));
        return fault == null ? "opened" : fault.code();
    }

    @Test
    void after_five_failures_even_the_right_password_has_to_wait_on_every_node_and_longer_each_time() {
        SignIn node = node();
        for (int i = 0; i < 5; i++) {
            assertThat(codeOf(node, login, "wrong")).isEqualTo("session.wrong");
        }
        assertThat(codeOf(node, login, PASSWORD)).isEqualTo("session.delayed");
        assertThat(codeOf(node(), login, PASSWORD)).isEqualTo("session.delayed");
        clock.advance(Duration.ofSeconds(61));
        assertThat(codeOf(node(), login, "wrong")).isEqualTo("session.wrong");
        clock.advance(Duration.ofSeconds(61));
        assertThat(codeOf(node(), login, PASSWORD)).isEqualTo("session.delayed");
        clock.advance(Duration.ofSeconds(61));
        assertThat(codeOf(node(), login, PASSWORD)).isEqualTo("opened");
        assertThat(codeOf(node(), login, "wrong")).isEqualTo("session.wrong");
        assertThat(codeOf(node(), login, PASSWORD)).isEqualTo("opened");
    }

    @Test
    void a_name_without_an_account_gets_the_same_answers_after_the_same_work(CityCode city) {
        SignIn node = node();
        String nobody = "nobody-" + city;
        for (int i = 0; i < 7; i++) {
            int before = looked.get();
            String known = codeOf(node, login, "wrong");
            int between = looked.get();
            assertThat(codeOf(node, nobody, "wrong")).isEqualTo(known);
            assertThat(looked.get() - between).isEqualTo(between - before);
        }
        assertThat(codeOf(node, nobody, "wrong")).isEqualTo("session.delayed");
    }

    @Test
    void failures_are_forgotten_after_a_day() {
        SignIn node = node();
        for (int i = 0; i < 4; i++) {
            codeOf(node, login, "wrong");
        }
        clock.advance(Duration.ofHours(25));
        for (int i = 0; i < 4; i++) {
            codeOf(node, login, "wrong");
        }
        assertThat(codeOf(node, login, PASSWORD)).isEqualTo("opened");
    }

    @Test
    void many_right_log_ins_at_the_same_moment_do_not_hinder_each_other() throws Exception {
        SignIn node = node();
        try (var pool = Executors.newFixedThreadPool(8)) {
            List<Callable<String>> tries = java.util.Collections.nCopies(16, () -> codeOf(node, login, PASSWORD));
            for (var answer : pool.invokeAll(tries)) {
                assertThat(answer.get()).isEqualTo("opened");
            }
        }
    }

    @Test
    void an_administrator_lifts_the_delay_and_the_audit_knows_of_both(@Autowired EndSessions ending) {
        SignIn node = node();
        for (int i = 0; i < 5; i++) {
            codeOf(node, login, "wrong");
        }
        var id = accounts.byLogin(login).orElseThrow().id();
        ending.liftDelay(TestUsers.securityOfficer(), id);
        assertThatCode(() -> node.withPassword(login, PASSWORD, "测试")).doesNotThrowAnyException();
        assertThat(jdbc.sql("select action from audit_line where subject_id = :id order by id")
                        .param("id", id.toString())
                        .query(String.class)
                        .list())
                .containsSubsequence(
                        "account.open", "session.refuse", "session.delay", "session.lift-delay", "session.open")
                .filteredOn("session.refuse"::equals)
                .hasSize(5);
    }
}
