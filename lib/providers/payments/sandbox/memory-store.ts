import type { AnySandboxObject, PlannedEvent, SandboxObject, SandboxStore, SandboxTransaction } from "./objects";

type Rows = Map<string, AnySandboxObject>;

/** The database of the sandbox in memory: one transaction at a time, undone by an error. */
export class MemoryStore implements SandboxStore {
  private rows: Rows = new Map();
  private last: Promise<unknown> = Promise.resolve();
  events: PlannedEvent[] = [];

  objects(): AnySandboxObject[] {
    return [...this.rows.values()];
  }

  transaction<T>(work: (tx: SandboxTransaction) => Promise<T>): Promise<T> {
    const result = this.last.then(() => this.run(work));
    this.last = result.catch(() => null);
    return result;
  }

  private async run<T>(work: (tx: SandboxTransaction) => Promise<T>): Promise<T> {
    const rows = new Map(this.rows);
    const events = [...this.events];
    const result = await work(transactionOn(rows, events));
    this.rows = rows;
    this.events = events;
    return result;
  }
}

function transactionOn(rows: Rows, events: PlannedEvent[]): SandboxTransaction {
  const of = <K extends AnySandboxObject["kind"]>(kind: K) =>
    [...rows.values()].filter((row) => row.kind === kind) as unknown as SandboxObject<K>[];
  return {
    find: async (kind, ref) => of(kind).find((row) => row.ref === ref) ?? null,
    findByOwner: async (kind, owner_ref) => of(kind).findLast((row) => row.owner_ref === owner_ref) ?? null,
    listByParent: async (kind, parent_ref) => of(kind).filter((row) => row.parent_ref === parent_ref),
    listUnpaidItems: async () => of("balance_item").filter((row) => row.parent_ref === null),
    listPayouts: async (from_on) => of("payout").filter((row) => row.created_at >= from_on),
    nextDue: async (at) =>
      [...rows.values()]
        .filter(({ due_at }) => due_at !== null && Date.parse(due_at) <= at.epochMilliseconds)
        .sort((one, other) => Date.parse(one.due_at ?? "") - Date.parse(other.due_at ?? ""))[0] ?? null,
    save: async (object) => {
      rows.set(`${object.kind} ${object.ref}`, structuredClone(object) as unknown as AnySandboxObject);
    },
    emit: async (event) => {
      events.push(event);
    },
  };
}
