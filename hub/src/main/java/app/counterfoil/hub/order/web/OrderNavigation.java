package app.counterfoil.hub.order.web;

import app.counterfoil.hub.shell.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrderNavigation {

    @Bean
    NavigationEntry ordersEntry() {
        return new NavigationEntry("Orders", "/orders", "orders", "", 10);
    }

    @Bean
    NavigationEntry attentionEntry() {
        return new NavigationEntry("Needs attention", "/attention", "alert", "", 40);
    }
}
