import { listCheckIns } from "@/lib/domain/access/check-ins";
import { getOccupancy } from "@/lib/domain/access/occupancy";
import { getVisitStatistics } from "@/lib/domain/access/visit-statistics";
import { countMembers, listMembers } from "@/lib/domain/members";
import type { Caller } from "@/lib/kernel/caller";
import { SingleFlightCache } from "@/lib/kernel/single-flight-cache";
import { dayAt } from "@/lib/values/calendar-day";
import { inactivityBounds } from "@/lib/values/inactivity";
import { policiesOf } from "@/lib/values/policies";
import { currentStatuses } from "@/lib/values/statuses";
import { getDashboard } from "./get";

type Place = { location_id?: string };

const listed = 6;

/**
 * The screens of a large gym refresh together after each check-in, and the page costs seven reads. Shorter than the delay of a live
 * refresh (components/layout/live-refresh.tsx), so that a refresh shows what caused it. A small gym always reads.
 */
const maxAgeMs = 500;
const cachedFromMembers = 20_000;
const recentReads = new SingleFlightCache<DashboardPage>({
  max_age_ms: maxAgeMs,
  isCacheable: ({ counts }) => counts.all >= cachedFromMembers,
});

export type DashboardPage = Awaited<ReturnType<typeof read>>;

/** What the page of the dashboard shows. Callers with the same rights and the same locations share it. */
export function readDashboardPage(caller: Caller, place: Place): Promise<DashboardPage> {
  const { organization, location_ids, permissions } = caller;
  const rights = [...permissions].sort();
  return recentReads.read(JSON.stringify([organization, location_ids, rights, place]), () => read(caller, place));
}

/** The occupancy brings the time zone, and with it today's date. Reads that do not need the date start at once. */
async function read(caller: Caller, place: Place) {
  const now = caller.clock.now().toString();
  const { inactive_days } = policiesOf(caller.organization ?? { policies: {} });
  const occupied = getOccupancy(caller, place);
  const dated = occupied.then(({ data }) => {
    const today = dayAt(now, data[0]?.time_zone ?? "UTC");
    return Promise.all([
      today,
      getVisitStatistics(caller, { ...place, from_on: today, to_on: today }),
      listMembers(caller, {
        ...place,
        status: [...currentStatuses],
        ...inactivityBounds(today, inactive_days),
        sort: "-last_visit",
        limit: listed,
      }),
    ]);
  });
  const [occupancy, [today, statistics, inactive], figures, counts, ending, visits] = await Promise.all([
    occupied,
    dated,
    getDashboard(caller, place),
    countMembers(caller, place),
    listMembers(caller, { ...place, status: ["expiring"], sort: "ends", limit: listed }),
    listCheckIns(caller, { ...place, limit: listed }),
  ]);
  return { now, today, occupancy, statistics, figures, counts, ending, inactive, visits };
}
