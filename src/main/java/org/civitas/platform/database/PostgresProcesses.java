package org.civitas.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The processes of a cluster as {@code /proc} shows them: every PostgreSQL process works in the folder of its cluster.
 *
 * <p>A process that nobody has reaped is dead, though it still has its number.
 */
final class PostgresProcesses {

    private static final Path PROCESSES = Path.of("/proc");

    private PostgresProcesses() {}

    /** Number of the postmaster that the cluster names; -1 when it names none. */
    static long postmaster(Path cluster) throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return -1;
        }
        List<String> lines = Files.readAllLines(file);
        return lines.isEmpty() || lines.getFirst().isBlank()
                ? -1
                : Long.parseLong(lines.getFirst().strip());
    }

    static boolean alive(long pid) {
        if (pid <= 0) {
            return false;
        }
        try {
            String stat = Files.readString(PROCESSES.resolve(Long.toString(pid)).resolve("stat"));
            char state = stat.charAt(stat.lastIndexOf(')') + 2);
            return state != 'Z' && state != 'X';
        } catch (IOException goneOrNoSuchFolder) {
            return !Files.exists(PROCESSES.resolve("self"))
                    && ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        }
    }

    /** Is it a process of this cluster, and not one that got the number of a dead one? */
    static boolean belongsTo(long pid, Path cluster) {
        Path process = PROCESSES.resolve(Long.toString(pid));
        try {
            return Files.isSameFile(Files.readSymbolicLink(process.resolve("cwd")), cluster);
        } catch (IOException | UnsupportedOperationException unreadable) {
            return ProcessHandle.of(pid)
                    .flatMap(handle -> handle.info().command())
                    .map(command -> command.contains("postgres"))
                    .orElse(false);
        }
    }

    /** Processes of the cluster that live, such as those whose postmaster was killed. */
    static List<Long> living(Path cluster) throws IOException {
        if (!Files.isDirectory(PROCESSES)) {
            return List.of();
        }
        try (Stream<Path> processes = Files.list(PROCESSES)) {
            return processes
                    .map(process -> process.getFileName().toString())
                    .filter(name -> name.matches("\\d+"))
                    .map(Long::valueOf)
                    .filter(pid -> alive(pid) && worksIn(pid, cluster))
                    .toList();
        }
    }

    private static boolean worksIn(long pid, Path cluster) {
        try {
            return Files.isSameFile(
                    Files.readSymbolicLink(PROCESSES.resolve(Long.toString(pid)).resolve("cwd")), cluster);
        } catch (IOException | UnsupportedOperationException goneOrNotOurs) {
            return false;
        }
    }
}
