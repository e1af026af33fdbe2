package org.civitas.platform.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Checks what the types say of a body: a component that is not nullable is there, a list has no holes, a date lies in a time
 * that anybody could mean. What has a constraint of its own is left to it, because its words are better.
 */
@RestControllerAdvice
class CompleteBody extends RequestBodyAdviceAdapter {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2200, 1, 1);

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        check(body, "");
        return body;
    }

    private static void check(@Nullable Object value, String path) {
        switch (value) {
            case Record record when record.getClass().getName().startsWith("org.civitas.") -> components(record, path);
            case Collection<?> list -> elements(list, path);
            case LocalDate day -> day(day, path);
            case OffsetDateTime at -> moment(at.toInstant(), path);
            case Instant at -> moment(at, path);
            case null, default -> {}
        }
    }

    private static void components(Record record, String path) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            String name = path.isEmpty() ? component.getName() : path + "." + component.getName();
            Object value = read(record, component);
            if (value == null && !mayBeMissing(component)) {
                throw new BadInput(name, "字段 " + name + " 缺失。");
            }
            check(value, name);
        }
    }

    private static void elements(Collection<?> list, String path) {
        int index = 0;
        for (Object element : list) {
            String name = path + "[" + index++ + "]";
            if (element == null) {
                throw new BadInput(name, "列表 " + path + " 的第 " + index + " 项是空的。");
            }
            check(element, name);
        }
    }

    private static void moment(Instant at, String path) {
        if (at.isBefore(FIRST.atStartOfDay().toInstant(ZoneOffset.UTC))
                || at.isAfter(LAST.atStartOfDay().toInstant(ZoneOffset.UTC))) {
            throw unlikely(path);
        }
    }

    private static void day(LocalDate day, String path) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw unlikely(path);
        }
    }

    private static BadInput unlikely(String path) {
        return new BadInput(path, "日期应在 1900 年到 2200 年之间。");
    }

    private static boolean mayBeMissing(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || component.getAccessor().isAnnotationPresent(NotNull.class)
                || component.getAccessor().isAnnotationPresent(NotBlank.class)
                || component.getAccessor().isAnnotationPresent(NotEmpty.class);
    }

    private static @Nullable Object read(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
