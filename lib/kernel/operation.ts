import type { Temporal } from "temporal-polyfill";
import type { z } from "zod";
import { analyzeGrownTables } from "@/db/statistics";
import { type Database, type Defer, inTenant, type TransactionOptions } from "@/db/tenancy";
import { type Contract, type ContractBase, takesIdempotencyKey } from "@/lib/contracts/contract";
import type { AuditEntry } from "./audit";
import type { Caller, OrganizationCard } from "./caller";
import { userIdOf } from "./caller";
import { signCursor, verifyCursor } from "./cursor";
import { Problem } from "./errors";
import { type EventDefinition, type EventPayload, eventOf } from "./events";
import {
  findResponse,
  type KeyScope,
  requestHash,
  reserveKey,
  type StoredResponse,
  storeResponse,
} from "./idempotency";
import { log } from "./log";
import { type LiveSignal, sendSoon } from "./outbox";
import { SideEffects } from "./side-effects";
import { sendSignals } from "./signals";
import type { Upload } from "./upload";
import { parseInput } from "./validation";

/** What a request carries besides its input. */
export type RequestOptions = { idempotency_key?: string; if_match?: number; upload?: Upload };

export type Ctx<P = undefined> = {
  caller: Caller;
  db: Database;
  now: Temporal.Instant;
  /** The current organization. Throws 404 without one. */
  organization: OrganizationCard;
  organization_id: string;
  /** The result of `prepare`. */
  prepared: P;
  upload: Upload | undefined;
  /** Call exactly once in every operation that writes. Optional in a job that changed nothing. */
  audit(entry: AuditEntry): void;
  emit<Event extends EventDefinition>(event: Event, payload: EventPayload<Event>): void;
  signal(signal: LiveSignal): void;
  /**
   * Sends a statement with the commit, in one round trip. Its result is not read. If it fails, nothing is written, and `isRace` of the
   * operation decides whether the operation runs again.
   */
  defer: Defer;
  /** Throws 412 if the request's If-Match differs from the row's version. */
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

type Verb<C extends ContractBase, P> = (ctx: Ctx<P>, input: z.output<C["input"]>) => Promise<z.input<C["output"]>>;

type OperationHooks<C extends ContractBase, P> = {
  /** Slow or external work (hashing, image processing) that must not hold a transaction open. */
  prepare?: (caller: Caller, input: z.output<C["input"]>, upload: Upload | undefined) => Promise<P>;
  /** Releases the resources of `prepare`. Runs also if the verb failed or did not run. */
  release?: (prepared: P) => Promise<void>;
  /** True for the error of a write that another request came before: the operation runs again and finds that write. */
  isRace?: (error: unknown) => boolean;
  /** After the commit, the statistics of the tables that it has grown are refreshed. */
  writes_many?: boolean;
  /** Starts work after the commit. Must handle its own errors. */
  afterCommit?: (caller: Caller, output: z.output<C["output"]>, prepared: P) => void;
};

type OperationResult<C extends ContractBase> = { output: z.output<C["output"]>; status: number; replayed: boolean };

export type Operation<C extends ContractBase = Contract> = {
  (caller: Caller, input: z.input<C["input"]>): Promise<z.output<C["output"]>>;
  contract: C;
  execute(caller: Caller, input: unknown, options?: RequestOptions): Promise<OperationResult<C>>;
  /** The verb alone, in a transaction that is open: without permission, checks of the input, and what follows a commit. */
  within(ctx: Ctx, input: z.output<C["input"]>): Promise<z.input<C["output"]>>;
};

/** A repeated operation finds the write that it collided with, so few attempts suffice. */
const maxAttempts = 4;

/** Binds a verb to its contract. Handles permission, scope, input, tenant, transaction, audit, events and output for every surface. */
export function operation<C extends ContractBase, P = undefined>(
  contract: C,
  verb: Verb<C, P>,
  { prepare, release, isRace, writes_many = false, afterCommit }: OperationHooks<C, P> = {},
): Operation<C> {
  async function execute(caller: Caller, raw: unknown, options: RequestOptions = {}): Promise<OperationResult<C>> {
    authorize(caller, contract);
    const input = verifyCursor(contract, caller, parseInput(contract.input, raw) as z.output<C["input"]>);
    const status = contract.status ?? 200;
    const scope = keyScope(caller, contract, options);
    const tenant = {
      organization_id: caller.organization?.id ?? null,
      user_id: userIdOf(caller),
    };
    // R3: what was prepared once outside of the database, such as a charge, is not done again for a repetition. An upload is read by
    // `prepare` first, and its repetition prepares the same.
    if (scope && prepare && !options.upload) {
      const hash = await hashOf(caller, input, options);
      const stored = await inTenant(tenant, (db) => findResponse(db, scope, hash), { is_read: true });
      if (stored && isStoredProblem(stored)) throw fromStoredProblem(stored);
      if (stored) return { output: answerOf(stored), status: stored.status, replayed: true };
    }
    const prepared = (prepare ? await prepare(caller, input, options.upload) : undefined) as P;
    let effects = new SideEffects();
    const work = async (
      db: Database,
      hash: string,
      defer: Defer,
    ): Promise<(StoredResponse & { replayed: boolean }) | Problem> => {
      effects = new SideEffects();
      const stored = scope && (await reserveKey(db, scope, hash));
      if (stored) return isStoredProblem(stored) ? fromStoredProblem(stored) : { ...stored, replayed: true };
      const ctx = createContext(caller, { db, defer, prepared, options, effects });
      try {
        const response = contract.output.parse(await verb(ctx, input));
        await effects.write(db, caller, contract, defer);
        if (scope) defer(storeResponse(db, scope, { status, response }));
        return { status, response, replayed: false };
      } catch (error) {
        if (!(error instanceof Problem && error.extras.commits)) throw error;
        await effects.write(db, caller, contract, defer);
        if (scope) defer(storeResponse(db, scope, toStoredProblem(error)));
        return error;
      }
    };
    const runInTransaction = async () => {
      const hash = scope ? await hashOf(caller, input, options) : "";
      const attempt = () =>
        inTenant(tenant, (db, _, defer) => work(db, hash, defer), transactionOptions(caller, contract));
      for (let attempts = 1; attempts < maxAttempts; attempts++) {
        try {
          return await attempt();
        } catch (error) {
          if (!isRace?.(error)) throw error;
        }
      }
      return attempt();
    };
    const result = await runInTransaction().finally(() => release?.(prepared));
    if (tenant.organization_id) {
      sendSignals(tenant.organization_id, effects.signals);
      sendSoon(effects.outgoing);
    }
    if (result instanceof Problem) throw result;
    const output = answerOf(result);
    if (writes_many && !result.replayed) await refreshStatistics();
    if (!result.replayed) afterCommit?.(caller, output, prepared);
    return { output, status: result.status, replayed: result.replayed };

    function answerOf({ response }: StoredResponse): z.output<C["output"]> {
      return signCursor(contract, caller, input, response as z.output<C["output"]>);
    }
  }

  const run = async (caller: Caller, input: z.input<C["input"]>) => (await execute(caller, input)).output;
  return Object.assign(run, { contract, execute, within: verb as Verb<C, undefined> });
}

/** The write is committed, so a failure is only logged. Autovacuum refreshes the statistics later. */
const refreshStatistics = (): Promise<unknown> =>
  analyzeGrownTables().catch((err) => log().warn({ err }, "the statistics of grown tables were not refreshed"));

/** A stored error is also the response to its idempotency key (R3). */
const toStoredProblem = ({ status, code, message, extras: { errors, extensions } }: Problem): StoredResponse => ({
  status,
  response: { code, message, extras: { errors, extensions } },
});

const isStoredProblem = ({ status }: StoredResponse): boolean => status >= 400;

function fromStoredProblem({ response }: StoredResponse): Problem {
  const { code, message, extras } = response as Pick<Problem, "code" | "message" | "extras">;
  return new Problem(code, message, extras);
}

/** Whether the caller may call the operation. Pages hide links and buttons accordingly. */
export function mayUse(caller: Caller, { access, scope }: Pick<ContractBase, "access" | "scope">): boolean {
  return isAllowed(caller, access) && !exceedsLocationScope(caller, scope);
}

/** A12: a caller bound to locations may not call operations on the whole organization. */
const exceedsLocationScope = (caller: Caller, scope: ContractBase["scope"]): boolean =>
  scope === "organization" && caller.location_ids !== null;

function isAllowed(caller: Caller, access: ContractBase["access"]): boolean {
  if (access === "public") return true;
  if (caller.actor.type === "anonymous") return false;
  if (access === "signed_in") return true;
  if (access === "system") return caller.actor.type === "system";
  if (access === "organization") return caller.roles.size > 0 || caller.actor.type === "system";
  return caller.permissions.has(access);
}

function authorize(caller: Caller, { access, scope }: ContractBase): void {
  if (isAllowed(caller, access)) {
    if (!exceedsLocationScope(caller, scope)) return;
    throw new Problem(
      "forbidden",
      "This applies to all locations, and you work at some of them only. Ask an owner or administrator of all locations.",
    );
  }
  if (caller.actor.type === "anonymous") {
    throw new Problem("unauthenticated", "Sign in, or send a bearer token from POST /api/v1/auth/login.");
  }
  throw new Problem("forbidden", "Your role in this organization does not allow this. Ask an owner or administrator.");
}

const transactionOptions = (
  { actor }: Caller,
  { method, writes_nothing, takes_long }: ContractBase,
): TransactionOptions => ({
  timeout_class: actor.type === "system" || takes_long ? "job" : "request",
  is_read: method === "GET" || writes_nothing === true,
});

const hashOf = ({ reason }: Caller, input: unknown, { upload, if_match }: RequestOptions): Promise<string> =>
  requestHash({ input, upload, if_match, reason });

function keyScope(caller: Caller, contract: ContractBase, options: RequestOptions): KeyScope | null {
  if (!options.idempotency_key || !takesIdempotencyKey(contract)) return null;
  if (caller.actor.type !== "user") return null;
  return {
    organization_id: caller.organization?.id ?? null,
    actor_id: caller.actor.id,
    key: options.idempotency_key,
    operation: contract.id,
  };
}

type ContextParts<P> = { db: Database; defer: Defer; prepared: P; options: RequestOptions; effects: SideEffects };

function createContext<P>(caller: Caller, { db, defer, prepared, options, effects }: ContextParts<P>): Ctx<P> {
  return {
    caller,
    db,
    defer,
    prepared,
    now: caller.clock.now(),
    upload: options.upload,
    get organization() {
      if (!caller.organization) throw new Problem("not_found");
      return caller.organization;
    },
    get organization_id() {
      return this.organization.id;
    },
    audit(entry) {
      if (effects.entry) throw new Error("ctx.audit() was called twice");
      effects.entry = entry;
    },
    emit: (event, payload) => void effects.events.push(eventOf(event, payload)),
    signal: (signal) => void effects.signals.push(signal),
    expectVersion(current) {
      if (options.if_match !== undefined && options.if_match !== current) {
        throw new Problem("version_conflict", "This was changed in the meantime. Reload it and repeat your change.");
      }
    },
  };
}
