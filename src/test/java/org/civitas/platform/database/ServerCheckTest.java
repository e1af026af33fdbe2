package org.civitas.platform.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.sql.DataSource;
import org.civitas.testing.CityTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@CityTest
class ServerCheckTest {

    @Test
    void a_server_without_citus_is_refused_only_where_citus_is_wanted(@Autowired DataSource server) {
        assertThatCode(() -> ServerCheck.passes(server, false)).doesNotThrowAnyException();
        assertThatThrownBy(() -> ServerCheck.passes(server, true))
                .isInstanceOf(StartFault.class)
                .hasMessageContaining("没有 citus 扩展");
    }

    @Test
    void a_server_that_does_not_answer_is_named_in_words() {
        var nowhere = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/civitas?connectTimeout=2", "a", "b");
        assertThatThrownBy(() -> ServerCheck.passes(nowhere, false))
                .isInstanceOf(StartFault.class)
                .hasMessageStartingWith("无法询问外部数据库");
    }
}
