package app.counterfoil.hub.seller;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.seller.RulesOfPages.Rule;
import app.counterfoil.hub.shell.PageFirst;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Asks for the password once more before an act that a stolen session, or whoever walks past a screen, must not do. Who
 * has given it within the last ten minutes is not asked. What was typed for the act goes along in the page that asks, so
 * nothing of it is lost, and nothing of it is kept here.
 */
@Component
class PasswordOnceMore implements HandlerInterceptor, WebMvcConfigurer {

    /** The field of the page that asks. */
    static final String FIELD = "password-once-more";

    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
    private static final String PROVEN_AT = PasswordOnceMore.class.getName() + ".provenAt";
    private static final Set<String> NOT_OF_THE_ACT = Set.of(FIELD, "_csrf");

    private final OwnPassword ownPassword;
    private final BusinessClock clock;
    private final List<Guarded> guarded;

    PasswordOnceMore(RulesOfPages rules, OwnPassword ownPassword, BusinessClock clock) {
        this.ownPassword = ownPassword;
        this.clock = clock;
        this.guarded = rules.rules().stream().flatMap(Guarded::of).toList();
    }

    private record Guarded(RequestMatcher acts, String what) {
        static Stream<Guarded> of(Rule rule) {
            var paths = PathPatternRequestMatcher.withDefaults();
            return rule.onceMore().stream().flatMap(what -> rule.paths().stream()
                    .map(path -> new Guarded(paths.matcher(rule.method(), path), what)));
        }
    }

    /** A field of the act, as it was typed. */
    public record Typed(String name, String value) {
        @Override
        public String toString() {
            return "Typed[hidden]";
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var here = SecurityContextHolder.getContext().getAuthentication();
        var act = guarded.stream().filter(each -> each.acts().matches(request)).findFirst();
        if (act.isEmpty() || here == null || !(here.getPrincipal() instanceof SignedIn me) || isFresh(request, me)) {
            return true;
        }
        var typed = request.getParameter(FIELD);
        if (typed == null) {
            throw new PageFirst(page(request, act.get().what(), Optional.empty()));
        }
        try {
            ownPassword.prove(me, typed);
        } catch (OwnPassword.NotProven refused) {
            throw new PageFirst(page(request, act.get().what(), Optional.of(refused)));
        }
        request.getSession().setAttribute(PROVEN_AT, clock.now());
        return true;
    }

    private boolean isFresh(HttpServletRequest request, SignedIn me) {
        var now = clock.now();
        var session = request.getSession(false);
        var again = session == null ? null : session.getAttribute(PROVEN_AT);
        return isFresh(me.provenAt(), now) || (again instanceof Instant provenAt && isFresh(provenAt, now));
    }

    /** A clock that was set back proves nothing. */
    private static boolean isFresh(Instant provenAt, Instant now) {
        return !provenAt.isAfter(now) && provenAt.plus(GOOD_FOR).isAfter(now);
    }

    private static ModelAndView page(HttpServletRequest request, String act, Optional<OwnPassword.NotProven> refused) {
        var typed = new ArrayList<Typed>();
        request.getParameterMap().forEach((name, values) -> {
            if (!NOT_OF_THE_ACT.contains(name)) {
                for (var value : values) {
                    typed.add(new Typed(name, value));
                }
            }
        });
        var path = request.getRequestURI();
        var page = new ModelAndView("seller/once-more");
        page.setStatus(HttpStatus.FORBIDDEN);
        page.addObject("act", act);
        page.addObject("path", path);
        page.addObject("back", path.replaceFirst("^(/[^/]*).*", "$1"));
        page.addObject("typed", typed);
        page.addObject("refused", refused.orElse(null));
        return page;
    }
}
