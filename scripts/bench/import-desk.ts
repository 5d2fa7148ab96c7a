import { setTimeout as wait } from "node:timers/promises";
import type { LargeGym } from "@/db/seed/large";
import { checkIn } from "@/lib/domain/access/check-ins";
import type { Caller } from "@/lib/kernel/caller";
import { withConnection } from "@/scripts/database/connect";

export type DeskLoad = { waits: number[]; refused: number };

/** Ten members per second, as at the busiest desk. */
const everyMs = 100;

/** Checks in other members one after another while work runs. A check-in that has to wait does not delay the next one. */
export async function deskAtWork(owner_url: string, { organization_id, location_ids }: LargeGym, caller: Caller) {
  const visitors = await withConnection(owner_url, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `select m.id from members m
       join memberships s on s.organization_id = m.organization_id and s.member_id = m.id
       where m.organization_id = $1 and s.cancelled_on is null and s.unpaid_due_on is null
         and not exists (select from check_ins c where c.organization_id = $1 and c.member_id = m.id and c.check_out_at is null)
       order by md5(m.id::text) limit 5000`,
      [organization_id],
    );
    return rows.map(({ id }) => id);
  });
  const [location_id = ""] = location_ids;
  return {
    async during(work: () => Promise<unknown>): Promise<DeskLoad> {
      const load: DeskLoad = { waits: [], refused: 0 };
      const open: Promise<void>[] = [];
      let is_over = false;
      const one = async (member_id: string, due: number) => {
        await checkIn(caller, { member_id, location_id, method: "manual" }).catch(() => load.refused++);
        load.waits.push(performance.now() - due);
      };
      const desk = async () => {
        for (let due = performance.now(); !is_over; due += everyMs) {
          await wait(Math.max(0, due - performance.now()));
          // Counts from the time when it was due, so that a blocked process is part of the wait.
          open.push(one(visitors.pop() ?? "", due));
        }
      };
      const running = desk();
      await work().finally(() => {
        is_over = true;
      });
      await running;
      await Promise.all(open);
      load.waits.sort((a, b) => a - b);
      return load;
    },
  };
}

export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
