create table contact (
    subject_kind text not null constraint contact_subject_kind check (subject_kind in ('account', 'duty')),
    subject_id   uuid not null,
    phone        bytea not null,
    masked       text not null,
    changed_at   timestamptz not null,
    constraint contact_key primary key (subject_kind, subject_id)
);
comment on table contact is '联系电话：加密存放，平时只显示掩码，逐个写明理由才能查看，查看记入审计';
comment on column contact.subject_kind is '谁的：account 账号，duty 责任人';
comment on column contact.subject_id is '账号或责任的标识';
comment on column contact.phone is '电话，AES-GCM 加密，钥匙不在数据库里';
comment on column contact.masked is '掩码，如 138****5678';
comment on column contact.changed_at is '修改时间';
