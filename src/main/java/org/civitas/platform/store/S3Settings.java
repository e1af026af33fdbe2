package org.civitas.platform.store;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where files lie when several nodes share them; without a bucket they lie in the data folder.
 *
 * @param endpoint address of a store with the S3 interface; empty: AWS itself
 * @param pathStyle bucket in the path instead of the host name, as most stores outside AWS want it
 */
@ConfigurationProperties("civitas.s3")
record S3Settings(
        @Nullable URI endpoint,
        @DefaultValue("") String bucket,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("") String accessKey,
        @DefaultValue("") String secretKey,
        @DefaultValue("true") boolean pathStyle) {

    boolean chosen() {
        return !bucket.isBlank();
    }

    @Override
    public String toString() {
        return bucket + " @ " + (endpoint == null ? region : endpoint);
    }
}
