import type { Database, Defer } from "@/db/tenancy";
import type { ContractBase } from "@/lib/contracts/contract";
import { type AuditEntry, auditSql, auditValues, recordAudit } from "./audit";
import type { Caller } from "./caller";
import type { DomainEvent } from "./events";
import { type LiveSignal, type OutgoingEvent, outboxOnlySql, outboxSql, outboxValues, outgoingEvents } from "./outbox";

const auditAndOutboxSql = `with audited as (${auditSql}) ${outboxSql(15)}`;

/** Collects audit entry, events and signals of a verb, and writes them after the verb in the same transaction. */
export class SideEffects {
  entry: AuditEntry | undefined;
  events: DomainEvent[] = [];
  signals: LiveSignal[] = [];
  /** The events that were written, to be sent after the commit. */
  outgoing: OutgoingEvent[] = [];

  /** Defers one statement to the commit. */
  async write(db: Database, caller: Caller, contract: ContractBase, defer: Defer): Promise<void> {
    const { entry, events } = this;
    const needs_entry = contract.method !== "GET" && contract.method !== "JOB" && !contract.writes_nothing;
    if (needs_entry && !entry) throw new Error(`${contract.id} did not call ctx.audit()`);
    const action = entry && { action: contract.id, ...entry };
    const organization_id = caller.organization?.id;
    if (!organization_id) return action && recordAudit(db, caller, action);
    this.outgoing = outgoingEvents(organization_id, events);
    const audit = action ? auditValues(caller, organization_id, action) : [];
    const outbox = events.length > 0 ? outboxValues(organization_id, this.outgoing) : [];
    const text = action ? (events.length > 0 ? auditAndOutboxSql : auditSql) : outboxOnlySql;
    if (action || events.length > 0) defer({ text, values: [...audit, ...outbox] });
  }
}
