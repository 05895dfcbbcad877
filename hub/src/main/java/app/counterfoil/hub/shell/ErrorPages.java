package app.counterfoil.hub.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Turns whatever was refused or failed into a page in plain English, or into a problem for the API. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErrorPages implements ErrorViewResolver {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final PageFrame frame;

    ErrorPages(PageFrame frame) {
        this.frame = frame;
    }

    @ExceptionHandler(Exception.class)
    Object answer(Exception error, HttpServletRequest request) throws Exception {
        if (error instanceof AccessDeniedException || error instanceof AuthenticationException) {
            throw error;
        }
        if (error instanceof PageFirst first) {
            return framed(first.page(), request);
        }
        var wrong = WhatWentWrong.from(error);
        log(wrong, error);
        if (request.getRequestURI().startsWith("/api/")) {
            // A program is told the fields by the names that it has sent.
            var problem = wrong.problem();
            problem.setProperty("fields", ReadAsTyped.fields(error));
            return ResponseEntity.status(wrong.status())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        return framed(wrong.page(), request);
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        var tooLate = request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException;
        return framed((tooLate ? WhatWentWrong.oldForm() : WhatWentWrong.of(status)).page(), request);
    }

    /** With the navigation around it, unless that cannot be had either: then the page stands alone. */
    private ModelAndView framed(ModelAndView page, HttpServletRequest request) {
        try {
            page.addObject("frame", frame.around(request));
        } catch (RuntimeException noFrame) {
            LOG.warn(
                    "an error page goes without its frame type={}",
                    noFrame.getClass().getName());
        }
        return page;
    }

    private static void log(WhatWentWrong wrong, Exception error) {
        // The type and the place, never the message: a message may carry what somebody typed.
        if (wrong.status().is5xxServerError()) {
            var trace = error.getStackTrace();
            LOG.error(
                    "error id={} type={} at={}",
                    wrong.id(),
                    error.getClass().getName(),
                    trace.length == 0 ? "?" : trace[0]);
        } else {
            LOG.info("refused id={} type={}", wrong.id(), error.getClass().getName());
        }
    }
}
