create table secret_mark (
    only_row boolean primary key default true constraint secret_mark_one check (only_row),
    mark     bytea not null,
    set_at   timestamptz not null
);
comment on table secret_mark is '密钥的记号：启动时用它核对密钥（CIVITAS_SECRET_KEY 或 secret.key）是不是原来那一把';
comment on column secret_mark.only_row is '只有一行';
comment on column secret_mark.mark is '以密钥计算的 HMAC-SHA256，由它推不出密钥';
comment on column secret_mark.set_at is '首次记下的时间';
