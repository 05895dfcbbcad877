package app.counterfoil.hub.shell;

import app.counterfoil.hub.measure.Refusal;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;

/** What is told when something was not done: one sentence of what was wrong, one of what to do, and an id to quote. */
record WhatWentWrong(HttpStatusCode status, String wrong, String mend, String id) {

    static WhatWentWrong from(Exception error) {
        if (error instanceof Refusal refusal) {
            var answer = AnnotatedElementUtils.findMergedAnnotation(error.getClass(), ResponseStatus.class);
            HttpStatusCode status = answer == null ? HttpStatus.UNPROCESSABLE_CONTENT : answer.code();
            return new WhatWentWrong(status, refusal.wrong(), refusal.mend(), newId());
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
                        "Your role does not open this page, or the form had been open too long.",
                        "Go back and reload it; if it stays closed, ask the owner of the business.");
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

    ModelAndView page() {
        var page = new ModelAndView("shell/refused", Map.of("problem", this));
        page.setStatus(status);
        return page;
    }

    ProblemDetail problem() {
        var problem = ProblemDetail.forStatusAndDetail(status, wrong);
        problem.setProperty("mend", mend);
        problem.setProperty("errorId", id);
        return problem;
    }

    private static WhatWentWrong told(HttpStatusCode status, String wrong, String mend) {
        return new WhatWentWrong(status, wrong, mend, newId());
    }

    private static String newId() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
