import { pageCaller } from "@/app/page-caller";
import { VisitHours } from "@/components/access/check-ins/visit-hours";
import { type LocaleContext, todayAt } from "@/lib/client/format";
import { getVisitStatistics } from "@/lib/domain/access/visit-statistics";
import { addDays, type CalendarDay, daysBetween } from "@/lib/values/calendar-day";
import { localHour } from "@/lib/values/wall-time";

const maxDays = 400;
/** The length of the range when only its end is given. */
const defaultDays = 28;

interface HoursProps {
  organization: string;
  location_id: string | undefined;
  from: CalendarDay | undefined;
  to: CalendarDay | undefined;
  localeContext: LocaleContext;
}

/** Visits by hour in the selected date range, or today without one. */
export async function Hours({ organization, location_id, from, to, localeContext }: HoursProps) {
  const caller = await pageCaller(organization);
  if (!caller.permissions.has("statistics.read")) return null;
  const today = todayAt(localeContext);
  const to_on = to ?? today;
  const from_on = from ?? (to ? addDays(to, 1 - defaultDays) : today);
  const days = daysBetween(from_on, to_on) + 1;
  if (days < 1 || days > maxDays) return null;
  const statistics = await getVisitStatistics(caller, { from_on, to_on, ...(location_id ? { location_id } : {}) });
  if (statistics.visits === 0 && from_on !== today) return null;
  const hour = to_on === today ? localHour(localeContext.now, localeContext.time_zone) : undefined;
  return <VisitHours statistics={statistics} localeContext={localeContext} hour={hour} />;
}
