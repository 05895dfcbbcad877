package app.counterfoil.hub.shell;

import app.counterfoil.hub.shell.NotUsable.Field;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Takes no text with control characters, such as NUL, into any page: no keyboard types them, and no database keeps them. */
@Component
class PlainText implements HandlerInterceptor, WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        // What services outside post is read as it came: a signature is over its bytes.
        registry.addInterceptor(this).excludePathPatterns("/webhooks/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var wrong = request.getParameterMap().entrySet().stream()
                .filter(field -> Arrays.stream(field.getValue()).anyMatch(PlainText::hasControls))
                .map(field -> new Field(field.getKey(), "It holds a character that cannot be seen: type it anew."))
                .toList();
        if (!wrong.isEmpty()) {
            throw new NotUsable(wrong);
        }
        return true;
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(each -> Character.isISOControl(each) && "\t\n\r".indexOf(each) < 0);
    }
}
