create table backup_run (
    taken_at timestamptz primary key,
    ended_at timestamptz not null,
    bytes    bigint not null,
    place    text not null
);
comment on table backup_run is '做完的备份，供管理员查看最近一次是什么时候';
comment on column backup_run.taken_at is '快照时刻：在它之前写入的都在备份里';
comment on column backup_run.ended_at is '做完时刻';
comment on column backup_run.bytes is '数据库（压缩后）与文件的字节数';
comment on column backup_run.place is '备份所在目录';
