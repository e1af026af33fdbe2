import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the measurements need of the machine: wrk, pgbench and psql, copies of data, and how busy it is. */
final class Machine {

    private Machine() {}

    static String wrk() {
        return need("wrk", "apt-get install wrk");
    }

    static String psql() {
        return need("psql", "apt-get install postgresql-client");
    }

    static String pgbench() {
        return need("pgbench", "apt-get install postgresql-15（或别的版本；只用其中的 pgbench）");
    }

    private static String need(String program, String howToGet) {
        return find(program).orElseGet(() -> {
            System.err.println("没有找到 " + program + "，无法测量。安装办法：" + howToGet + "。");
            System.exit(2);
            return "";
        });
    }

    private static Optional<String> find(String program) {
        List<Path> folders = new ArrayList<>();
        for (String folder : System.getenv("PATH").split(":")) {
            folders.add(Path.of(folder));
        }
        try (Stream<Path> versions =
                Files.isDirectory(Path.of("/usr/lib/postgresql")) ? Files.list(Path.of("/usr/lib/postgresql")) : Stream.empty()) {
            versions.forEach(version -> folders.add(version.resolve("bin")));
        } catch (IOException unreadable) {
            System.err.println(unreadable.getMessage());
        }
        return folders.stream()
                .map(folder -> folder.resolve(program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    /** A copy of a data folder beside it that may be written to; the former copy is removed. */
    static Path copy(Path folder) throws IOException, InterruptedException {
        Path copy = folder.resolveSibling(folder.getFileName() + "-copy");
        run(Map.of(), List.of("rm", "-rf", copy.toString()));
        run(Map.of(), List.of("cp", "-a", "--reflink=auto", folder.toString(), copy.toString()));
        return copy;
    }

    static void remove(Path folder) throws IOException, InterruptedException {
        run(Map.of(), List.of("rm", "-rf", folder.toString()));
    }

    /** The database beside a running program, as psql and pgbench reach it. */
    static Map<String, String> database(Path folder) throws IOException {
        Map<String, String> environment = new HashMap<>();
        environment.put("PGHOST", "127.0.0.1");
        environment.put("PGPORT", Files.readAllLines(folder.resolve("pg/postmaster.pid")).get(3).strip());
        environment.put("PGUSER", "civitas");
        environment.put("PGDATABASE", "postgres");
        environment.put("PGPASSWORD", Files.readString(folder.resolve("db.secret")).strip());
        environment.put("PGOPTIONS", "-c search_path=city_990100");
        return environment;
    }

    /** One value from the database. */
    static String ask(Path folder, String sql) throws IOException, InterruptedException {
        return run(database(folder), List.of(psql(), "-XAtq", "-c", sql)).strip();
    }

    /** Transactions a second of a script under pgbench. */
    static double pgbench(Path folder, String script, int clients, int seconds) throws IOException, InterruptedException {
        Path file = Files.createTempFile("civitas-bench", ".sql");
        try {
            Files.writeString(file, script);
            String said = run(
                    database(folder),
                    List.of(pgbench(), "-n", "-M", "prepared", "-c", "" + clients, "-j", "" + Math.min(clients, 2),
                            "-T", "" + seconds, "-f", file.toString()));
            return said.lines()
                    .filter(line -> line.startsWith("tps = "))
                    .mapToDouble(line -> Double.parseDouble(line.split(" ")[2]))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(said));
        } finally {
            Files.delete(file);
        }
    }

    /** What a program said; its failing is a fault. */
    static String run(Map<String, String> environment, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(line -> said.append(line).append('\n'));
        }
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + process.exitValue() + ":\n" + said);
        }
        return said.toString();
    }

    /** Processor time of the database so far: its processes and those that have ended. */
    static double databaseProcessorSeconds(Path folder) throws IOException {
        String postmaster = Files.readAllLines(folder.resolve("pg/postmaster.pid")).getFirst().strip();
        long ticks = 0;
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes.filter(each -> each.getFileName().toString().matches("\\d+")).toList()) {
                String[] fields = stat(process);
                if (process.getFileName().toString().equals(postmaster)) {
                    ticks += Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
                } else if (fields.length > 14 && fields[1].equals(postmaster)) {
                    ticks += Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
                }
            }
        }
        return ticks / 100.0;
    }

    private static String[] stat(Path process) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        } catch (IOException gone) {
            return new String[0];
        }
    }

    /** Says how busy the machine is, so that a figure can be judged. */
    static void sayLoad(String when) throws IOException {
        System.err.println("负载（" + when + "）：" + Files.readString(Path.of("/proc/loadavg")).strip());
    }
}
