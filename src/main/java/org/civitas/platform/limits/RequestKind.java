package org.civitas.platform.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/** 请求类别 — what a request costs, told by its address; the first that fits counts. */
enum RequestKind {
    LOG_IN(LimitSettings::logIns, "登录尝试"),
    SEARCH(LimitSettings::searches, "搜索"),
    UPLOAD(LimitSettings::uploads, "上传"),
    EXPORT(LimitSettings::exports, "导出"),
    GENERAL(LimitSettings::requests, "操作"),
    ANONYMOUS(LimitSettings::anonymous, "访问");

    private static final Pattern MADE_FILES =
            Pattern.compile(".*(/export|\\.xlsx|/workbook|/paper|/faulty-rows|/imports/template)");

    private final ToIntFunction<LimitSettings> limit;
    private final String words;

    RequestKind(ToIntFunction<LimitSettings> limit, String words) {
        this.limit = limit;
        this.words = words;
    }

    int perMinute(LimitSettings settings) {
        return limit.applyAsInt(settings);
    }

    String words() {
        return words;
    }

    static RequestKind of(HttpServletRequest request, boolean signedIn) {
        String path = request.getRequestURI();
        boolean changes =
                !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
        if (!signedIn) {
            boolean enters =
                    path.equals("/api/session") || path.startsWith("/api/session/") || path.equals("/api/setup");
            return changes && enters ? LOG_IN : ANONYMOUS;
        }
        if (path.equals("/api/search")) {
            return SEARCH;
        }
        String type = request.getContentType();
        if (type != null && type.startsWith("multipart/")) {
            return UPLOAD;
        }
        return !changes && MADE_FILES.matcher(path).matches() ? EXPORT : GENERAL;
    }
}
