import type { Temporal } from "temporal-polyfill";
import type { z } from "zod";
import { type Database, inTenant, type TransactionTerms } from "@/db/tenancy";
import { type Contract, type Terms, takesIdempotencyKey } from "@/lib/contracts/contract";
import { type AuditEntry, recordAudit } from "./audit";
import type { Caller, OrganizationCard } from "./caller";
import { openCursor, sealCursor } from "./cursor";
import { Problem } from "./errors";
import { type DomainEvent, type EventDefinition, type EventPayload, eventOf } from "./events";
import { claimKey, type KeyScope, type Remembered, rememberAnswer, requestHash } from "./idempotency";
import { flushSoon, type LiveSignal, recordEvents } from "./outbox";
import { sendSignals } from "./signals";
import type { Upload } from "./upload";
import { parseInput } from "./validation";

/** What a request carries beside its input. */
export type RequestTerms = { idempotency_key?: string; if_match?: number; upload?: Upload };

export type Ctx<P = undefined> = {
  caller: Caller;
  db: Database;
  now: Temporal.Instant;
  /** The organization at hand; throws 404 where there is none. */
  organization: OrganizationCard;
  organization_id: string;
  /** What `prepare` produced before the transaction began. */
  prepared: P;
  upload: Upload | undefined;
  /** Names what this write touched. Exactly once in every operation that is not a GET; a job that changed nothing may be silent. */
  audit(entry: AuditEntry): void;
  emit<Event extends EventDefinition>(event: Event, payload: EventPayload<Event>): void;
  signal(signal: LiveSignal): void;
  /** Throws 412 when the request's If-Match names another version than the row's. */
  expectVersion(current: number): void;
};

/** The transaction of an organization, for code that depends on neither the caller nor the time. */
export type TenantCtx = Pick<Ctx<unknown>, "db" | "organization_id">;

/** TenantCtx with the caller, for queries that are limited to the caller's locations. */
export type ReadCtx = TenantCtx & Pick<Ctx<unknown>, "caller">;

/** TenantCtx with the current time. */
export type ClockCtx = TenantCtx & Pick<Ctx<unknown>, "now">;

/** ClockCtx with the organization, for code that needs its policies or locale. */
export type OrganizationCtx = ClockCtx & Pick<Ctx<unknown>, "organization">;

type Verb<C extends Terms, P> = (ctx: Ctx<P>, input: z.output<C["input"]>) => Promise<z.input<C["output"]>>;

type Options<C extends Terms, P> = {
  /** Slow or outside work (hashing, image processing) that must not hold a transaction open. */
  prepare?: (caller: Caller, input: z.output<C["input"]>, upload: Upload | undefined) => Promise<P>;
  /** Gives back what `prepare` holds open, whatever became of the request: also where the verb did not run. */
  release?: (prepared: P) => Promise<void>;
  /** Starts work that may only begin once the change is really there. Its own failures are its own. */
  committed?: (caller: Caller, output: z.output<C["output"]>, prepared: P) => void;
};

type Answer<C extends Terms> = { output: z.output<C["output"]>; status: number; replayed: boolean };

export type Operation<C extends Terms = Contract> = {
  (caller: Caller, input: z.input<C["input"]>): Promise<z.output<C["output"]>>;
  contract: C;
  execute(caller: Caller, input: unknown, terms?: RequestTerms): Promise<Answer<C>>;
};

/** Binds a verb to its contract: permission, scope, input, tenant, transaction, audit, events and output, for every surface alike. */
export function operation<C extends Terms, P = undefined>(
  contract: C,
  verb: Verb<C, P>,
  { prepare, release, committed }: Options<C, P> = {},
): Operation<C> {
  async function execute(caller: Caller, raw: unknown, terms: RequestTerms = {}): Promise<Answer<C>> {
    authorize(caller, contract);
    const input = openCursor(contract, caller, parseInput(contract.input, raw) as z.output<C["input"]>);
    const prepared = (prepare ? await prepare(caller, input, terms.upload) : undefined) as P;
    const status = contract.status ?? 200;
    const scope = keyScope(caller, contract, terms);
    const tenant = {
      organization_id: caller.organization?.id ?? null,
      user_id: caller.actor.type === "user" ? caller.actor.id : null,
    };
    const notes = new Notes();
    const work = async (db: Database, hash: string): Promise<(Remembered & { replayed: boolean }) | Problem> => {
      const remembered = scope && (await claimKey(db, scope, hash));
      if (remembered) return isRefusal(remembered) ? problemOf(remembered) : { ...remembered, replayed: true };
      const ctx = context(caller, db, prepared, terms, notes);
      try {
        const response = contract.output.parse(await verb(ctx, input));
        await notes.write(db, caller, contract);
        if (scope) await rememberAnswer(db, scope, { status, response });
        return { status, response, replayed: false };
      } catch (error) {
        if (!(error instanceof Problem && error.extras.commits)) throw error;
        await notes.write(db, caller, contract);
        if (scope) await rememberAnswer(db, scope, refusalOf(error));
        return error;
      }
    };
    const settle = async () => {
      const hash = scope ? await hashOf(caller, input, terms) : "";
      return inTenant(tenant, (db) => work(db, hash), termsOf(caller, contract));
    };
    const settled = await settle().finally(() => release?.(prepared));
    if (tenant.organization_id) {
      sendSignals(tenant.organization_id, notes.signals);
      if (notes.events.length > 0) flushSoon(tenant.organization_id);
    }
    if (settled instanceof Problem) throw settled;
    const output = sealCursor(contract, caller, input, settled.response as z.output<C["output"]>);
    if (!settled.replayed) committed?.(caller, output, prepared);
    return { output, status: settled.status, replayed: settled.replayed };
  }

  const run = async (caller: Caller, input: z.input<C["input"]>) => (await execute(caller, input)).output;
  return Object.assign(run, { contract, execute });
}

