create table site_type (
    code    text primary key,
    ordinal int  not null,
    name    text not null,
    kind    text not null constraint site_type_kind check (kind in ('PLACE', 'HOTLINE', 'VEHICLE')),
    route   text not null default '',
    version int  not null default 0,
    constraint site_type_name unique (name)
);
comment on table site_type is '点位类型：本市点位的种类，各测评体系共用';
comment on column site_type.code is '代码，检查项编码以它开头';
comment on column site_type.ordinal is '次序';
comment on column site_type.name is '名称';
comment on column site_type.kind is '类别：实体、热线、交通工具';
comment on column site_type.route is '走法：怎么走、怎么看';
comment on column site_type.version is '版本';

create table edition (
    id         uuid primary key,
    code       text not null,
    number     int  not null,
    name       text not null,
    level      text not null,
    note       text not null default '',
    state      text not null constraint edition_state check (state in ('DRAFT', 'IN_USE', 'RETIRED')),
    revision   int  not null default 0,
    created_at timestamptz not null,
    used_at    timestamptz,
    constraint edition_code_number unique (code, number)
);
comment on table edition is '测评体系版本：可多套并存，启用后锁定';
comment on column edition.id is '标识';
comment on column edition.code is '体系代码，各版本相同';
comment on column edition.number is '版本号，从1起';
comment on column edition.name is '名称';
comment on column edition.level is '适用层级，如城市、县级、未成年人';
comment on column edition.note is '备注';
comment on column edition.state is '状态：编制中、启用、停用';
comment on column edition.revision is '修改次数，用于防止覆盖他人的改动';
comment on column edition.created_at is '建立时间';
comment on column edition.used_at is '最近启用时间';

create table edition_node (
    edition_id  uuid not null constraint edition_node_edition references edition (id) on delete cascade,
    ordinal     int  not null,
    code        text not null,
    parent_code text,
    criterion   boolean not null,
    name        text not null,
    full_points numeric(15, 9) not null,
    constraint edition_node_key primary key (edition_id, code)
);
comment on table edition_node is '体系节点：测评项目、测评内容等分组，以及作为叶子的测评标准';
comment on column edition_node.edition_id is '体系版本';
comment on column edition_node.ordinal is '次序，上级在下级之前';
comment on column edition_node.code is '编码';
comment on column edition_node.parent_code is '上级编码，第一级为空';
comment on column edition_node.criterion is '是否测评标准';
comment on column edition_node.name is '名称或标准内容';
comment on column edition_node.full_points is '满分';

create table requirement (
    edition_id      uuid not null constraint requirement_edition references edition (id) on delete cascade,
    ordinal         int  not null,
    code            text not null,
    criterion_code  text not null,
    method          text not null constraint requirement_method check (method in ('SITE', 'MATERIAL', 'SURVEY', 'DATA', 'OPINION', 'VETO')),
    full_points     numeric(15, 9) not null,
    rule_type       text constraint requirement_rule check (rule_type in ('PASS_FAIL', 'GRADE', 'DEDUCT', 'THRESHOLD')),
    rule_parameters text not null default '',
    combination     text not null constraint requirement_combination check (combination in ('MEAN', 'WORST')),
    lead_unit_code  text,
    constraint requirement_key primary key (edition_id, code)
);
comment on table requirement is '测评要求：标准的一个小项，一种方法、一份满分、一条计分规则';
comment on column requirement.edition_id is '体系版本';
comment on column requirement.ordinal is '次序';
comment on column requirement.code is '编码';
comment on column requirement.criterion_code is '所属标准编码';
comment on column requirement.method is '测评方法';
comment on column requirement.full_points is '满分';
comment on column requirement.rule_type is '规则类型；没有规则的方法为空';
comment on column requirement.rule_parameters is '规则参数';
comment on column requirement.combination is '同一点位各检查项的合成方式';
comment on column requirement.lead_unit_code is '牵头单位代码';

create table check_item (
    edition_id        uuid not null constraint check_item_edition references edition (id) on delete cascade,
    ordinal           int  not null,
    code              text not null,
    site_type_code    text not null constraint check_item_site_type references site_type (code),
    aspect            text not null,
    body              text not null,
    kind              text not null constraint check_item_kind check (kind in ('PASS', 'GRADE', 'COUNT', 'FIGURE')),
    unit              text,
    grades            text[] not null,
    look              text not null default '',
    exemption         text not null default '',
    faults            jsonb not null,
    picture_needed    boolean not null,
    requirement_codes text[] not null,
    search            tsvector not null,
    constraint check_item_key primary key (edition_id, code)
);
create index check_item_type on check_item (edition_id, site_type_code, ordinal);
create index check_item_search on check_item using gin (search);
comment on table check_item is '检查项：在一类点位看什么、怎么看、怎么记';
comment on column check_item.edition_id is '体系版本';
comment on column check_item.ordinal is '次序';
comment on column check_item.code is '编码，各体系中相同编码即同一检查项';
comment on column check_item.site_type_code is '点位类型代码';
comment on column check_item.aspect is '考察方面';
comment on column check_item.body is '检查内容';
comment on column check_item.kind is '记录方式：符合判定、等级、计数、数值';
comment on column check_item.unit is '单位，计数和数值才有';
comment on column check_item.grades is '等级说明，依次为A、B、C、C#';
comment on column check_item.look is '怎么看';
comment on column check_item.exemption is '不计情形';
comment on column check_item.faults is '常见问题与建议的问题类型';
comment on column check_item.picture_needed is '判断问题是否需要照片';
comment on column check_item.requirement_codes is '服务的测评要求编码';
comment on column check_item.search is '检索词';
