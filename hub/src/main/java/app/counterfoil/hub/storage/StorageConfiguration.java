package app.counterfoil.hub.storage;

import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StorageSettings.class)
class StorageConfiguration {

    @Bean(destroyMethod = "close")
    Database database(StorageSettings settings, Environment environment) {
        if (environment.matchesProfiles("command")) {
            return Database.openOrJoin(settings);
        }
        var kind = environment.getProperty("counterfoil.training", Boolean.class, false)
                ? InstallationKind.DEMO
                : InstallationKind.REAL;
        kind.require(settings.home().toAbsolutePath().normalize());
        return Database.open(settings);
    }

    @Bean(destroyMethod = "")
    DataSource dataSource(Database database) {
        return database.pool();
    }

    @Bean
    SQLExceptionTranslator valuesStayOut() {
        return new ValuesStayOut();
    }

    @Bean
    SellerTransactions sellerTransactions(PlatformTransactionManager transactions, DataSource dataSource) {
        return new SellerTransactions(transactions, dataSource);
    }
}
