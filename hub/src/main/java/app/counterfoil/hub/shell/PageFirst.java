package app.counterfoil.hub.shell;

import org.springframework.web.servlet.ModelAndView;

/** Thrown before an act is done, to answer with another page first; that page leads back to the act. */
public final class PageFirst extends RuntimeException {

    private final transient ModelAndView page;

    /** This page is answered, with the frame around it that all pages have. */
    public PageFirst(ModelAndView page) {
        super(page.getViewName(), null, false, false);
        this.page = page;
    }

    ModelAndView page() {
        return page;
    }
}
