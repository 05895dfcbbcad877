package app.counterfoil.hub.seller;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * The passwords of tests are hashed as quickly as can be: there are hundreds of people in them. What the product does is
 * looked at in {@link PasswordsAreSlowToGuessTest}.
 */
@Configuration(proxyBeanMethods = false)
class QuickPasswords {

    private static final int LEAST_ROUNDS = 4;

    @Bean
    static BeanPostProcessor quickToHash() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                return bean instanceof BCryptPasswordEncoder ? new BCryptPasswordEncoder(LEAST_ROUNDS) : bean;
            }
        };
    }
}
