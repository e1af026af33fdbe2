alter table requirement drop constraint requirement_rule;
alter table requirement add constraint requirement_rule check (rule_type in
    ('PASS_FAIL', 'GRADE', 'THRESHOLD', 'PROPORTION', 'DEDUCT', 'ZEROING', 'COUNT_IN_WINDOW', 'DENSITY', 'SURVEY', 'REVIEW', 'VETO', 'EXPRESSION'));
alter table requirement add column type_weights jsonb not null default '{}';
comment on column requirement.type_weights is '点位类型权重：类型代码对应的权重，没有写的为 1';

create table edition_weight (
    edition_id uuid not null constraint edition_weight_edition references edition (id) on delete cascade,
    method     text not null constraint edition_weight_method check (method in ('SITE', 'MATERIAL', 'SURVEY', 'DATA', 'OPINION')),
    weight     numeric(15, 9) not null constraint edition_weight_positive check (weight > 0),
    constraint edition_weight_key primary key (edition_id, method)
);
comment on table edition_weight is '方法权重：各测评方法在总分中的分值；没有任何一行的体系按各标准分值直接相加';
comment on column edition_weight.edition_id is '体系版本';
comment on column edition_weight.method is '测评方法';
comment on column edition_weight.weight is '在总分中的分值';
