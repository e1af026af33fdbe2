alter table requirement
    add column evidence      text   not null default '',
    add column co_unit_codes text[] not null default '{}';
comment on column requirement.evidence is '佐证要求：需要什么材料、数据、照片来证明';
comment on column requirement.co_unit_codes is '配合单位代码';

create table edition_mapping (
    edition_id         uuid not null constraint edition_mapping_edition references edition (id) on delete cascade,
    ordinal            int  not null,
    kind               text not null constraint edition_mapping_kind check (kind in ('ITEM', 'CRITERION')),
    code               text not null,
    other_edition_code text not null,
    other_code         text not null,
    fit                text not null constraint edition_mapping_fit check (fit in ('FULL', 'PART')),
    note               text not null default '',
    constraint edition_mapping_key primary key (edition_id, ordinal)
);
create index edition_mapping_other on edition_mapping (other_edition_code);
comment on table edition_mapping is '体系对应：本体系的检查项、标准与另一套体系的对应关系，双向读取';
comment on column edition_mapping.edition_id is '写明对应关系的体系版本';
comment on column edition_mapping.ordinal is '次序';
comment on column edition_mapping.kind is '类别：检查项对应要求，标准对应标准';
comment on column edition_mapping.code is '本体系的检查项编码或标准编码';
comment on column edition_mapping.other_edition_code is '另一套体系的代码，不分版本';
comment on column edition_mapping.other_code is '另一套体系的要求编码或标准编码';
comment on column edition_mapping.fit is '对应程度：一致、部分';
comment on column edition_mapping.note is '说明';
