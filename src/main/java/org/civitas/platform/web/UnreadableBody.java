package org.civitas.platform.web;

import java.util.Objects;
import java.util.stream.Collectors;
import org.civitas.platform.web.BadInput.FieldFault;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says in words where a JSON body does not fit. */
final class UnreadableBody {

    private UnreadableBody() {}

    static FieldFault explain(HttpMessageNotReadableException fault) {
        if (fault.getCause() instanceof DatabindException bind) {
            String path = bind.getPath().stream().map(UnreadableBody::step).collect(Collectors.joining("."));
            if (bind instanceof UnrecognizedPropertyException) {
                return new FieldFault(path, "不认识字段 " + path + "。");
            }
            return new FieldFault(path, "字段 " + (path.isEmpty() ? "内容" : path) + " 缺失或格式不正确。");
        }
        return new FieldFault("", "请求的内容不是有效的 JSON。");
    }

    private static String step(JacksonException.Reference reference) {
        return Objects.requireNonNullElse(reference.getPropertyName(), String.valueOf(reference.getIndex()));
    }
}
