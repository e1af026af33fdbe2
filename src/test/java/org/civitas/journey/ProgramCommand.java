package org.civitas.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command of the packaged program, run beside it or without it as the scripts in {@code bin/} do. */
record ProgramCommand(int end, String said) {

    private static final String BACKUP = "org.civitas.platform.backup.BackupProgram";
    private static final String VERIFY = "org.civitas.platform.audit.chain.VerifyCommand";

    /** {@code bin/backup} or {@code bin/restore}, as the first word says. */
    static ProgramCommand backup(Path data, String... words) throws IOException, InterruptedException {
        return run(data, BACKUP, words);
    }

    /** {@code bin/audit-verify}: ends with 0 when every chain is sound. */
    static ProgramCommand verifyAudit(Path data) throws IOException, InterruptedException {
        return run(data, VERIFY);
    }

    private static ProgramCommand run(Path data, String main, String... words)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:disable",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                "target/app/civitas.jar",
                main));
        command.addAll(List.of(words));
        Path said = Files.createTempFile("civitas-command", ".log");
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
            builder.environment().put("CIVITAS_DATA", data.toString());
            int end = builder.start().waitFor();
            return new ProgramCommand(end, Files.readString(said));
        } finally {
            Files.deleteIfExists(said);
        }
    }
}
