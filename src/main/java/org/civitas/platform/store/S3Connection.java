package org.civitas.platform.store;

import java.time.Duration;
import org.civitas.platform.database.StartFault;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Opens the way to the bucket and tries it out, so that a wrong setting shows at the start and not at the first picture. */
final class S3Connection {

    private static final String PROBE = "civitas-probe";

    private S3Connection() {}

    /**
     * A client that may read, write and delete in the bucket.
     *
     * @throws StartFault in words when it may not, or when nobody answers
     */
    static S3Client open(S3Settings settings) {
        if (settings.accessKey().isBlank() || settings.secretKey().isBlank()) {
            throw new StartFault(
                    "设置了文件库 " + settings + "，但没有设置访问密钥。请设置 CIVITAS_S3_ACCESS_KEY 和 CIVITAS_S3_SECRET_KEY。");
        }
        S3Client client = client(settings);
        try {
            tryOut(client, settings.bucket());
            return client;
        } catch (S3Exception refused) {
            client.close();
            throw new StartFault(words(settings, refused), refused);
        } catch (SdkException silent) {
            client.close();
            throw new StartFault(
                    "连接不上文件库 " + settings + "：" + silent.getMessage() + "。请检查 CIVITAS_S3_ENDPOINT 和网络。", silent);
        }
    }

    private static void tryOut(S3Client client, String bucket) {
        client.headBucket(head -> head.bucket(bucket));
        client.putObject(put -> put.bucket(bucket).key(PROBE), RequestBody.fromString("civitas"));
        client.deleteObject(delete -> delete.bucket(bucket).key(PROBE));
    }

    private static String words(S3Settings settings, S3Exception refused) {
        return switch (refused.statusCode()) {
            case 403 ->
                "文件库 " + settings + " 拒绝访问：访问密钥不正确，或它没有这个桶的读、写、删权限。请检查 CIVITAS_S3_ACCESS_KEY、CIVITAS_S3_SECRET_KEY。";
            case 404 -> "文件库 " + settings + " 中没有这个桶。请先建立它，或改正 CIVITAS_S3_BUCKET。";
            default -> "文件库 " + settings + " 不能使用（" + refused.statusCode() + "）：" + refused.getMessage();
        };
    }

    /** Checksums in trailers are switched off: stores other than AWS refuse them, and the MD5 is sent anyway. */
    private static S3Client client(S3Settings settings) {
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(5))
                        .socketTimeout(Duration.ofSeconds(60)))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .forcePathStyle(settings.pathStyle())
                .serviceConfiguration(configuration -> configuration.chunkedEncodingEnabled(false));
        if (settings.endpoint() != null && !settings.endpoint().toString().isBlank()) {
            builder.endpointOverride(settings.endpoint());
        }
        return builder.build();
    }
}
