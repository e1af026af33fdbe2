create table import_preview (
    id           uuid primary key,
    kind         text not null,
    account_id   uuid not null,
    file_name    text not null,
    file_sha256  text not null,
    row_count    int not null,
    good_rows    int not null,
    faulty_rows  int not null,
    created_at   timestamptz not null,
    committed_at timestamptz,
    mode         text constraint import_preview_mode check (mode in ('ALL', 'GOOD_ROWS')),
    constraint import_preview_committed check ((committed_at is null) = (mode is null))
);
create index import_preview_created on import_preview (created_at);
create index import_preview_file on import_preview (file_sha256);
comment on table import_preview is '导入预览：上传的表格检查后等待确认，一天后清除';
comment on column import_preview.id is '标识';
comment on column import_preview.kind is '导入什么';
comment on column import_preview.account_id is '上传的账号';
comment on column import_preview.file_name is '文件名';
comment on column import_preview.file_sha256 is '文件内容的 SHA-256';
comment on column import_preview.row_count is '数据行数';
comment on column import_preview.good_rows is '可导入行数';
comment on column import_preview.faulty_rows is '有错误的行数';
comment on column import_preview.created_at is '上传时间';
comment on column import_preview.committed_at is '确认导入的时间';
comment on column import_preview.mode is '导入方式：全部，或只导入没有错误的行';
