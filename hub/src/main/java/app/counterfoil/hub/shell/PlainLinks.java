package app.counterfoil.hub.shell;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

/**
 * Leaves links as the templates write them. Spring would look every one of them up among the files of all libraries, in
 * case it names a file to be called by another name; ours never do, and the looking took four fifths of a page's time.
 */
@Configuration(proxyBeanMethods = false)
class PlainLinks {

    @Bean
    FilterRegistrationBean<ResourceUrlEncodingFilter> noLookingUpOfLinks() {
        var filter = new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
        filter.setEnabled(false);
        return filter;
    }
}
