package org.civitas.platform.secrets;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.civitas.platform.database.StartFault;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * 密钥记号 — by which the database knows the key that its secrets were encrypted with: an HMAC of a fixed text, from which
 * the key can not be found. The first start writes it; a node with another key, or a restored system without its key, would
 * encrypt what the others can not read, so it does not start.
 */
@Component
class KeyMark {

    private static final byte[] TEXT = "civitas secret mark 1".getBytes(StandardCharsets.US_ASCII);
    private static final String WAY_OUT =
            "多个节点要用同一把密钥；恢复备份后要把原来的 secret.key 放回数据目录，或设置 CIVITAS_SECRET_KEY。" + "原来的密钥确实丢失时，见 deploy/README.md“密钥”。";

    private final JdbcTemplate jdbc;

    KeyMark(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Says no where a key must be somewhere: the mark is there, or accounts are, although the mark is not because the
     * database comes from an older program.
     *
     * @throws StartFault in words
     */
    void requireFirstStart(Path file) {
        boolean inUse = Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from platform.secret_mark) or exists (select 1 from platform.account)",
                Boolean.class));
        if (inUse) {
            throw new StartFault("没有找到密钥文件 " + file + "，而数据库中的手机号码和验证器是用原来的密钥加密的。" + WAY_OUT);
        }
    }

    /**
     * Writes the mark of the first key; any later one must be the same.
     *
     * @param source where the key came from, for the words
     * @throws StartFault when it is another one
     */
    void requireSame(SecretKey key, String source) {
        byte[] mark = of(key);
        jdbc.update("insert into platform.secret_mark (mark, set_at) values (?, now()) on conflict do nothing", mark);
        byte[] kept = jdbc.queryForObject("select mark from platform.secret_mark", byte[].class);
        if (!MessageDigest.isEqual(mark, kept)) {
            throw new StartFault(source + " 不是这个数据库原来的密钥，程序没有启动，数据没有改动。" + WAY_OUT);
        }
    }

    private static byte[] of(SecretKey key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(TEXT);
        } catch (GeneralSecurityException everyRuntimeHasIt) {
            throw new IllegalStateException(everyRuntimeHasIt);
        }
    }
}
