package org.civitas.platform.backup;

/** Why a backup or a restore can not be done, in words for the person at the command line. */
final class BackupFault extends RuntimeException {

    BackupFault(String words) {
        super(words);
    }

    BackupFault(String words, Throwable cause) {
        super(words, cause);
    }
}
