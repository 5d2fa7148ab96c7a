import { LogOut, X } from "lucide-react";
import { Avatar } from "@/components/ui/data/avatar";
import { formatDay, formatTime, todayAt } from "@/lib/client/format";
import { fullName, unknownVisitor } from "@/lib/values/person-name";
import type { DeskContext, Scan } from "./desk-types";
import { reasonLabels } from "./reason-labels";

interface RecentCheckInsProps {
  scans: readonly Scan[];
  context: DeskContext;
  as_of: string;
  onOpen: (scan: Scan) => void;
}

/** The latest scans. Each opens a dialog with its actions. */
export function RecentCheckIns({ scans, context, as_of, onOpen }: RecentCheckInsProps) {
  const localeContext = { locale: context.organization.locale, time_zone: context.location.time_zone, now: as_of };
  const today_on = todayAt(localeContext);
  return (
    <section className="desk-visits" aria-labelledby="desk-visits">
      <h2 id="desk-visits">Recent check-ins</h2>
      {scans.length === 0 ? <p>No check-ins yet.</p> : null}
      <ul>
        {scans.map((scan) => {
          const name = scan.member ? fullName(scan.member.first_name, scan.member.last_name) : unknownVisitor;
          return (
            <li key={scan.id}>
              <button type="button" onClick={() => onOpen(scan)} data-undone={scan.undone_at ? "" : undefined}>
                <Avatar name={scan.member ? name : "?"} src={scan.member?.photo_url ?? null} size="desk" />
                <span className="desk-visit-name">
                  <b>{name}</b>
                  <Detail scan={scan} />
                </span>
                <time dateTime={scan.check_in_at}>
                  {scan.visit_on === today_on
                    ? formatTime(scan.check_in_at, localeContext)
                    : formatDay(scan.visit_on, localeContext)}
                </time>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Detail({ scan }: { scan: Scan }) {
  if (scan.denied_reason) {
    return (
      <small data-tone="bad">
        <X aria-hidden="true" />
        {reasonLabels[scan.denied_reason]}
      </small>
    );
  }
  if (scan.undone_at) return <small>Undone</small>;
  if (scan.check_out_at) {
    return (
      <small>
        <LogOut aria-hidden="true" />
        Checked out
      </small>
    );
  }
  return <small>{scan.plan_name ?? "No membership"}</small>;
}
