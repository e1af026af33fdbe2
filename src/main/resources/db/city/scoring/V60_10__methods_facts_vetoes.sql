alter table scoring_round add column methods text[] not null default '{SITE}';
comment on column scoring_round.methods is '计入的测评方法';

alter table scoring_version
    add column coverage bigint constraint scoring_version_coverage check (coverage between 0 and 1000000000),
    add column facts    jsonb,
    add column events   jsonb,
    add column methods  jsonb,
    add column vetoes   jsonb;
comment on column scoring_version.coverage is '已测比例，单位十亿分之一；空为已测分值与满分之比';
comment on column scoring_version.facts is '冻结的填报事实：数值、问卷结果、评审分、条件';
comment on column scoring_version.events is '冻结的负面清单事件';
comment on column scoring_version.methods is '各测评方法的得分与权重';
comment on column scoring_version.vetoes is '负面清单事件的后果';

-- what was not judged at a site has no site, visit or observation
alter table scoring_loss
    alter column item_code drop not null,
    alter column site_id drop not null,
    alter column type_code drop not null,
    alter column area_code drop not null,
    alter column visit_id drop not null,
    alter column observation_id drop not null,
    add column evidence    text not null default 'OBSERVATION' constraint scoring_loss_evidence
        check (evidence in ('OBSERVATION', 'FIGURE', 'ESTIMATE', 'MARK', 'CONDITION', 'EVENT')),
    add column evidence_id uuid,
    add constraint scoring_loss_carrier check (
        case when evidence = 'OBSERVATION'
             then num_nulls(item_code, site_id, type_code, area_code, visit_id, observation_id) = 0
             else evidence_id is not null and observation_id is null end);
comment on column scoring_loss.evidence is '证据类别：现场观察、指标数值、问卷结果、评审分、条件核对、负面事件';
comment on column scoring_loss.evidence_id is '证据；现场观察见观察一栏';

drop trigger scoring_version_frozen on scoring_version;
create trigger scoring_version_frozen before update on scoring_version for each row
    when (old.state = 'SUPERSEDED' or (old.state = 'PUBLISHED' and
          (new.state <> 'SUPERSEDED'
           or (new.got, new.judged, new.full_points, new.edition, new.words, new.number, new.reason,
               new.coverage, new.facts, new.events, new.methods, new.vetoes)
               is distinct from (old.got, old.judged, old.full_points, old.edition, old.words, old.number, old.reason,
               old.coverage, old.facts, old.events, old.methods, old.vetoes))))
    execute function scoring_refuse_change();
