package org.civitas.platform.store;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.civitas.platform.database.DatabaseSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Clears, before the first request is taken, what uploads left in the folder that a killed program was receiving. */
@Component
class HalfReceivedFiles {

    private static final Logger LOG = LoggerFactory.getLogger(HalfReceivedFiles.class);

    /** With an external database other programs may use the same folder; no upload takes that long. */
    private static final Duration LONGEST_UPLOAD = Duration.ofHours(1);

    HalfReceivedFiles(ObjectStore store, DatabaseSettings settings, Clock clock) {
        if (store instanceof FolderObjectStore folder) {
            Instant now = clock.instant();
            try {
                folder.forgetHalfReceived(settings.external() ? now.minus(LONGEST_UPLOAD) : now);
            } catch (IOException e) {
                LOG.warn("上次没有传完的文件未能清理：{}", e.getMessage());
            }
        }
    }
}
