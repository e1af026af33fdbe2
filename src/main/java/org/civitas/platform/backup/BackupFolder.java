package org.civitas.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * 备份目录 — {@code TARGET/<time>/} holds a backup, {@code TARGET/files/} the files that all backups share, named by what is
 * in them. A backup under way lies in {@code <time>.part} and is renamed at its end.
 */
final class BackupFolder {

    static final String MANIFEST = "manifest.json";

    /** The hash of the manifest, as {@code sha256sum} writes it. */
    static final String SEAL = "manifest.json.sha256";

    private static final String PART = ".part";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path target;
    private final Path folder;

    private BackupFolder(Path target, Path folder) {
        this.target = target;
        this.folder = folder;
    }

    /** A new backup in {@code target}, which is made if it is not there. */
    static BackupFolder begin(Path target, Instant at) throws IOException {
        Path folder = target.resolve(NAME.format(at) + PART);
        Files.createDirectories(folder);
        return new BackupFolder(target, folder);
    }

    /** The backup at {@code source}, or the youngest whole one in it. */
    static BackupFolder find(Path source) throws IOException {
        if (Files.exists(source.resolve(MANIFEST))) {
            return new BackupFolder(source.toAbsolutePath().resolveSibling(""), source);
        }
        if (!Files.isDirectory(source)) {
            throw new BackupFault("没有这个备份目录：" + source);
        }
        try (Stream<Path> backups = Files.list(source)) {
            List<Path> found = backups.filter(Files::isDirectory)
                    .filter(path -> !path.getFileName().toString().equals("files"))
                    .sorted()
                    .toList();
            return found.stream()
                    .filter(path -> Files.exists(path.resolve(MANIFEST))
                            && !path.toString().endsWith(PART))
                    .reduce((older, younger) -> younger)
                    .map(path -> new BackupFolder(source, path))
                    .orElseThrow(() -> new BackupFault(
                            found.isEmpty() ? source + " 里没有备份。" : source + " 里只有没有做完的备份（.part），不能用来恢复。"));
        }
    }

    Path resolve(String file) {
        return folder.resolve(file);
    }

    Path fileOf(String space, String sha256) {
        return target.resolve("files")
                .resolve(space)
                .resolve(sha256.substring(0, 2))
                .resolve(sha256);
    }

    Manifest manifest() {
        Manifest manifest;
        try {
            manifest = JSON.readValue(Files.readAllBytes(folder.resolve(MANIFEST)), Manifest.class);
        } catch (IOException | JacksonException e) {
            throw new BackupFault("备份清单读不出来：" + folder.resolve(MANIFEST), e);
        }
        if (manifest.format() > Manifest.FORMAT) {
            throw new BackupFault("这个备份是更新版本的程序做的，请先升级本程序再恢复。");
        }
        if (manifest.format() >= Manifest.SEALED) {
            requireSeal();
        }
        return manifest;
    }

    private void requireSeal() {
        Path seal = folder.resolve(SEAL);
        try {
            if (!Files.exists(seal)) {
                throw new BackupFault("备份不完整，不能用来恢复：\n缺少 " + seal);
            }
            if (!Files.readString(seal).startsWith(sha256(folder.resolve(MANIFEST)))) {
                throw new BackupFault("备份不完整，不能用来恢复：\n备份清单被改动 " + folder.resolve(MANIFEST));
            }
        } catch (IOException e) {
            throw new BackupFault("备份清单的校验值读不出来：" + seal, e);
        }
    }

    /** Writes the manifest and calls the backup whole. */
    Path complete(Manifest manifest) throws IOException {
        Path file = folder.resolve(MANIFEST);
        Files.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        force(file);
        Path seal = folder.resolve(SEAL);
        Files.writeString(seal, sha256(file) + "  " + MANIFEST + "\n");
        force(seal);
        Path whole = target.resolve(folder.getFileName().toString().replace(PART, ""));
        Files.move(folder, whole, StandardCopyOption.ATOMIC_MOVE);
        force(target);
        return whole;
    }

    static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyRuntimeHasIt) {
            throw new IllegalStateException(everyRuntimeHasIt);
        }
    }

    static String sha256(Path file) {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest())) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of()
                    .formatHex(((DigestInputStream) in).getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
