package org.civitas.platform.web;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import org.apache.catalina.connector.ClientAbortException;
import org.civitas.platform.database.DatabaseFaults;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What is not the fault of the request: no room, the database away for a moment, the client gone.
 *
 * @param code stable code of the problem document
 * @param words for the person; what was sent may be sent again unchanged
 */
record OutageFaults(HttpStatus status, String code, String title, String words) {

    static final OutageFaults FULL = new OutageFaults(
            HttpStatus.INSUFFICIENT_STORAGE,
            "storage.full",
            "服务器空间不足",
            "服务器磁盘空间不足，暂时不能保存，查看不受影响。您填写的内容没有丢失，请不要关闭页面，联系管理员腾出空间后再提交。");

    /** A commit that broke off may have been done; who sends the same again under the same id changes nothing. */
    static final OutageFaults AWAY =
            new OutageFaults(HttpStatus.SERVICE_UNAVAILABLE, "database.away", "暂时无法使用", "数据库正在恢复，请稍候几秒再试；重复提交不会多出一份。");

    /** The outage behind a fault, or null when it is a fault of the request or of the program. */
    static @Nullable OutageFaults behind(Throwable fault) {
        if (DatabaseFaults.full(fault) || diskFull(fault)) {
            return FULL;
        }
        return DatabaseFaults.away(fault) ? AWAY : null;
    }

    private static boolean diskFull(Throwable fault) {
        for (Throwable t = fault; t != null; t = t.getCause()) {
            if (t instanceof IOException
                    && (String.valueOf(t.getMessage()).contains("No space left on device")
                            || String.valueOf(t.getMessage()).contains("Disk quota exceeded"))) {
                return true;
            }
        }
        return false;
    }

    /** Did the client break off? Then there is nothing to say and nobody to say it to. */
    static boolean clientGone(Throwable fault) {
        for (Throwable t = fault; t != null; t = t.getCause()) {
            if (t instanceof ClientAbortException || t instanceof EOFException) {
                return true;
            }
            if (t instanceof IOException && !(t instanceof FileSystemException) && brokenOff(t.getMessage())) {
                return true;
            }
        }
        return false;
    }

    private static boolean brokenOff(@Nullable String message) {
        return message != null
                && (message.contains("Broken pipe")
                        || message.contains("Connection reset")
                        || message.contains("closed"));
    }

    /** As a problem document, for filters that stand before every controller. */
    String json() {
        return "{\"status\":" + status.value() + ",\"code\":\"" + code + "\",\"title\":\"" + title + "\",\"detail\":\""
                + words + "\"}";
    }
}
