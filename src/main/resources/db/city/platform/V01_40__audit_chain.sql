-- A default that is not constant: the lines that are there get the transaction of this migration.
alter table audit_line add column xid xid8 not null default pg_current_xact_id();
comment on column audit_line.xid is '写入它的事务号；封链据此不漏、不重';
create index audit_line_xid on audit_line (xid, id);

-- Searching is served by audit_search, which the sealer fills: writers keep two indexes instead of three.
drop index audit_line_at;
drop index audit_line_subject;

create table audit_seal (
    number  bigint primary key constraint audit_seal_number check (number > 0),
    line_id bigint not null constraint audit_seal_line unique,
    hash    bytea not null constraint audit_seal_hash check (length(hash) = 32),
    version smallint not null
);
comment on table audit_seal is '审计链：每条审计记录一个连续的序号和校验值，只追加';
comment on column audit_seal.number is '序号，从 1 起没有空号';
comment on column audit_seal.line_id is '审计记录';
comment on column audit_seal.hash is 'SHA-256（序号、上一个校验值、记录各字段）';
comment on column audit_seal.version is '编码方式的版本';

create table audit_chain (
    only_row boolean primary key default true constraint audit_chain_one check (only_row),
    number   bigint not null,
    hash     bytea not null,
    sealed   pg_snapshot not null,
    sealing  pg_snapshot,
    at_xid   xid8 not null,
    at_id    bigint not null
);
comment on table audit_chain is '审计链封到了哪里';
comment on column audit_chain.only_row is '只有一行';
comment on column audit_chain.number is '链头序号，0 为空链';
comment on column audit_chain.hash is '链头校验值';
comment on column audit_chain.sealed is '已封完的快照：其中可见的记录都在链上';
comment on column audit_chain.sealing is '正在封的快照；空为没有';
comment on column audit_chain.at_xid is '正在封的快照中封到的事务号';
comment on column audit_chain.at_id is '正在封的快照中封到的记录';
insert into audit_chain (number, hash, sealed, at_xid, at_id)
values (0, sha256(convert_to('civitas-audit-1 ' || current_schema(), 'UTF8')), '1:1:', '0', 0);

create table audit_search (
    line_id      bigint primary key,
    at           timestamptz not null,
    account_id   uuid,
    account_name text not null,
    action       text not null,
    subject_kind text not null,
    subject_id   text not null,
    trace        text,
    words        tsvector not null
);
create index audit_search_at on audit_search (at desc, line_id desc);
create index audit_search_name on audit_search (account_name, at desc, line_id desc);
create index audit_search_action on audit_search (action, at desc, line_id desc);
create index audit_search_kind on audit_search (subject_kind, at desc, line_id desc);
create index audit_search_subject on audit_search (subject_id, at desc, line_id desc);
create index audit_search_trace on audit_search (trace, at desc, line_id desc) where trace is not null;
create index audit_search_words on audit_search using gin (words);
comment on table audit_search is '审计检索：由封链任务填写，可随时由审计记录重建，不作为凭据';
comment on column audit_search.line_id is '审计记录';
comment on column audit_search.at is '时间';
comment on column audit_search.account_id is '账号标识；系统动作为空';
comment on column audit_search.account_name is '账号姓名';
comment on column audit_search.action is '动作代码';
comment on column audit_search.subject_kind is '对象类别';
comment on column audit_search.subject_id is '对象标识';
comment on column audit_search.trace is '请求追踪号';
comment on column audit_search.words is '检索词';

create table audit_verification (
    id           uuid primary key,
    asked_at     timestamptz not null,
    account_name text not null,
    heads        int not null,
    ended_at     timestamptz,
    report       jsonb
);
create index audit_verification_asked on audit_verification (asked_at desc);
comment on table audit_verification is '审计链的历次校验';
comment on column audit_verification.id is '标识';
comment on column audit_verification.asked_at is '发起时间';
comment on column audit_verification.account_name is '发起人';
comment on column audit_verification.heads is '随校验给出的链头数';
comment on column audit_verification.ended_at is '完成时间';
comment on column audit_verification.report is '结果';

create function audit_only_grows() returns trigger language plpgsql as $$
begin
    raise exception '审计记录只能追加，不能修改或删除' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_line_only_grows before update or delete on audit_line
    for each row execute function audit_only_grows();
create trigger audit_line_never_emptied before truncate on audit_line
    for each statement execute function audit_only_grows();
create trigger audit_seal_only_grows before update or delete on audit_seal
    for each row execute function audit_only_grows();
create trigger audit_seal_never_emptied before truncate on audit_seal
    for each statement execute function audit_only_grows();
