package org.civitas.platform.web;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * Answers what is refused before the program hears of it (a broken request line, a header too long, a path that can not be
 * read) in the words of the house: a problem document for the interface, a short page for people. Neither tells what was
 * sent nor which server this is.
 */
final class PlainErrors extends ErrorReportValve {

    private record Words(String code, String title, String detail) {}

    private static final Words BAD = new Words("request.invalid", "请求有误", "请求的格式不正确，没有处理。");
    private static final Words FAULT = new Words("internal", "系统出错", "系统出了问题，请把追踪号告诉管理员。");
    private static final Map<Integer, Words> KNOWN = Map.of(
            401, new Words("session.needed", "请先登录", "请先登录。"),
            403, new Words("access.denied", "没有权限", "没有权限。"),
            404, new Words("not-found", "没有找到", "没有这个地址。"),
            405, new Words("method.unsupported", "操作不支持", "这个地址不支持该操作。"),
            408, new Words("request.too-slow", "传输太慢", "内容传得太慢或中断，没有保存，请检查网络后重试。"),
            413, new Words("body.too-large", "内容太大", "提交的内容太大，没有保存。"),
            414, new Words("request.too-long", "地址太长", "请求的地址太长，没有处理。"),
            431, new Words("request.too-long", "请求头太长", "请求头太长，没有处理；可清除浏览器中本站的数据后重试。"));

    private static final String PAGE = """
            <!doctype html>
            <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>%1$s</title></head><body><h1>%1$s</h1><p>%2$s</p>%3$s<p><a href="/">返回首页</a></p></body></html>
            """;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable fault) {
        if (tooSlow(fault)) {
            response.setStatus(408);
        }
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Words words = KNOWN.getOrDefault(status, status < 500 || status == 501 || status == 505 ? BAD : FAULT);
        boolean forProgram = String.valueOf(request.getRequestURI()).startsWith("/api/");
        String trace = Objects.requireNonNullElse(request.getAttribute(TraceFilter.ATTRIBUTE), "")
                .toString();
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setContentType(forProgram ? "application/problem+json" : "text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        try {
            Objects.requireNonNull(response.getReporter())
                    .write(forProgram ? document(status, words, trace) : page(words, trace));
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            // nobody is there to read it, or the answer is under way
        }
    }

    /** A body that is ended by {@link TimedInput} comes here as a bad request when nobody handled it on the way. */
    private static boolean tooSlow(@Nullable Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }

    private static String document(int status, Words words, String trace) {
        return "{\"status\":%d,\"code\":\"%s\",\"title\":\"%s\",\"detail\":\"%s\",\"trace\":\"%s\"}"
                .formatted(status, words.code(), words.title(), words.detail(), trace);
    }

    private static String page(Words words, String trace) {
        return PAGE.formatted(words.title(), words.detail(), trace.isEmpty() ? "" : "<p>追踪号：" + trace + "</p>");
    }
}
