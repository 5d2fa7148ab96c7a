import * as contracts from "@/lib/contracts/platform/live";
import { getLocationRow } from "@/lib/domain/organization/locations";
import { type Caller, mayAccessLocation } from "@/lib/kernel/caller";
import { Problem } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { processState } from "@/lib/kernel/process-state";
import { onShutdown } from "@/lib/kernel/shutdown";
import type { LiveEvent } from "./hub";
import { liveHub } from "./hub";
import { refreshCaller } from "./refresh-caller";

const heartbeatMs = 15_000;
const sessionCheckMs = 30_000;
const streamsPerPerson = 12;
/** Unread events of a client. Above this limit the stream ends and the client reconnects. */
const maxBehind = 200;

/** Open streams by person. */
const open = processState("live_streams", () => new Map<string, number>());

export const streamLive = operation(contracts.streamLive, async (ctx, { location_id }) => {
  if (location_id) await getLocationRow(ctx, location_id);
  const { caller, organization_id } = ctx;
  const person = caller.actor.type === "user" ? caller.actor.id : "system";
  if ((open.get(person) ?? 0) >= streamsPerPerson) {
    throw new Problem(
      "too_many_requests",
      `At most ${streamsPerPerson} screens can be live at the same time. Close one of them.`,
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
          // Prevents proxies and compression from buffering events.
          "cache-control": "no-store, no-transform",
          "x-accel-buffering": "no",
        },
      }),
  };
});

type StreamOptions = { organization_id: string; location_id: string | undefined; person: string };

function streamOf(first: Caller, { organization_id, location_id, person }: StreamOptions): ReadableStream<Uint8Array> {
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
        const send = (event: LiveEvent) => {
          if (!is_open) return;
          if (check !== "none") held.push(event);
          else if (maySee(caller, event, location_id))
            write(`event: ${event.name}\ndata: ${JSON.stringify(event.data)}\n\n`);
          if (held.length > maxBehind) end();
        };
        /** Events wait during the check and are then checked against the new rights (A5). */
        const checkRights = async (is_certain: boolean) => {
          is_changed ||= is_certain;
          if (check !== "none") {
            check = "again";
            return;
          }
          let now: Caller | null;
          do {
            check = "running";
            now = await refreshCaller(caller, { is_changed });
          } while (now && is_open && (check as string) === "again");
          check = "none";
          is_changed = false;
          if (!is_open) return;
          if (!now || (location_id && !mayAccessLocation(now, location_id))) return end();
          const is_other = rightsOf(now) !== rightsOf(caller);
          caller = now;
          for (const event of held.splice(0)) send(event);
          // The page was read with the old rights.
          if (is_other) send({ name: "refresh", data: {} });
        };
        const leave = liveHub().open({
          organization_id,
          ...(caller.actor.type === "user"
            ? { rights: { user_id: caller.actor.id, changed: (is_certain) => void checkRights(is_certain) } }
            : {}),
          reader_id:
            caller.actor.type === "user" && caller.permissions.has("notices.read_own") ? caller.actor.id : null,
          send,
        });
        // The rights may have changed between the request and the subscription.
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
          const remaining = (open.get(person) ?? 1) - 1;
          if (remaining > 0) open.set(person, remaining);
          else open.delete(person);
        };
        const end = () => {
          if (!is_open) return;
          close();
          controller.close();
        };
        // The client reconnects to another process.
        const forgetStop = onShutdown("requests", end);
      },
      cancel: () => close(),
    },
    new CountQueuingStrategy({ highWaterMark: 1 }),
  );
}

const rightsOf = ({ permissions, location_ids }: Caller): string =>
  JSON.stringify([[...permissions].sort(), location_ids?.toSorted() ?? null]);

function maySee(caller: Caller, event: LiveEvent, location_id: string | undefined): boolean {
  switch (event.name) {
    case "occupancy":
      return concerns(caller, event.data.location_id, location_id);
    case "visit":
      return caller.permissions.has("check_ins.read") && concerns(caller, event.data.location_id, location_id);
    case "import":
      return caller.permissions.has("members.import") && mayAccessLocation(caller, event.data.location_id);
    case "notice":
      return caller.permissions.has("notices.read_own");
    case "refresh":
      return true;
  }
}

const concerns = (caller: Caller, at: string, asked: string | undefined): boolean =>
  mayAccessLocation(caller, at) && (asked === undefined || asked === at);
