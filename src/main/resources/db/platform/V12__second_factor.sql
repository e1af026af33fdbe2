create table second_factor (
    account_id   uuid primary key constraint second_factor_account references account (id) on delete cascade,
    secret       bytea not null,
    created_at   timestamptz not null,
    confirmed_at timestamptz,
    last_step    bigint not null default 0
);
comment on table second_factor is '双重验证：验证器的密钥（加密存放）';
comment on column second_factor.account_id is '账号';
comment on column second_factor.secret is '密钥，AES-GCM 加密，加密的钥匙不在数据库里';
comment on column second_factor.created_at is '生成时间';
comment on column second_factor.confirmed_at is '绑定完成时间；空为尚未完成';
comment on column second_factor.last_step is '最近用过的验证码的时间步，用过的不能再用';

create table recovery_code (
    account_id uuid not null constraint recovery_code_account references second_factor (account_id) on delete cascade,
    code_hash  bytea not null,
    constraint recovery_code_key primary key (account_id, code_hash)
);
comment on table recovery_code is '恢复码：验证器丢失时代替验证码，每个只能用一次，用后删除';
comment on column recovery_code.account_id is '账号';
comment on column recovery_code.code_hash is '恢复码的 SHA-256';

create table sign_in_challenge (
    token_hash bytea primary key,
    account_id uuid not null constraint sign_in_challenge_account references account (id) on delete cascade,
    device     text not null,
    opened_by  text not null constraint sign_in_challenge_opened_by check (opened_by in ('PASSWORD', 'PROVIDER')),
    expires_at timestamptz not null
);
create index sign_in_challenge_expires on sign_in_challenge (expires_at);
comment on table sign_in_challenge is '登录的第二步：口令已对，等待验证码，五分钟内有效，还不是会话';
comment on column sign_in_challenge.token_hash is '令牌的 SHA-256';
comment on column sign_in_challenge.account_id is '账号';
comment on column sign_in_challenge.device is '设备的大致说明';
comment on column sign_in_challenge.opened_by is '第一步的方式：PASSWORD 口令，PROVIDER 统一身份认证';
comment on column sign_in_challenge.expires_at is '失效时间';
