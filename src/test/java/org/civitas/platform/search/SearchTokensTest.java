package org.civitas.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchTokensTest {

    @Test
    void a_chinese_run_becomes_its_pairs_and_its_last_character() {
        assertThat(SearchTokens.document("文明创建")).isEqualTo("文明 明创 创建 建");
    }

    @Test
    void letters_and_digits_stay_whole_words_in_lower_case_and_half_width() {
        assertThat(SearchTokens.document("ＡＢ-001 农贸市场")).isEqualTo("ab 001 农贸 贸市 市场 场");
    }

    @Test
    void several_texts_are_joined_and_nulls_skipped() {
        assertThat(SearchTokens.document("云川", null, "A1")).isEqualTo("云川 川 a1");
    }

    @Test
    void characters_beyond_the_basic_plane_are_not_cut_in_half() {
        assertThat(SearchTokens.document("𠮷野")).isEqualTo("𠮷野 野");
    }

    @Test
    void a_query_asks_for_the_pairs_side_by_side() {
        assertThat(SearchTokens.query("农贸市场")).contains("(农贸 <-> 贸市 <-> 市场)");
    }

    @Test
    void words_typed_apart_must_all_be_there() {
        assertThat(SearchTokens.query("幸福  市场")).contains("幸福 & 市场");
    }

    @Test
    void one_character_and_a_latin_word_are_searched_by_their_beginning() {
        assertThat(SearchTokens.query("建 Gov")).contains("建:* & gov:*");
    }

    @Test
    void operators_and_quotes_never_get_through() {
        assertThat(SearchTokens.query("a' | !(b) & c:* <-> \\")).contains("a:* & b:* & c:*");
        assertThat(SearchTokens.query("  &|!'  ")).isEmpty();
        assertThat(SearchTokens.query(null)).isEmpty();
    }

    @Test
    void a_very_long_query_is_cut() {
        assertThat(SearchTokens.query("x ".repeat(500)).orElseThrow().split(" & "))
                .hasSize(32);
    }
}
