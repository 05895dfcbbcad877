package app.counterfoil.hub.dispatch.web;

import app.counterfoil.hub.shell.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DispatchNavigation {

    @Bean
    NavigationEntry dispatchEntry() {
        return new NavigationEntry("Dispatch", "/dispatch", "truck", "", 20);
    }
}
