import { CircleCheck } from "lucide-react";
import type { ReactNode } from "react";
import { formatCount, formatWallTime } from "@/lib/client/format";
import type { OwnProfile } from "./pass-facts";

interface RightNowProps {
  profile: OwnProfile;
  locale: string;
  /** How many are usually in at this hour; null where nobody knows yet. */
  typical: number | null;
}

/** Below the card: that one is in, and how full it is. */
export function RightNow({ profile, locale, typical }: RightNowProps) {
  const { open_visit, occupancy, home_location } = profile;
  return (
    <ul className="mt-1.5 divide-y divide-line">
      {open_visit ? (
        <Line
          lead={<CircleCheck aria-hidden="true" className="mx-auto size-6 text-good-text" />}
          title="You are in"
          text={`Since ${formatWallTime(open_visit.check_in_time, locale)} at ${open_visit.location_name}.`}
        />
      ) : null}
      <Line
        lead={
          occupancy.percent === null ? null : (
            <>
              <b className="block text-20 font-strong text-ink">{occupancy.percent}</b>%
            </>
          )
        }
        title={howFull(occupancy)}
        text={`${peopleIn(occupancy.inside, home_location.name, locale)}${usually(typical, locale)}`}
      />
    </ul>
  );
}

function Line({ lead, title, text }: { lead: ReactNode; title: string; text: string }) {
  return (
    <li className="flex items-center gap-3.5 py-3.5">
      {lead ? <div className="w-11 flex-none text-center text-12 text-ink-3">{lead}</div> : null}
      <div className="min-w-0 flex-1">
        <b className="block font-medium text-ink">{title}</b>
        <p className="text-14 text-ink-3">{text}</p>
      </div>
    </li>
  );
}

const fillingPercent = 60;

function howFull({ level, percent }: OwnProfile["occupancy"]): string {
  if (level === "full") return "Full right now";
  if (level === "busy") return "Busy right now";
  return percent !== null && percent >= fillingPercent ? "Filling up" : "Quiet right now";
}

function peopleIn(inside: number, location: string, locale: string): string {
  if (inside === 0) return `Nobody in ${location}.`;
  return `${formatCount(inside, locale)} ${inside === 1 ? "person" : "people"} in ${location}.`;
}

const usually = (typical: number | null, locale: string): string =>
  !typical ? "" : ` Usually ${formatCount(typical, locale)} at this time.`;