/** A refusal that was stored is the answer to its idempotency key too (R3). */
const refusalOf = ({ status, code, message, extras: { errors, extensions } }: Problem): Remembered => ({
  status,
  response: { code, message, extras: { errors, extensions } },
});

const isRefusal = ({ status }: Remembered): boolean => status >= 400;

function problemOf({ response }: Remembered): Problem {
  const { code, message, extras } = response as Pick<Problem, "code" | "message" | "extras">;
  return new Problem(code, message, extras);
}

/** Whether the caller may call an operation at all. Pages ask this before they show what leads to it. */
export function mayUse(caller: Caller, { access, scope }: Pick<Terms, "access" | "scope">): boolean {
  return isAllowed(caller, access) && !isBeyondReach(caller, scope);
}

/** A12: what applies to every location is not for a caller who is bound to some. */
const isBeyondReach = (caller: Caller, scope: Terms["scope"]): boolean =>
  scope === "organization" && caller.location_ids !== null;

function isAllowed(caller: Caller, access: Terms["access"]): boolean {
  if (access === "public") return true;
  if (caller.actor.type === "anonymous") return false;
  if (access === "signed_in") return true;
  if (access === "system") return caller.actor.type === "system";
  if (access === "organization") return caller.roles.size > 0 || caller.actor.type === "system";
  return caller.permissions.has(access);
}

function authorize(caller: Caller, { access, scope }: Terms): void {
  if (isAllowed(caller, access)) {
    if (!isBeyondReach(caller, scope)) return;
    throw new Problem(
      "forbidden",
      "This applies to every location, and you work at some of them only. Ask an owner or administrator of all locations.",
    );
  }
  if (caller.actor.type === "anonymous") {
    throw new Problem("unauthenticated", "Sign in, or send a bearer token from POST /api/v1/auth/login.");
  }
  throw new Problem("forbidden", "Your role in this organization does not allow this. Ask an owner or administrator.");
}

const termsOf = ({ actor }: Caller, { method, writes_nothing, takes_long }: Terms): TransactionTerms => ({
  patience: actor.type === "system" || takes_long ? "job" : "request",
  is_read: method === "GET" || writes_nothing === true,
});

const hashOf = ({ reason }: Caller, input: unknown, { upload, if_match }: RequestTerms): Promise<string> =>
  requestHash({ input, upload, if_match, reason });

function keyScope(caller: Caller, contract: Terms, terms: RequestTerms): KeyScope | null {
  if (!terms.idempotency_key || !takesIdempotencyKey(contract)) return null;
  if (caller.actor.type !== "user") return null;
  return {
    organization_id: caller.organization?.id ?? null,
    actor_id: caller.actor.id,
    key: terms.idempotency_key,
    operation: contract.id,
  };
}

/** Collects what a verb wants recorded, so that it lands after the verb's own writes and in their transaction. */
class Notes {
  entry: AuditEntry | undefined;
  events: DomainEvent[] = [];
  signals: LiveSignal[] = [];

  async write(db: Database, caller: Caller, contract: Terms): Promise<void> {
    const must_tell = contract.method !== "GET" && contract.method !== "JOB" && !contract.writes_nothing;
    if (must_tell && !this.entry) throw new Error(`${contract.id} wrote without naming its audit entry`);
    const organization_id = caller.organization?.id;
    await Promise.all([
      this.entry && recordAudit(db, caller, { action: contract.id, ...this.entry }),
      organization_id && recordEvents(db, organization_id, this.events),
    ]);
  }
}

function context<P>(caller: Caller, db: Database, prepared: P, terms: RequestTerms, notes: Notes): Ctx<P> {
  return {
    caller,
    db,
    prepared,
    now: caller.clock.now(),
    upload: terms.upload,
    get organization() {
      if (!caller.organization) throw new Problem("not_found");
      return caller.organization;
    },
    get organization_id() {
      return this.organization.id;
    },
    audit(entry) {
      if (notes.entry) throw new Error("An operation writes one audit entry");
      notes.entry = entry;
    },
    emit: (event, payload) => void notes.events.push(eventOf(event, payload)),
    signal: (signal) => void notes.signals.push(signal),
    expectVersion(current) {
      if (terms.if_match !== undefined && terms.if_match !== current) {
        throw new Problem(
          "version_conflict",
          "Somebody changed this in the meantime. Load it again and repeat your change.",
        );
      }
    },
  };
}
