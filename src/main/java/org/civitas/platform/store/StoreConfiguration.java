package org.civitas.platform.store;

import org.civitas.platform.database.DatabaseSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Files lie in the data folder, or in a bucket that several nodes share. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(S3Settings.class)
class StoreConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ObjectStore objectStore(DatabaseSettings settings, S3Settings s3) {
        return s3.chosen()
                ? new S3ObjectStore(S3Connection.open(s3), s3.bucket())
                : new FolderObjectStore(settings.data().resolve("files"));
    }
}
