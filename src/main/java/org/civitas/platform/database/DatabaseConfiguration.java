package org.civitas.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.civitas.platform.city.CityConnections;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database, embedded or external, migrated before anyone gets a connection. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    /** A request waits so long for the database to come back, then it is refused in words. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    /** Address and secret of the server in use; closing it stops an embedded one. */
    record Server(String url, String user, String password, AutoCloseable stop) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            stop.close();
        }
    }

    @Bean
    @ConditionalOnMissingBean
    Server databaseServer(DatabaseSettings settings) {
        if (settings.external()) {
            return new Server(
                    Objects.requireNonNull(settings.dbUrl()),
                    Objects.requireNonNullElse(settings.dbUser(), "civitas"),
                    Objects.requireNonNullElse(settings.dbPassword(), ""),
                    () -> {});
        }
        EmbeddedPostgres server = EmbeddedPostgres.start(settings.data(), Map.of());
        return new Server(server.jdbcUrl("postgres"), "civitas", server.password(), server);
    }

    /** The bare pool: only migrations and {@link CityConnections} use it. */
    @Bean(defaultCandidate = false)
    HikariDataSource pool(Server server, DatabaseSettings settings, ThisNode node) {
        try {
            var pool = pool(server, node, "civitas", settings.poolSize());
            if (settings.external()) {
                ServerCheck.passes(pool, settings.citus());
            }
            return pool;
        } catch (HikariPool.PoolInitializationException e) {
            throw ServerCheck.unreachable(server.url(), e);
        }
    }

    /** For work in no city's name: who stands behind a session, what the scheduler has to do. */
    @Bean(defaultCandidate = false)
    HikariDataSource poolWithoutCity(
            Server server,
            DatabaseSettings settings,
            ThisNode node,
            @org.springframework.beans.factory.annotation.Qualifier("pool") HikariDataSource checked) {
        return pool(server, node, checked.getPoolName() + "-no-city", Math.max(4, settings.poolSize() / 2));
    }

    private static HikariDataSource pool(Server server, ThisNode node, String name, int size) {
        var config = new HikariConfig();
        config.setJdbcUrl(server.url());
        config.setUsername(server.user());
        config.setPassword(server.password());
        config.setMaximumPoolSize(size);
        config.setPoolName(name);
        config.setRegisterMbeans(true);
        config.setConnectionTimeout(LONGEST_WAIT.toMillis());
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", ThisNode.sessionsOf(node.process()));
        // a fault of the database names the values of the row: they would end in the log
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return new HikariDataSource(config);
    }

    @Bean
    Migrations migrations(
            @org.springframework.beans.factory.annotation.Qualifier("pool") HikariDataSource pool,
            DatabaseSettings settings) {
        var migrations = new Migrations(pool, settings.citus());
        migrations.all();
        return migrations;
    }

    /** What everybody uses: bound to the city of the thread. Depends on the migrations, so nobody comes too early. */
    @Bean
    DataSource dataSource(
            @org.springframework.beans.factory.annotation.Qualifier("pool") HikariDataSource pool,
            @org.springframework.beans.factory.annotation.Qualifier("poolWithoutCity") HikariDataSource poolWithoutCity,
            Migrations migrations,
            QueryExecutionListener slowStatements) {
        return ProxyDataSourceBuilder.create(new CityConnections(pool, poolWithoutCity))
                .listener(slowStatements)
                .build();
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }
}
