alter table account add column password_set_at timestamptz;
alter table account add column password_change_needed boolean not null default false;
comment on column account.password_set_at is '当前口令的设置时间；空为建立账号时';
comment on column account.password_change_needed is '口令由管理员给出，登录后须先修改';

create table past_password (
    account_id    uuid not null constraint past_password_account references account (id) on delete cascade,
    set_at        timestamptz not null,
    password_hash text not null,
    constraint past_password_key primary key (account_id, set_at)
);
comment on table past_password is '用过的口令，每个账号最近五个，新口令不得与其相同';
comment on column past_password.account_id is '账号';
comment on column past_password.set_at is '设置时间';
comment on column past_password.password_hash is '口令的 argon2id 摘要';

create table sign_in_delay (
    login_hash    bytea primary key,
    failures      int not null constraint sign_in_delay_failures check (failures > 0),
    changed_at    timestamptz not null,
    delayed_until timestamptz not null
);
create index sign_in_delay_changed on sign_in_delay (changed_at);
comment on table sign_in_delay is '登录连续失败后的等待；成功即删除，一天后清除；不存在的账号同样等待';
comment on column sign_in_delay.login_hash is '登录名的 SHA-256';
comment on column sign_in_delay.failures is '连续失败次数';
comment on column sign_in_delay.changed_at is '最近一次失败的时间';
comment on column sign_in_delay.delayed_until is '在此之前不受理登录';

alter table session add column id uuid not null default gen_random_uuid() constraint session_id_unique unique;
alter table session add column idle_until timestamptz;
update session set idle_until = expires_at;
alter table session alter column idle_until set not null;
alter table session add column device text not null default '';
alter table session add column opened_by text not null default 'PASSWORD'
    constraint session_opened_by check (opened_by in ('PASSWORD', 'PROVIDER'));
comment on column session.id is '标识，供本人和管理员结束会话';
comment on column session.idle_until is '闲置到此时失效；只在剩余不足四分之三时顺延，不能由此推出在线时长';
comment on column session.device is '设备的大致说明，如“Windows 电脑 · Chrome”';
comment on column session.opened_by is '登录方式：PASSWORD 口令，PROVIDER 统一身份认证';

create table identity_setting (
    city_code     text primary key constraint identity_setting_city references city (code),
    password_days int not null constraint identity_setting_password_days check (password_days between 0 and 3650),
    idle_minutes  int not null constraint identity_setting_idle_minutes check (idle_minutes between 5 and 43200),
    life_hours    int not null constraint identity_setting_life_hours check (life_hours between 1 and 720),
    changed_at    timestamptz not null,
    version       int not null default 0
);
comment on table identity_setting is '各城市的登录设置；没有一行时用默认值';
comment on column identity_setting.city_code is '城市';
comment on column identity_setting.password_days is '口令有效天数，0 为不过期';
comment on column identity_setting.idle_minutes is '会话闲置多少分钟后失效';
comment on column identity_setting.life_hours is '会话最长多少小时';
comment on column identity_setting.changed_at is '修改时间';
comment on column identity_setting.version is '版本，用于发现同时修改';
