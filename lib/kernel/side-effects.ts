import { clientOf, type Database } from "@/db/tenancy";
import type { ContractBase } from "@/lib/contracts/contract";
import { type AuditEntry, auditSql, auditValues, recordAudit } from "./audit";
import type { Caller } from "./caller";
import type { DomainEvent } from "./events";
import { type LiveSignal, type OutgoingEvent, outboxSql, outboxValues, outgoingEvents, recordEvents } from "./outbox";

const auditAndOutboxSql = `with audited as (${auditSql}) ${outboxSql(15)}`;

/** Collects audit entry, events and signals of a verb, and writes them after the verb in the same transaction. */
export class SideEffects {
  entry: AuditEntry | undefined;
  events: DomainEvent[] = [];
  signals: LiveSignal[] = [];
  /** The events that were written, to be sent after the commit. */
  outgoing: OutgoingEvent[] = [];

  /** One statement, whose result the commit need not wait for. */
  async write(db: Database, caller: Caller, contract: ContractBase): Promise<void> {
    const { entry, events } = this;
    const needs_entry = contract.method !== "GET" && contract.method !== "JOB" && !contract.writes_nothing;
    if (needs_entry && !entry) throw new Error(`${contract.id} did not call ctx.audit()`);
    const action = entry && { action: contract.id, ...entry };
    const organization_id = caller.organization?.id;
    if (!organization_id || events.length === 0) return action && recordAudit(db, caller, action);
    if (!action) {
      this.outgoing = await recordEvents(db, organization_id, events);
      return;
    }
    this.outgoing = outgoingEvents(organization_id, events);
    await clientOf(db).query(auditAndOutboxSql, [
      ...auditValues(caller, organization_id, action),
      ...outboxValues(organization_id, this.outgoing),
    ]);
  }
}
