import * as contracts from "@/lib/contracts/platform/live";
import { getLocationRow } from "@/lib/domain/organization/locations";
import { type Caller, reachesLocation } from "@/lib/kernel/caller";
import { Problem } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { onShutdown } from "@/lib/kernel/shutdown";
import type { LiveEvent } from "./hub";
import { liveHub } from "./hub";
import { callerNow } from "./still-there";

const heartbeatMs = 15_000;
const sessionCheckMs = 30_000;
const streamsPerPerson = 12;
/** Events that a client has not fetched yet; beyond it the stream ends, and the client begins anew. */
const maxBehind = 200;

const open = new Map<string, number>();

export const streamLive = operation(contracts.streamLive, async (ctx, { location_id }) => {
  if (location_id) await getLocationRow(ctx, location_id);
  const { caller, organization_id } = ctx;
  const person = caller.actor.type === "user" ? caller.actor.id : "system";
  if ((open.get(person) ?? 0) >= streamsPerPerson) {
    throw new Problem(
      "too_many_requests",
      `At most ${streamsPerPerson} screens stay live at once. Close one of them.`,
      {
        headers: { "retry-after": "30" },
      },
    );
  }
  return {
    toResponse: (headers) =>
      new Response(streamOf(caller, { organization_id, location_id, person }), {
        headers: {
          ...headers,
          "content-type": "text/event-stream; charset=utf-8",
          // Neither a proxy nor the framework's compression may hold an event back.
          "cache-control": "no-store, no-transform",
          "x-accel-buffering": "no",
        },
      }),
  };
});

type Scope = { organization_id: string; location_id: string | undefined; person: string };

function streamOf(first: Caller, { organization_id, location_id, person }: Scope): ReadableStream<Uint8Array> {
  let caller = first;
  let close = () => {};
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const encoder = new TextEncoder();
        let is_open = true;
        const write = (text: string) => {
          if (!is_open) return;
          controller.enqueue(encoder.encode(text));
          if ((controller.desiredSize ?? 0) < -maxBehind) end();
        };
        open.set(person, (open.get(person) ?? 0) + 1);
        write("retry: 2000\n\n");
        const held: LiveEvent[] = [];
        let is_changed = false;
        let check: "none" | "running" | "again" = "none";
        const tell = (event: LiveEvent) => {
          if (!is_open) return;
          if (check !== "none") held.push(event);
          else if (mayHear(caller, event, location_id))
            write(`event: ${event.name}\ndata: ${JSON.stringify(event.data)}\n\n`);
          if (held.length > maxBehind) end();
        };
        /** While it runs, events wait. They are then checked against the rights that it found (A5). */
        const checkRights = async (is_certain: boolean) => {
          is_changed ||= is_certain;
          if (check !== "none") {
            check = "again";
            return;
          }
          let now: Caller | null;
          do {
            check = "running";
            now = await callerNow(caller, { is_changed });
          } while (now && is_open && (check as string) === "again");
          check = "none";
          is_changed = false;
          if (!is_open) return;
          if (!now || (location_id && !reachesLocation(now, location_id))) return end();
          const is_other = rightsOf(now) !== rightsOf(caller);
          caller = now;
          for (const event of held.splice(0)) tell(event);
          // What the page shows was read with other rights.
          if (is_other) tell({ name: "refresh", data: {} });
        };
        const leave = liveHub().open({
          organization_id,
          ...(caller.actor.type === "user"
            ? { rights: { user_id: caller.actor.id, changed: (is_certain) => void checkRights(is_certain) } }
            : {}),
          reader_id:
            caller.actor.type === "user" && caller.permissions.has("notices.read_own") ? caller.actor.id : null,
          tell,
        });
        // They may have changed after this request was let in and before anybody listened.
        void checkRights(false);
        const heartbeat = setInterval(() => write(": still here\n\n"), heartbeatMs).unref();
        const watch = setInterval(() => void checkRights(false), sessionCheckMs);
        close = () => {
          if (!is_open) return;
          is_open = false;
          clearInterval(heartbeat);
          clearInterval(watch);
          forgetStop();
          leave();
          const left = (open.get(person) ?? 1) - 1;
          if (left > 0) open.set(person, left);
          else open.delete(person);
        };
        const end = () => {
          if (!is_open) return;
          close();
          controller.close();
        };
        // The client connects again, to a process that stays.
        const forgetStop = onShutdown("requests", end);
      },
      cancel: () => close(),
    },
    new CountQueuingStrategy({ highWaterMark: 1 }),
  );
}

const rightsOf = ({ permissions, location_ids }: Caller): string =>
  JSON.stringify([[...permissions].sort(), location_ids?.toSorted() ?? null]);

function mayHear(caller: Caller, event: LiveEvent, location_id: string | undefined): boolean {
  switch (event.name) {
    case "occupancy":
      return concerns(caller, event.data.location_id, location_id);
    case "visit":
      return caller.permissions.has("check_ins.read") && concerns(caller, event.data.location_id, location_id);
    case "import":
      return caller.permissions.has("members.import") && reachesLocation(caller, event.data.location_id);
    case "notice":
      return caller.permissions.has("notices.read_own");
    case "refresh":
      return true;
  }
}

const concerns = (caller: Caller, at: string, asked: string | undefined): boolean =>
  reachesLocation(caller, at) && (asked === undefined || asked === at);
