package org.civitas.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What a running program holds: connections of its pool, transactions, threads, open files, temporary files. */
final class RunningFigures implements AutoCloseable {

    /** @param files temporary files and half received ones */
    record Held(int connections, int transactions, int threads, int descriptors, List<String> files) {}

    private final PackagedApp app;
    private final JMXConnector connector;
    private final MBeanServerConnection beans;

    RunningFigures(PackagedApp app) throws IOException {
        this.app = app;
        this.connector = JMXConnectorFactory.connect(
                new JMXServiceURL("service:jmx:rmi:///jndi/rmi://127.0.0.1:" + app.watchPort() + "/jmxrmi"));
        this.beans = connector.getMBeanServerConnection();
    }

    Held now() throws Exception {
        return new Held(
                figure("com.zaxxer.hikari:type=Pool (*)", "ActiveConnections"),
                transactions(),
                figure("java.lang:type=Threading", "ThreadCount"),
                descriptors(),
                files());
    }

    /** Sum over all beans whose name fits. */
    private int figure(String bean, String name) throws IOException, JMException {
        int sum = 0;
        for (ObjectName one : beans.queryNames(new ObjectName(bean), null)) {
            sum += ((Number) beans.getAttribute(one, name)).intValue();
        }
        return sum;
    }

    private int transactions() throws Exception {
        Path data = app.data();
        String port =
                Files.readAllLines(data.resolve("pg/postmaster.pid")).get(3).strip();
        String secret = Files.readString(data.resolve("db.secret")).strip();
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "civitas", secret);
                var rows = connection.createStatement().executeQuery("""
                        select count(*) from pg_stat_activity where state like 'idle in transaction%'
                        """)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private int descriptors() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(app.pid()), "fd"))) {
            return (int) open.count();
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> temporary = Files.walk(app.temporary());
                Stream<Path> stored = Files.walk(app.data().resolve("files"))) {
            return Stream.concat(
                            temporary
                                    .filter(Files::isRegularFile)
                                    .filter(file -> !file.toString().contains("hsperfdata")),
                            stored.filter(file -> Files.isRegularFile(file)
                                    && file.getParent().getFileName().toString().equals("incoming")))
                    .map(Path::toString)
                    .toList();
        }
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
