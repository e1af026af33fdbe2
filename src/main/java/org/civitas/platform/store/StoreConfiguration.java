package org.civitas.platform.store;

import org.civitas.platform.database.DatabaseSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Files lie in the data folder unless another store is given. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ObjectStore objectStore(DatabaseSettings settings) {
        return new FolderObjectStore(settings.data().resolve("files"));
    }
}
