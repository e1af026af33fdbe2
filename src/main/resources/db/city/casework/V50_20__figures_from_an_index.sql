-- 统计一年的指标时只读索引（百万案件约 1.5 万页），不读案件整行（约 8.6 万页）
create index case_file_figures on case_file (id)
    include (area_code, state, type_code, lead_unit_id, reported_at, accepted_at, closed_at, seen_again);
