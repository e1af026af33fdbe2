package org.civitas.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import org.civitas.platform.database.StartFault;
import org.civitas.testing.CityTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The program starts with the key that the stored secrets were encrypted with, and with no other. */
@CityTest
class KeyFileTest {

    @Autowired
    KeyMark mark;

    @Autowired
    KeyFile inUse;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path folder;

    private static String text(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }

    @Test
    void the_same_key_is_taken_from_the_setting_or_from_the_file() throws Exception {
        String same = text(inUse.key().getEncoded());
        assertThat(new KeyFile(same, folder, mark).key()).isEqualTo(inUse.key());
        Files.writeString(folder.resolve("secret.key"), same + "\n");
        assertThat(new KeyFile("", folder, mark).key()).isEqualTo(inUse.key());
    }

    @Test
    void another_key_is_refused_in_words_wherever_it_comes_from() throws Exception {
        byte[] other = inUse.key().getEncoded().clone();
        other[31] ^= 1;
        assertThatThrownBy(() -> new KeyFile(text(other), folder, mark))
                .isInstanceOf(StartFault.class)
                .hasMessageStartingWith("CIVITAS_SECRET_KEY 不是这个数据库原来的密钥");
        Files.writeString(folder.resolve("secret.key"), text(other));
        assertThatThrownBy(() -> new KeyFile("", folder, mark))
                .isInstanceOf(StartFault.class)
                .hasMessageContaining("secret.key 不是这个数据库原来的密钥");
    }

    @Test
    void a_missing_key_is_asked_for_and_not_made_anew_where_one_was_in_use() {
        assertThatThrownBy(() -> new KeyFile("", folder, mark))
                .isInstanceOf(StartFault.class)
                .hasMessageStartingWith("没有找到密钥文件")
                .hasMessageContaining("放回数据目录");
        assertThat(folder.resolve("secret.key")).doesNotExist();
    }

    @Test
    void the_first_start_makes_a_key_and_remembers_its_mark() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.update("delete from platform.secret_mark");
            jdbc.update("truncate platform.account cascade");
            KeyFile made = new KeyFile("", folder, mark);
            assertThat(made.key()).isNotEqualTo(inUse.key());
            assertThat(folder.resolve("secret.key")).exists();
            assertThat(new KeyFile("", folder, mark).key()).isEqualTo(made.key());
            assertThatThrownBy(() -> new KeyFile(text(inUse.key().getEncoded()), folder, mark))
                    .isInstanceOf(StartFault.class);
        });
    }

    @Test
    void a_database_with_accounts_from_before_the_mark_is_not_given_a_new_key() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.update("delete from platform.secret_mark");
            jdbc.update("""
                    insert into platform.account (id, city_code, login, name, password_hash, role_codes, scope_kind,
                        area_code, created_at)
                    select gen_random_uuid(), code, 'before-the-mark', '旧账号', 'x', '{}', 'CITY', '', now()
                    from platform.city limit 1
                    """);
            assertThatThrownBy(() -> new KeyFile("", folder, mark)).isInstanceOf(StartFault.class);
        });
    }

    @Test
    void what_is_no_key_is_refused_in_words() {
        for (String wrong : Arrays.asList("!!", "abcd", text(new byte[16]))) {
            assertThatThrownBy(() -> new KeyFile(wrong, folder, mark))
                    .isInstanceOf(StartFault.class)
                    .hasMessageContaining("32 字节");
        }
    }
}
