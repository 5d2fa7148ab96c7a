import type pg from "pg";
import { describe, expect, test } from "vitest";
import { withConnection } from "@/scripts/database/connect";
import { catalogueChecks, faultsOf } from "@/tests/support/database/catalogue";

const owner = () => process.env.DATABASE_OWNER_URL ?? "";
const app = () => process.env.DATABASE_URL ?? "";

const own = `(select nullif(current_setting('app.organization_id', true), '')::uuid)`;
const organization = "organization_id uuid not null references organizations (id)";
const sound = `
  create table good (id uuid primary key, ${organization}, unique (organization_id, id));
  alter table good enable row level security;
  alter table good force row level security;
  create policy good_tenant on good to fitflow_app
    using (organization_id = ${own}) with check (organization_id = ${own});`;

/** What breaks each rule, and the line that reports it. */
const breaches: Record<string, { sql: string; fault: string }[]> = {
  "belongs to a tenant or is named as an exception": [
    {
      sql: "create table bad (id uuid primary key)",
      fault: "bad has no organization_id and is not one of the tables without a tenant",
    },
  ],
  "its rows always have an organization": [
    {
      sql: "create table bad (id uuid primary key, organization_id uuid)",
      fault: "bad allows rows without an organization",
    },
  ],
  "row-level security is enabled and forced": [
    { sql: `create table bad (${organization})`, fault: "bad lacks ENABLE ROW LEVEL SECURITY" },
    { sql: `${sound} alter table good no force row level security`, fault: "good lacks FORCE ROW LEVEL SECURITY" },
    { sql: "alter table organizations disable row level security", fault: "organizations lacks row-level security" },
  ],
  "a policy binds it to the organization, evaluated once": [
    {
      sql: `${sound} drop policy good_tenant on good`,
      fault: "good has no policy that binds reads to the organization",
    },
    {
      sql: `${sound} alter policy good_tenant on good using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid)`,
      fault: "good has no policy that binds reads to the organization",
    },
    {
      sql: `${sound} alter policy good_tenant on good with check (true)`,
      fault: "good has no policy that binds inserts to the organization",
    },
  ],
  "no policy opens it any further": [
    {
      sql: `${sound} create policy good_leak on good for select to fitflow_app using (true)`,
      fault: "good is opened by the policy good_leak",
    },
    {
      sql: `${sound} create policy good_leak on good for update to fitflow_app using (organization_id = ${own}) with check (true)`,
      fault: "good is opened by the policy good_leak",
    },
  ],
  "an index leads with organization_id": [
    {
      sql: `create table bad (id uuid primary key, ${organization})`,
      fault: "bad has no index that begins with organization_id",
    },
    {
      sql: `create table bad (id uuid primary key, ${organization}); create index on bad (organization_id) where id is null`,
      fault: "bad has no index that begins with organization_id",
    },
  ],
  "foreign keys between tenant tables carry the organization first": [
    {
      sql: `${sound} create table bad (${organization}, good_id uuid constraint bad_good_fk references good (id))`,
      fault: "bad.bad_good_fk does not begin with organization_id",
    },
    {
      sql: `${sound} create table bad (good_id uuid, ${organization},
        constraint bad_good_fk foreign key (good_id, organization_id) references good (id, organization_id))`,
      fault: "bad.bad_good_fk does not begin with organization_id",
    },
  ],
  "what is unique is unique inside the organization": [
    {
      sql: `create table bad (${organization}, code text constraint bad_code unique)`,
      fault: "bad_code is unique across organizations",
    },
    {
      sql: `create table bad (code text primary key, ${organization})`,
      fault: "bad_pkey is unique across organizations",
    },
  ],
  "the executor's memory is closed to all but the executor": [
    {
      sql: "drop policy job_waits_engine on job_waits",
      fault: "job_waits has no policy that binds it to the executor",
    },
    {
      sql: "alter policy job_queue_engine on job_queue using (nullif(current_setting('app.organization_id', true), '') is null)",
      fault: "job_queue is opened by the policy job_queue_engine",
    },
    {
      sql: `create table job_bad (id uuid primary key, ${organization})`,
      fault: "job_bad is not named among the tables of the executor",
    },
    { sql: "alter table job_queue no force row level security", fault: "job_queue lacks row-level security" },
    {
      sql: "create policy job_runs_leak on job_runs for select to fitflow_app using (organization_id is null)",
      fault: "job_runs is opened by the policy job_runs_leak",
    },
    {
      sql: `create policy job_steps_leak on job_steps for update to fitflow_app using (organization_id = ${own})`,
      fault: "job_steps is opened by the policy job_steps_leak",
    },
  ],
  "the trail only grows": [
    { sql: "grant update on audit_entries to fitflow_app", fault: "audit_entries may be changed by UPDATE" },
    { sql: "grant delete on identity_events to public", fault: "identity_events may be changed by DELETE" },
  ],
  "the application empties and alters no table": [
    { sql: "grant truncate on members to fitflow_app", fault: "members grants fitflow_app TRUNCATE" },
    { sql: "grant delete on organizations to fitflow_app", fault: "organizations may be deleted" },
  ],
  "the application's role has no power of its own": [
    { sql: "alter role fitflow_app bypassrls", fault: "fitflow_app is superuser, bypasses policies, or creates roles" },
    {
      sql: "grant create on schema public to fitflow_app; grant fitflow_app to current_user; alter table locations owner to fitflow_app",
      fault: "fitflow_app owns locations",
    },
    { sql: "create role auditor; grant auditor to fitflow_app", fault: "fitflow_app is a member of auditor" },
  ],
  "nothing runs with the owner's rights": [
    {
      sql: "create function peek() returns int language sql security definer as 'select 1'",
      fault: "the function peek runs as its owner",
    },
    {
      sql: "grant execute on function member_search_hits(text[], integer) to public",
      fault: "the function member_search_hits runs as its owner",
    },
    { sql: "create view every_member as select * from members", fault: "the view every_member reads as its owner" },
  ],
};

describe.each(catalogueChecks)("every table of the schema: %s", (check) => {
  test("holds", async () => {
    expect(await withConnection(owner(), (client) => faultsOf(client, check))).toEqual([]);
  });

  test("is noticed when it is broken", async () => {
    const examples = breaches[check] ?? [];
    expect(examples.length).toBeGreaterThan(0);
    for (const { sql, fault } of examples) expect(await undone(sql, check), sql).toContain(fault);
  });
});

/** The faults while the breach lasts; the transaction takes it back. */
const undone = (sql: string, check: string) =>
  withConnection(owner(), async (client: pg.Client) => {
    await client.query("begin");
    await client.query(sql).catch((error: Error) => expect.unreachable(`${error.message} in ${sql}`));
    const faults = await faultsOf(client, check);
    await client.query("rollback");
    return faults;
  });

test("the application is refused when it asks for more than it was given", async () => {
  const attempts = [
    "update audit_entries set reason = 'nothing happened'",
    "delete from audit_entries",
    "truncate audit_entries",
    "alter table audit_entries disable row level security",
    "drop policy audit_entries_read on audit_entries",
    "delete from organizations",
    "set role postgres",
    "create table public.mine (id int)",
  ];
  const answers = await withConnection(app(), async (client) => {
    const codes: (string | undefined)[] = [];
    for (const sql of attempts) {
      codes.push(
        await client.query(sql).then(
          () => "allowed",
          (error: { code?: string }) => error.code,
        ),
      );
    }
    return codes;
  });
  expect(answers).toEqual(attempts.map(() => "42501"));
});
