package app.counterfoil.hub.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The pages of an installation, asked for past its port: by nobody, within a session, or as somebody who is let in. */
public final class HubPages {

    private final WebApplicationContext hub;
    private final MockMvc web;

    /** The pages of that installation, with all that guards them. */
    public HubPages(WebApplicationContext hub) {
        this.hub = hub;
        this.web = MockMvcBuilders.webAppContextSetup(hub)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
    }

    /** What nobody is answered. */
    public MockHttpServletResponse asked(MockHttpServletRequestBuilder request) throws Exception {
        return perform(request).getResponse();
    }

    /** What is answered within the session. */
    public MockHttpServletResponse asked(MockHttpSession session, MockHttpServletRequestBuilder request)
            throws Exception {
        return asked(request.session(session));
    }

    /** What this person is answered. */
    public MockHttpServletResponse asked(UserDetails as, MockHttpServletRequestBuilder request) throws Exception {
        return asked(request.with(user(as)));
    }

    /** What this person is answered, and what was kept of it. */
    public MvcResult perform(UserDetails as, MockHttpServletRequestBuilder request) throws Exception {
        return perform(request.with(user(as)));
    }

    /** The page as this person sees it. */
    public String page(UserDetails as, String path) throws Exception {
        var answer = asked(as, get(path));
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    /** What is answered to the request, and what was kept of it. */
    public MvcResult perform(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(csrf())).andReturn();
    }

    /** What is answered to somebody who wants to sign in. */
    public MvcResult signIn(String email, String password) throws Exception {
        return perform(post("/sign-in").param("email", email).param("password", password));
    }

    /** The session of somebody who has signed in. */
    public MockHttpSession session(String email, String password) throws Exception {
        return (MockHttpSession)
                Objects.requireNonNull(signIn(email, password).getRequest().getSession(false));
    }

    /** Every way in there is, like "GET /orders/{id}", and what of ours answers there. */
    public Map<String, HandlerMethod> routes() {
        return hub
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(each -> each.getValue().getBeanType().getPackageName().startsWith("app.counterfoil"))
                .flatMap(each -> each.getKey().getPatternValues().stream().flatMap(path -> methods(each.getKey())
                        .map(method -> Map.entry(method + " " + path, each.getValue()))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Stream<RequestMethod> methods(RequestMappingInfo route) {
        var said = route.getMethodsCondition().getMethods();
        return said.isEmpty() ? Stream.of(RequestMethod.values()) : said.stream();
    }
}
