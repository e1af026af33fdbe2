alter table case_file add column plan_owner text;
comment on column case_file.plan_owner is '督查计划的主办区域：交办之前，暗访发现的问题只有主办方及其上级看得见';
