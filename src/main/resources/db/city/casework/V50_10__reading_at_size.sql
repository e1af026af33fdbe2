-- 百万案件时仍能按条件直接取到一页：工作台和统计只读时段内的案件
create index case_file_closed on case_file (closed_at) where closed_at is not null;
create index case_file_holder on case_file (holder_unit_id, deadline_at) where holder_unit_id is not null;
create index case_file_annul on case_file (id) where annul_proposed;
create index case_file_lead_reported on case_file (lead_unit_id, reported_at desc, id desc) where lead_unit_id is not null;
drop index case_file_lead;
create index case_cycle_closed on case_cycle (closed_at);
create index case_cycle_open on case_cycle (deadline_at) where closed_at is null;
alter table case_file alter column search set statistics 1000;
