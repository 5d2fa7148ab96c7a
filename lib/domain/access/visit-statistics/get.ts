import * as contracts from "@/lib/contracts/access/visit-statistics";
import { getLocationRow } from "@/lib/domain/organization/locations";
import { invalid } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { addDays, daysBetween } from "@/lib/values/calendar-day";
import { foldVisits } from "./fold";
import { readVisits, weeksCompared } from "./read";
import { averagesOfWeekday, summarize } from "./summarize";
import { todayOn } from "./today";

const defaultDays = 28;
const maxDays = 400;

export const getVisitStatistics = operation(contracts.getVisitStatistics, async (ctx, input) => {
  const location_id = input.location_id ?? null;
  if (location_id) await getLocationRow(ctx, location_id);
  const to_on = input.to_on ?? (await todayOn(ctx, location_id));
  const from_on = input.from_on ?? addDays(to_on, 1 - defaultDays);
  const days = daysBetween(from_on, to_on) + 1;
  if (days < 1) throw invalid("to_on", "Choose a day on or after from_on");
  if (days > maxDays) throw invalid("from_on", `Choose a range of at most ${maxDays} days`);
  const range = { location_id, from_on, to_on };
  const { groups, same_weekdays, is_fold_due } = await readVisits(ctx, range);
  // Days that are not folded yet were counted from the visits.
  if (is_fold_due) await foldVisits({ db: ctx.db, organization_id: ctx.organization_id, now: ctx.now });
  return {
    location_id,
    ...summarize(groups, { from_on, to_on, days }),
    last_day: averagesOfWeekday(same_weekdays, to_on, weeksCompared),
  };
});
