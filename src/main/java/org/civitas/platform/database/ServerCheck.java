package org.civitas.platform.database;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Asks an external server, before anything is written, whether this program can live on it; says no in words. */
final class ServerCheck {

    private static final int OLDEST = 15;

    private ServerCheck() {}

    /** @throws StartFault when the server is too old, the database is not in UTF-8, or schemas may not be made in it */
    static void passes(DataSource pool, boolean citus) {
        var jdbc = new JdbcTemplate(pool);
        try {
            int version = number(jdbc, "select current_setting('server_version_num')::int / 10000");
            if (version < OLDEST) {
                throw new StartFault("外部 PostgreSQL 的版本是 " + version + "，本程序需要 15 或更高版本。");
            }
            String encoding = jdbc.queryForObject("select current_setting('server_encoding')", String.class);
            if (!"UTF8".equals(encoding)) {
                throw new StartFault("外部数据库的编码是 " + encoding + "，应为 UTF8。请用 create database … encoding 'UTF8' 新建。");
            }
            if (number(jdbc, "select has_database_privilege(current_database(), 'CREATE')::int") == 0) {
                throw new StartFault("数据库角色没有新建模式的权限。请执行 alter database … owner to …，或授予 CREATE 权限。");
            }
            if (citus && number(jdbc, "select count(*)::int from pg_extension where extname = 'citus'") == 0) {
                throw new StartFault(
                        "设置了 CIVITAS_CLUSTER=citus，但数据库里没有 citus 扩展。请以超级用户执行 create extension citus，或去掉这项设置。");
            }
        } catch (DataAccessException e) {
            throw new StartFault("无法询问外部数据库：" + e.getMostSpecificCause().getMessage(), e);
        }
    }

    /** The words for a server that lets nobody in. */
    static StartFault unreachable(String url, RuntimeException fault) {
        Throwable cause = fault;
        while (cause.getCause() != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        return new StartFault(
                "连接不上外部数据库 " + url.replaceFirst("\\?.*", "") + "：" + cause.getMessage()
                        + "。请检查 CIVITAS_DB_URL、CIVITAS_DB_USER、CIVITAS_DB_PASSWORD 和防火墙。",
                fault);
    }

    private static int number(JdbcTemplate jdbc, String sql) {
        Integer answer = jdbc.queryForObject(sql, Integer.class);
        return answer == null ? 0 : answer;
    }
}
