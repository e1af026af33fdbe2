create table node (
    process text primary key,
    name    text not null,
    beat_at timestamptz not null
);
comment on table node is '节点：正在运行的程序进程及其最近一次心跳；久无心跳的，由别的节点断开它的数据库会话';
comment on column node.process is '进程标识，也写在它的数据库会话的 application_name 里';
comment on column node.name is '节点名称（CIVITAS_NODE），供人辨认';
comment on column node.beat_at is '最近一次心跳，数据库的时间';
