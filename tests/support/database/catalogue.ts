import type pg from "pg";

/** Tables that belong to no tenant, each for a reason: people and their credentials, and what only counts requests. */
const outsideTenants = [
  "organizations",
  "users",
  "session_families",
  "refresh_tokens",
  "one_time_tokens",
  "identity_events",
  "person_idempotency_keys",
  "outbox_mails",
  "rate_limits",
];

/**
 * The memory of the embedded executor, which works for every organization. Its events, runs and steps name theirs, where they have one;
 * "the executor's memory is closed to all but the executor" binds them in place of the rules for tenants.
 */
const engine = ["job_events", "job_runs", "job_steps", "job_queue", "job_waits", "job_functions", "job_cron_ticks"];

const own = `organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif")`;
const executorBound = `( SELECT current_setting('app.executor'::text, true) AS current_setting) = 'on'::text`;
const nobodyBound = `( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif") IS NULL`;

const tenantTables = `
  select c.oid, c.relname as name, a.attnum as organization_column, a.attnotnull, c.relrowsecurity, c.relforcerowsecurity
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
  where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname <> all ($1::text[])`;

/** Each answers one line for every fault; a sound schema answers nothing. */
const checks: Record<string, string> = {
  "belongs to a tenant or is named as an exception": `
    select c.relname || ' has no organization_id and is not one of the tables without a tenant' as fault
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname <> all ($1::text[])
      and not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id')`,

  "its rows always have an organization": `
    select name || ' allows rows without an organization' as fault from (${tenantTables}) t where not attnotnull`,

  "row-level security is enabled and forced": `
    select name || ' lacks ' || case when relrowsecurity then 'FORCE' else 'ENABLE' end || ' ROW LEVEL SECURITY' as fault
    from (${tenantTables}) t where not (relrowsecurity and relforcerowsecurity)
    union all select 'organizations lacks row-level security' from pg_class
    where oid = 'public.organizations'::regclass and not (relrowsecurity and relforcerowsecurity)`,

  "a policy binds it to the organization, evaluated once": `
    select name || ' has no policy that binds ' || verb || ' to the organization' as fault
    from (${tenantTables}) t cross join (values ('reads', 'r'), ('inserts', 'a')) as v (verb, cmd)
    where not exists (select 1 from pg_policy p where p.polrelid = t.oid and p.polpermissive and p.polcmd in ('*', v.cmd)
      and case v.cmd when 'r' then pg_get_expr(p.polqual, p.polrelid)
        else coalesce(pg_get_expr(p.polwithcheck, p.polrelid), pg_get_expr(p.polqual, p.polrelid)) end = '(' || $2 || ')')`,

  "no policy opens it any further": `
    select t.name || ' is opened by the policy ' || p.polname as fault
    from (${tenantTables}) t join pg_policy p on p.polrelid = t.oid and p.polpermissive
    where not (coalesce(pg_get_expr(p.polqual, p.polrelid), '(' || $2 || ')') = '(' || $2 || ')'
        and coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '(' || $2 || ')') = '(' || $2 || ')')
      and not (p.polcmd = 'r' and starts_with(pg_get_expr(p.polqual, p.polrelid), '((' || $3 || ') AND'))`,

  "an index leads with organization_id": `
    select name || ' has no index that begins with organization_id' as fault from (${tenantTables}) t
    where not exists (select 1 from pg_index i where i.indrelid = t.oid and i.indisvalid and i.indpred is null
      and i.indkey[0] = t.organization_column)`,

  "foreign keys between tenant tables carry the organization first": `
    select k.conrelid::regclass || '.' || k.conname || ' does not begin with organization_id' as fault
    from pg_constraint k join (${tenantTables}) t on t.oid = k.confrelid
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'f' and (k.confkey[1] <> t.organization_column
      or a.attname <> case when k.conrelid = 'public.organizations'::regclass then 'id' else 'organization_id' end)`,

  "what is unique is unique inside the organization": `
    select i.indexrelid::regclass || ' is unique across organizations' as fault
    from (${tenantTables}) t join pg_index i on i.indrelid = t.oid and i.indisunique
    where i.indkey[0] <> t.organization_column
      and not (i.indisprimary and i.indnkeyatts = 1
        and exists (select 1 from pg_attribute a where a.attrelid = t.oid and a.attname = 'id' and a.attnum = i.indkey[0]))`,

  "the executor's memory is closed to all but the executor": `
    select c.relname || ' lacks row-level security' as fault from pg_class c
    where c.oid = any ($4::text[]::regclass[]) and not (c.relrowsecurity and c.relforcerowsecurity)
    union all select c.relname || ' is opened by the policy ' || p.polname
    from pg_class c join pg_policy p on p.polrelid = c.oid and p.polpermissive
    where c.oid = any ($4::text[]::regclass[])
      and not (pg_get_expr(p.polqual, p.polrelid) = '(' || $5 || ')'
        and pg_get_expr(p.polwithcheck, p.polrelid) = '(' || $5 || ')')
      and not (p.polcmd = 'r' and pg_get_expr(p.polqual, p.polrelid) = '(' || $2 || ')')
    union all select c.relname || ' has no policy that binds it to the executor' from pg_class c
    where c.oid = any ($4::text[]::regclass[]) and not exists (select 1 from pg_policy p where p.polrelid = c.oid
      and p.polpermissive and p.polcmd = '*' and pg_get_expr(p.polqual, p.polrelid) = '(' || $5 || ')'
      and pg_get_expr(p.polwithcheck, p.polrelid) = '(' || $5 || ')')
    union all select c.relname || ' is not named among the tables of the executor' from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and starts_with(c.relname, 'job_')
      and c.relname <> all ($4::text[])`,

  "the trail only grows": `
    select t.name || ' may be changed by ' || p.privilege as fault
    from (values ('audit_entries'), ('identity_events')) as t (name)
    cross join (values ('UPDATE'), ('DELETE'), ('TRUNCATE')) as p (privilege)
    where has_table_privilege('fitflow_app', 'public.' || t.name, p.privilege)`,

  "the application empties and alters no table": `
    select c.relname || ' grants fitflow_app ' || p.privilege as fault from pg_class c
    cross join (values ('TRUNCATE'), ('REFERENCES'), ('TRIGGER')) as p (privilege)
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and has_table_privilege('fitflow_app', c.oid, p.privilege)
    union all select 'organizations may be deleted' where has_table_privilege('fitflow_app', 'public.organizations', 'DELETE')`,

  "the application's role has no power of its own": `
    select r.rolname || ' is superuser, bypasses policies, or creates roles' as fault from pg_roles r
    where r.rolname = 'fitflow_app' and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb)
    union all select 'fitflow_app owns ' || c.relname from pg_class c
    where c.relnamespace = 'public'::regnamespace and pg_get_userbyid(c.relowner) = 'fitflow_app'
    union all select 'fitflow_app is a member of ' || pg_get_userbyid(m.roleid) from pg_auth_members m
    where pg_get_userbyid(m.member) = 'fitflow_app'`,

  // member_search_hits binds the organization by itself, analyze_grown_tables reads and returns nothing: see their migrations.
  "nothing runs with the owner's rights": `
    select 'the function ' || p.proname || ' runs as its owner' as fault from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.prosecdef and not (p.proname in ('member_search_hits', 'analyze_grown_tables')
      and p.proconfig @> array['search_path=public, pg_temp'] and not has_function_privilege('public', p.oid, 'EXECUTE'))
    union all select 'the view ' || c.relname || ' reads as its owner' from pg_class c
    where c.relnamespace = 'public'::regnamespace and (c.relkind = 'm'
      or (c.relkind = 'v' and not coalesce(c.reloptions @> array['security_invoker=true'], false)))`,
};

export const catalogueChecks = Object.keys(checks);

export async function faultsOf(client: pg.Client, check: string): Promise<string[]> {
  const text = checks[check] ?? "";
  const parameters = [[...outsideTenants, ...engine], own, nobodyBound, engine, executorBound];
  const used = parameters.flatMap((value, index) => (text.includes(`$${index + 1}`) ? [{ value, index }] : []));
  const renumbered = used.reduce((sql, { index }, at) => sql.replaceAll(`$${index + 1}`, `$${at + 1}`), text);
  const { rows } = await client.query<{ fault: string }>(
    renumbered,
    used.map(({ value }) => value),
  );
  return rows.map(({ fault }) => fault);
}
