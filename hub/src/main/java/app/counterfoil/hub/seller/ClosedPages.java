package app.counterfoil.hub.seller;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A page that no rule names is open to nobody; where there is no page at all, those who have signed in may learn so. */
@Component
class ClosedPages implements AuthorizationManager<RequestAuthorizationContext> {

    private final ObjectProvider<RequestMappingHandlerMapping> pages;
    private final AuthorizationManager<RequestAuthorizationContext> signedIn =
            AuthenticatedAuthorizationManager.authenticated();

    ClosedPages(ObjectProvider<RequestMappingHandlerMapping> pages) {
        this.pages = pages;
    }

    @Override
    public @Nullable AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext at) {
        return isPage(at.getRequest()) ? new AuthorizationDecision(false) : signedIn.authorize(who, at);
    }

    private boolean isPage(HttpServletRequest request) {
        return pages.orderedStream().anyMatch(each -> answers(each, request));
    }

    private static boolean answers(RequestMappingHandlerMapping pages, HttpServletRequest request) {
        try {
            return pages.getHandler(request) != null;
        } catch (Exception otherMethod) {
            // There is a page, but it is not asked in this way: the page itself says so.
            return false;
        }
    }
}
