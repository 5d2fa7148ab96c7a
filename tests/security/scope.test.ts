import { sql as raw } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { describe, expect, test } from "vitest";
import { contracts } from "@/lib/contracts";
import { type Contract, pathParams } from "@/lib/contracts/contract";
import { withinAuditReach } from "@/lib/domain/platform/audit/reach";
import { staffRoles } from "@/lib/values/permissions";
import { mayCall, sendSpecimen } from "@/tests/support/contracts/requests";
import { specimenAtLocation } from "@/tests/support/contracts/specimens-at-location";
import { type Gym, newGym, newLocation, type Person } from "@/tests/support/gym/gym";
import { newBoundStaff } from "@/tests/support/gym/team";
import { readSources } from "@/tests/support/repository/walls/source";

const missing = "0197f0a0-dead-7000-8000-00000000dead";

type Branches = { gym: Gym; elsewhere: string };

/** A gym with a second location, at which nothing is. */
async function newBranches(): Promise<Branches> {
  const gym = await newGym();
  return { gym, elsewhere: await newLocation(gym, "Elsewhere") };
}

const rolesFor = (contract: Contract) => staffRoles.filter((role) => mayCall(contract, role));
const withScope = (scope: Contract["scope"]) =>
  contracts.filter((contract) => contract.scope === scope).map((contract) => [contract.id, contract] as const);

async function answer(contract: Contract, input: Record<string, unknown>, { token }: Person) {
  const response = await sendSpecimen(contract, input, token);
  // A stream stays open; its status says all.
  const text = contract.id === "live.stream" && response.ok ? "" : await response.text();
  if (text === "") await response.body?.cancel();
  return { status: response.status, text };
}

const codeOf = (text: string): unknown => (JSON.parse(text) as { code?: string }).code;

describe.each(withScope("organization"))("%s applies to every location", (id, contract) => {
  test("A12 a person bound to a location gets 403, whatever their role", async () => {
    const roles = rolesFor(contract);
    if (roles.length === 0) return expect(["organizations.list_all", "support.grant"]).toContain(contract.access);
    const { gym } = await newBranches();
    const input = await specimenAtLocation(contract, gym);
    for (const role of roles) {
      const { status, text } = await answer(contract, input, await newBoundStaff(gym, role, [gym.location_id]));
      expect([role, status, codeOf(text)], id).toEqual([role, 403, "forbidden"]);
    }
  });
});

describe.each(withScope("shared"))("%s reads what all locations work by", (id, contract) => {
  test("A12 a person bound to a location reads it, and it is no way to change anything", async () => {
    expect(contract.method).toBe("GET");
    const { gym } = await newBranches();
    const input = await specimenAtLocation(contract, gym);
    for (const role of rolesFor(contract)) {
      const { status } = await answer(contract, input, await newBoundStaff(gym, role, [gym.location_id]));
      expect([role, status], id).toEqual([role, 200]);
    }
  });
});

test("A12 what is the caller's own asks for no right over others", () => {
  const accesses = new Set(withScope("own").map(([, { access }]) => access));
  expect([...accesses].sort()).toEqual([
    "invoices.read_own",
    "memberships.manage_own",
    "notices.read_own",
    "pass.read_own",
    "payments.make_own",
    "profile.write_own",
    "public",
    "signed_in",
  ]);
});

