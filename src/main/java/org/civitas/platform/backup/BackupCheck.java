package org.civitas.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a backup through and compares every hash. */
final class BackupCheck {

    private BackupCheck() {}

    /** What is wrong, in words; empty when the backup is whole. */
    static List<String> faults(BackupFolder folder, Manifest manifest) throws IOException {
        var faults = new ArrayList<String>();
        for (Manifest.SchemaPart schema : manifest.schemas()) {
            for (Manifest.TablePart table : schema.tables()) {
                compare(folder.resolve(table.file()), table.sha256(), faults);
            }
        }
        for (Manifest.FileList list : manifest.files()) {
            if (compare(folder.resolve(list.file()), list.sha256(), faults)) {
                for (String key : Files.readAllLines(folder.resolve(list.file()))) {
                    compare(folder.fileOf(list.space(), key), key, faults);
                }
            }
        }
        return faults;
    }

    private static boolean compare(Path file, String sha256, List<String> faults) {
        if (!Files.exists(file)) {
            faults.add("缺少 " + file);
            return false;
        }
        if (!BackupFolder.sha256(file).equals(sha256)) {
            faults.add("内容被改动 " + file);
            return false;
        }
        return true;
    }
}
