package org.civitas.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.civitas.platform.access.NotAllowed;
import org.civitas.platform.access.ObligationOwed;
import org.civitas.platform.limits.BodyTooLarge;
import org.civitas.platform.web.BadInput.FieldFault;
import org.civitas.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns every fault into a problem document (RFC 9457) with a stable code and Chinese words. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler(RuleViolation.class)
    ResponseEntity<ProblemDetail> rule(RuleViolation fault) {
        return problem(HttpStatus.UNPROCESSABLE_ENTITY, fault.code(), "不符合规则", message(fault));
    }

    @ExceptionHandler(NotAllowed.class)
    ResponseEntity<ProblemDetail> notAllowed(NotAllowed fault) {
        return problem(HttpStatus.FORBIDDEN, "access.denied", "没有权限", message(fault));
    }

    @ExceptionHandler(ObligationOwed.class)
    ResponseEntity<ProblemDetail> owed(ObligationOwed fault) {
        return problem(HttpStatus.FORBIDDEN, fault.obligation().code(), "请先完成必办事项", message(fault));
    }

    @ExceptionHandler(SignInNeeded.class)
    ResponseEntity<ProblemDetail> signInNeeded(SignInNeeded fault) {
        return problem(HttpStatus.UNAUTHORIZED, "session.needed", "请先登录", message(fault));
    }

    @ExceptionHandler(NotFound.class)
    ResponseEntity<ProblemDetail> notFound(NotFound fault) {
        return problem(HttpStatus.NOT_FOUND, "not-found", "没有找到", message(fault));
    }

    @ExceptionHandler(Conflict.class)
    ResponseEntity<ProblemDetail> conflict(Conflict fault) {
        return problem(HttpStatus.CONFLICT, fault.code(), "状态冲突", message(fault));
    }

    @ExceptionHandler(BadInput.class)
    ResponseEntity<ProblemDetail> badInput(BadInput fault) {
        return invalid(fault.faults());
    }

    @ExceptionHandler(MethodArgumentNotValidException.class)
    ResponseEntity<ProblemDetail> invalidBody(MethodArgumentNotValidException fault) {
        return invalid(fault.getBindingResult().getFieldErrors().stream()
                .map(e -> new FieldFault(e.getField(), Objects.requireNonNullElse(e.getDefaultMessage(), "填写有误")))
                .toList());
    }

    @ExceptionHandler(HandlerMethodValidationException.class)
    ResponseEntity<ProblemDetail> invalidParameter(HandlerMethodValidationException fault) {
        return invalid(fault.getParameterValidationResults().stream()
                .map(r -> new FieldFault(
                        Objects.requireNonNullElse(r.getMethodParameter().getParameterName(), "?"),
                        Objects.requireNonNullElse(
                                r.getResolvableErrors().getFirst().getDefaultMessage(), "填写有误")))
                .toList());
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge) {
                return problem(HttpStatus.CONTENT_TOO_LARGE, "body.too-large", "内容太大", message(cause));
            }
        }
        return invalid(List.of(UnreadableBody.explain(fault)));
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ResponseEntity<ProblemDetail> mismatch(MethodArgumentTypeMismatchException fault) {
        return invalid(List.of(new FieldFault(fault.getName(), "参数 " + fault.getName() + " 的格式不正确。")));
    }

    @ExceptionHandler(MissingServletRequestParameterException.class)
    ResponseEntity<ProblemDetail> missing(MissingServletRequestParameterException fault) {
        return invalid(List.of(new FieldFault(fault.getParameterName(), "缺少参数 " + fault.getParameterName() + "。")));
    }

    @ExceptionHandler(MissingServletRequestPartException.class)
    ResponseEntity<ProblemDetail> missingPart(MissingServletRequestPartException fault) {
        return invalid(List.of(new FieldFault(fault.getRequestPartName(), "没有收到文件，请选择文件后再上传。")));
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException fault) {
        return problem(HttpStatus.CONTENT_TOO_LARGE, "upload.too-large", "文件太大", "上传的文件超过 32 MB，或一次提交的部分太多，请压缩或拆分后再传。");
    }

    @ExceptionHandler(MultipartException.class)
    ResponseEntity<ProblemDetail> brokenUpload(MultipartException fault) {
        return problem(HttpStatus.BAD_REQUEST, "upload.broken", "上传没有完成", "上传中断或内容损坏，请重新上传。");
    }

    @ExceptionHandler(HttpMediaTypeNotSupportedException.class)
    ResponseEntity<ProblemDetail> mediaType(HttpMediaTypeNotSupportedException fault) {
        return problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "media-type.unsupported", "格式不支持", "请求的内容格式不被支持。");
    }

    @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
    ResponseEntity<ProblemDetail> method(HttpRequestMethodNotSupportedException fault) {
        return problem(HttpStatus.METHOD_NOT_ALLOWED, "method.unsupported", "操作不支持", "这个地址不支持该操作。");
    }

    @ExceptionHandler(NoResourceFoundException.class)
    ResponseEntity<ProblemDetail> noResource(NoResourceFoundException fault) {
        return problem(HttpStatus.NOT_FOUND, "not-found", "没有找到", "没有这个地址。");
    }

    @ExceptionHandler(DataIntegrityViolationException.class)
    ResponseEntity<ProblemDetail> integrity(DataIntegrityViolationException fault) {
        if (String.valueOf(fault.getMessage()).contains("0x00")) {
            return invalid(List.of(new FieldFault("", "文字里含有不可见的控制字符，请删除后重新提交。")));
        }
        LOG.warn("integrity: {}", fault.getClass().getSimpleName(), fault);
        return problem(HttpStatus.CONFLICT, "data.conflict", "数据冲突", "提交的内容与已有数据冲突（重复，或引用了不存在的对象），没有写入。");
    }

    @ExceptionHandler(CannotAcquireLockException.class)
    ResponseEntity<ProblemDetail> lock(CannotAcquireLockException fault) {
        return problem(HttpStatus.CONFLICT, "data.busy", "正被占用", "这条记录正被别人处理，请稍后再试。");
    }

    /** The client went away in mid-answer: nothing to say and nobody to say it to. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone(AsyncRequestNotUsableException fault) {
        LOG.debug("client gone");
    }

    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<ProblemDetail> other(Exception fault, HttpServletRequest request) {
        if (fault instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return problem(known.getStatusCode(), "request.invalid", "请求有误", "请求的格式不正确。");
        }
        OutageFaults outage = OutageFaults.behind(fault);
        if (outage != null) {
            LOG.warn("{} {}: {}", request.getMethod(), request.getRequestURI(), outage.code());
            return problem(outage.status(), outage.code(), outage.title(), outage.words());
        }
        if (OutageFaults.clientGone(fault)) {
            LOG.debug("client gone", fault);
            return null;
        }
        LOG.error("{} {}", request.getMethod(), request.getRequestURI(), fault);
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "internal", "系统出错", "系统出了问题，请把追踪号告诉管理员。");
    }

    private static ResponseEntity<ProblemDetail> invalid(List<FieldFault> faults) {
        String detail = faults.isEmpty() ? "输入有误。" : faults.getFirst().message();
        ResponseEntity<ProblemDetail> answer = problem(HttpStatus.BAD_REQUEST, "input.invalid", "输入有误", detail);
        Objects.requireNonNull(answer.getBody())
                .setProperty(
                        "errors",
                        faults.stream()
                                .map(f -> Map.of("field", f.field(), "message", f.message()))
                                .toList());
        return answer;
    }

    private static ResponseEntity<ProblemDetail> problem(
            HttpStatusCode status, String code, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        problem.setProperty("code", code);
        problem.setProperty("trace", Objects.requireNonNullElse(MDC.get("trace"), ""));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static String message(Throwable fault) {
        return Objects.requireNonNullElse(fault.getMessage(), "");
    }
}