/** Operations that name nothing of another location: what a person bound elsewhere gets, and why that is right. */
const elsewhereOutcomes: Record<string, (text: string, status: number, branches: Branches) => void> = {
  // The door decides by the membership: a plan may open several locations.
  "check_ins.create": (text, status, { elsewhere }) => {
    expect([200, 201]).toContain(status);
    expect(JSON.parse(text).location_id).toBe(elsewhere);
  },
  // The desk was opened somewhere: it names no location.
  "getting_started.open_desk": (_, status) => expect(status).toBe(204),
  "disputes.totals": (text) => expect(JSON.parse(text)).toEqual({ by_currency: [] }),
  "dunning.export": (text) => expect(text.trim().split("\n").length).toBe(1),
  "dunning.summarize": (text) => expect(JSON.parse(text)).toMatchObject({ cases: 0, payers: 0, refused_lately: [] }),
  "forecast.get": (text) => expect(JSON.parse(text).currencies).toEqual([]),
  "open_work.get": (text) =>
    expect(Object.values(JSON.parse(text) as Record<string, number>).reduce((sum, count) => sum + count, 0)).toBe(0),
  "members.archive_many": (text) => expect(JSON.parse(text).data[0].refusal.code).toBe("not_found"),
  "members.tag_many": (text) => expect(JSON.parse(text).data[0].refusal.code).toBe("not_found"),
  "ledger.export": (text) => expect(text.trim().split("\n").length).toBe(1),
  "invoices.counts": (text) =>
    expect(JSON.parse(text).counts.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(0),
  "invoices.export": (text) => expect(text.trim().split("\n").length).toBe(1),
  "invoices.totals": (text) => expect(JSON.parse(text)).toEqual({ counted: 0, drafts: 0, voided: 0, by_currency: [] }),
  "refunds.totals": (text) => expect(JSON.parse(text)).toEqual({ by_currency: [] }),
  "members.export": (text) => expect(text.trim().split("\n").length).toBe(1),
  "notifications.preview_bulk": (text) => expect(JSON.parse(text).audience).toBe(0),
  // What they create belongs to their own location.
  "members.create": (text, _, { elsewhere }) => expect(JSON.parse(text).home_location_id).toBe(elsewhere),
  "imports.upload": (text, _, { elsewhere }) => expect(JSON.parse(text).options.location_id).toBe(elsewhere),
  "notifications.create_bulk": (_, status) => expect(status).toBe(201),
  // What they create may not name another location.
  "invitations.create": (_, status) => expect(status).toBe(422),
  // The values of a form: it names no row.
  "membership_plans.examples": (_, status) => expect(status).toBe(200),
  "membership_plans.create": (_, status) => expect(status).toBe(403),
};

type Listed = { id?: string; location_id?: string; tag?: string; location_ids?: string[] };

/** The rows of a list that belong to some location; one that names none belongs to all. */
function rowsIn(text: string): string[] {
  const { data } = JSON.parse(text) as { data: Listed[] };
  return data
    .filter(({ location_ids }) => location_ids === undefined || location_ids.length > 0)
    .map((row) => row.id ?? row.location_id ?? row.tag ?? JSON.stringify(row));
}

describe.each(withScope("location"))("%s", (id, contract) => {
  test("A12 what belongs to another location answers 404 and is in no list or total", async () => {
    const branches = await newBranches();
    const { gym, elsewhere } = branches;
    const input = await specimenAtLocation(contract, gym);
    const isList = "shape" in contract.output && "data" in (contract.output.shape as object);
    const [first = "gym_owner"] = rolesFor(contract);
    const here = isList ? await answer(contract, input, await newBoundStaff(gym, first, [gym.location_id])) : null;
    const seen = here ? rowsIn(here.text) : [];
    if (isList && !pathParams(contract.path).includes("id"))
      expect(seen, "the specimen is in the list of its own location").not.toEqual([]);
    for (const role of rolesFor(contract)) {
      const away = await newBoundStaff(gym, role, [elsewhere]);
      const { status, text } = await answer(contract, input, away);
      const outcome = elsewhereOutcomes[id];
      if (outcome) outcome(text, status, branches);
      else if (isList && status === 200)
        expect(
          rowsIn(text).filter((row) => seen.includes(row)),
          role,
        ).toEqual([]);
      else expect([role, status, codeOf(text)]).toEqual([role, 404, "not_found"]);
      if (!pathParams(contract.path).includes("id")) continue;
      const none = await answer(contract, { ...input, id: missing }, away);
      expect([none.status, none.text]).toEqual([status, text]);
    }
  });

  test("A12 a person bound to the location does their work there", async () => {
    const [role] = rolesFor(contract);
    if (!role) return expect.unreachable(`${id} is for no role of a team`);
    const { gym } = await newBranches();
    const here = await newBoundStaff(gym, role, [gym.location_id]);
    const { status, text } = await answer(contract, await specimenAtLocation(contract, gym), here);
    expect([401, 403, 404], text).not.toContain(status);
  });
});

test("A12 the log shows a bound caller nothing that applies to the whole organization", () => {
  const named = readSources()
    .filter(({ path }) => path.startsWith("lib/domain/"))
    .flatMap(({ text }) => [...text.matchAll(/target_type: "(\w+)"/g)].map(([, name]) => name ?? ""));
  const { sql } = new PgDialect().sqlToQuery(withinAuditReach({ location_ids: [missing] }) ?? raw``);
  const hidden = [...new Set(named)].filter((name) => !sql.includes(`when '${name}'`)).sort();
  expect(sql).toMatch(/else false end$/);
  expect(hidden).toEqual([
    // An address may belong to members of several locations.
    "blocked_address",
    "company",
    "coupon",
    "gateway_event",
    "job_run",
    "legal_entity",
    // It may name members of several locations.
    "member_invitation_batch",
    "member_segment",
    "message_provider",
    "message_rule",
    "message_template",
    // What it saved names its payer.
    "method_setup",
    "organization",
    // A gateway belongs to a legal entity or to all of them.
    "payment_gateway",
    // It carries the money of several locations.
    "payout",
    // The sandbox plays a vendor, which knows no locations.
    "sandbox",
    "sandbox_checkout",
    "sandbox_object",
    "schedule",
    // Accounts, sessions and notices belong to people, not to locations.
    "session",
    "staff_notice",
    "support_grant",
    "user",
  ]);
});
