package org.civitas.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** 连接池 — how the connections of this node are used; the pool itself stays where it is. */
@Component
public class ConnectionPool implements MeterBinder {

    /** 连接池读数 — connections in use, idle, the most there may be, and threads that wait for one. */
    public record PoolReading(int active, int idle, int waiting, int most) {}

    private final HikariDataSource pool;

    private final HikariDataSource withoutCity;

    ConnectionPool(
            @Qualifier("pool") HikariDataSource pool, @Qualifier("poolWithoutCity") HikariDataSource withoutCity) {
        this.pool = pool;
        this.withoutCity = withoutCity;
    }

    public PoolReading reading() {
        HikariPoolMXBean now = pool.getHikariPoolMXBean();
        return new PoolReading(
                now.getActiveConnections(),
                now.getIdleConnections(),
                now.getThreadsAwaitingConnection(),
                pool.getMaximumPoolSize());
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        pool.setMetricRegistry(registry);
        withoutCity.setMetricRegistry(registry);
    }
}
