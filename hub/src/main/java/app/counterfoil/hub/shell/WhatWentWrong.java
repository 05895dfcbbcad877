package app.counterfoil.hub.shell;

import app.counterfoil.hub.shell.NotUsable.Field;
import app.counterfoil.postgres.PostgresRefusal;
import app.counterfoil.vault.PurposeNotCarried;
import app.counterfoil.vault.VaultRefusal;
import app.counterfoil.vault.keys.KeysUnavailable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/**
 * What is told when something was not done: one sentence of what was wrong, one of what to do, the fields that are to be
 * mended, and an id to quote.
 */
record WhatWentWrong(HttpStatusCode status, String wrong, String mend, List<Field> fields, String id) {

    static WhatWentWrong from(Exception error) {
        var fields = ReadAsTyped.fields(error);
        if (!fields.isEmpty()) {
            return unusable(error, fields);
        }
        var refused = Refused.by(error);
        if (refused.isPresent()) {
            return told(statusOf(error), refused.get().wrong(), refused.get().mend());
        }
        if (error instanceof TypeMismatchException
                || error instanceof HttpMessageNotReadableException
                || error instanceof InvalidParameterException) {
            return of(HttpStatus.BAD_REQUEST);
        }
        return of(error instanceof ErrorResponse known ? known.getStatusCode() : HttpStatus.INTERNAL_SERVER_ERROR);
    }

    static WhatWentWrong of(HttpStatusCode status) {
        return switch (status.value()) {
            case 400 ->
                told(status, "This request was not complete.", "Go back, check what you typed, and send it again.");
            case 401 -> told(status, "You are not signed in.", "Sign in and try again.");
            case 403 ->
                told(
                        status,
                        "Your role does not open this page.",
                        "If your work needs it, ask the owner of the business.");
            case 404 -> told(status, "There is no such page.", "Check the address, or start again from the orders.");
            case 405 ->
                told(status, "This address cannot be used in that way.", "Go back and use the buttons of the page.");
            case 409 -> told(status, "Somebody else changed this in the meantime.", "Reload the page and look again.");
            default ->
                status.is4xxClientError()
                        ? told(status, "This request could not be read.", "Go back and try it from the page again.")
                        : told(
                                status,
                                "Something went wrong on our side; what was saved before stays saved.",
                                "Try again in a minute; if it stays, pass on the error id below.");
        };
    }

    /** The form was made for an earlier session than the one it is sent in. */
    static WhatWentWrong oldForm() {
        return told(
                HttpStatus.FORBIDDEN,
                "This form had been open since before you signed in, so nothing was saved.",
                "Go back, reload the page, and send it again.");
    }

    /** An id in the address that is none leads nowhere; what was typed is to be mended. */
    private static WhatWentWrong unusable(Exception error, List<Field> fields) {
        var inAddress = error instanceof MethodArgumentTypeMismatchException one
                && one.getParameter().hasParameterAnnotation(PathVariable.class);
        var named = fields.stream()
                .map(field -> new Field(FieldNames.shown(field.name()), field.mend()))
                .toList();
        return inAddress
                ? new WhatWentWrong(
                        HttpStatus.NOT_FOUND,
                        "There is nothing at this address.",
                        "Look for it in the list, or search for its number.",
                        named,
                        newId())
                : new WhatWentWrong(
                        HttpStatus.BAD_REQUEST,
                        named.size() == 1
                                ? named.get(0).name() + " cannot be used as it is."
                                : named.size() + " fields cannot be used as they are.",
                        "Go back and mend it; nothing was changed.",
                        named,
                        newId());
    }

    private static HttpStatusCode statusOf(Exception refusal) {
        if (refusal instanceof PurposeNotCarried) {
            return HttpStatus.FORBIDDEN;
        }
        if (refusal instanceof KeysUnavailable || refusal instanceof PostgresRefusal) {
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
        if (refusal instanceof VaultRefusal) {
            return HttpStatus.CONFLICT;
        }
        var answer = AnnotatedElementUtils.findMergedAnnotation(refusal.getClass(), ResponseStatus.class);
        return answer == null ? HttpStatus.UNPROCESSABLE_CONTENT : answer.code();
    }

    /** Whether it is ours to find out about, so that its id is worth passing on. */
    public boolean isOurs() {
        return status.is5xxServerError();
    }

    ModelAndView page() {
        var page = new ModelAndView("shell/refused", Map.of("problem", this));
        page.setStatus(status);
        return page;
    }

    ProblemDetail problem() {
        var problem = ProblemDetail.forStatusAndDetail(status, wrong);
        problem.setProperty("mend", mend);
        problem.setProperty("fields", fields);
        problem.setProperty("errorId", id);
        return problem;
    }

    private static WhatWentWrong told(HttpStatusCode status, String wrong, String mend) {
        return new WhatWentWrong(status, wrong, mend, List.of(), newId());
    }

    private static String newId() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
