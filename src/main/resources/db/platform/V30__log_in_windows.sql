-- losing these counts in a crash harms nobody, so they need no log
create unlogged table log_in_window (
    address  text not null,
    minute   timestamptz not null,
    attempts int not null constraint log_in_window_attempts check (attempts > 0),
    constraint log_in_window_pk primary key (address, minute)
);
comment on table log_in_window is '登录尝试计数：每个网络地址每分钟一行，各节点合计，十分钟后删去';
comment on column log_in_window.address is '来源网络地址';
comment on column log_in_window.minute is '哪一分钟';
comment on column log_in_window.attempts is '尝试次数';
