package app.counterfoil.hub.shell;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Tells a program what was wrong and what to do, as a problem (RFC 9457), where no page is reached to tell it. */
public final class ApiProblems {

    private static final JsonMapper JSON = new JsonMapper();

    private ApiProblems() {}

    /** Answers with that status; neither sentence may hold what was sent. */
    public static void write(HttpServletResponse response, HttpStatus status, String wrong, String mend)
            throws IOException {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "about:blank");
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("detail", wrong);
        problem.put("mend", mend);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream().write(JSON.writeValueAsBytes(problem));
    }
}
