package org.civitas.platform.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data lives.
 *
 * @param data folder of the embedded database and of the files
 * @param dbUrl JDBC address of an external PostgreSQL 15–18; empty: the embedded one
 * @param poolSize connections of this node
 * @param cluster empty, or {@code citus}: schemas of new cities become distributed schemas
 */
@ConfigurationProperties("civitas")
public record DatabaseSettings(
        @DefaultValue("./data") Path data,
        @Nullable String dbUrl,
        @Nullable String dbUser,
        @Nullable String dbPassword,
        @DefaultValue("16") int poolSize,
        @DefaultValue("") String cluster) {

    public DatabaseSettings {
        if (!cluster.isBlank() && !cluster.equals("citus")) {
            throw new StartFault("CIVITAS_CLUSTER 只能空着或写 citus，现为“" + cluster + "”。");
        }
    }

    boolean citus() {
        return cluster.equals("citus");
    }

    /** Is the database elsewhere, so that other nodes may use it too? */
    public boolean external() {
        return dbUrl != null && !dbUrl.isBlank();
    }
}
