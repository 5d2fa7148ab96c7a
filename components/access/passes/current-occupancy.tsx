import { CircleCheck } from "lucide-react";
import type { ReactNode } from "react";
import { formatCount, formatWallTime } from "@/lib/client/format";
import type { OwnProfile } from "./pass-facts";

interface CurrentOccupancyProps {
  profile: OwnProfile;
  locale: string;
  /** The typical occupancy at this hour; null without enough data. */
  typical: number | null;
}

/** The member's open visit and the occupancy of the home location. */
export function CurrentOccupancy({ profile, locale, typical }: CurrentOccupancyProps) {
  const { open_visit, occupancy, home_location } = profile;
  return (
    <ul className="mt-1.5 divide-y divide-line">
      {open_visit ? (
        <Line
          lead={<CircleCheck aria-hidden="true" className="mx-auto size-6 text-good-text" />}
          title="You are checked in"
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
        title={levelText(occupancy)}
        text={`${insideText(occupancy.inside, home_location.name, locale)}${typicalText(typical, locale)}`}
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

const moderatePercent = 60;

function levelText({ level, percent }: OwnProfile["occupancy"]): string {
  if (level === "full") return "Full right now";
  if (level === "busy") return "Busy right now";
  return percent !== null && percent >= moderatePercent ? "Filling up" : "Quiet right now";
}

function insideText(inside: number, location: string, locale: string): string {
  if (inside === 0) return `No members in ${location}.`;
  return `${formatCount(inside, locale)} ${inside === 1 ? "member" : "members"} in ${location}.`;
}

const typicalText = (typical: number | null, locale: string): string =>
  !typical ? "" : ` Usually ${formatCount(typical, locale)} at this time.`;
