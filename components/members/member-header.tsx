import { DoorOpen } from "lucide-react";
import type { ReactNode } from "react";
import { StatusBadge } from "@/components/gym/status-badge";
import { NumberLink } from "@/components/ui/controls/number-link";
import { Badge } from "@/components/ui/data/badge";
import { formatCount, formatDay, formatTime, type LocaleContext, lowercaseRelativeDay } from "@/lib/client/format";
import { fullName } from "@/lib/values/person-name";
import type { Member } from "./member";

interface MemberHeaderProps {
  member: Member;
  localeContext: LocaleContext;
  /** The location that the member is currently in, with its time zone. */
  inside: { name: string; localeContext: LocaleContext } | null;
  visitsHref: string;
  photo: ReactNode;
  actions: ReactNode;
}

export function MemberHeader({ member, localeContext, inside, visitsHref, photo, actions }: MemberHeaderProps) {
  const { status, in_gym, visits, member_code, joined_on, banned_at, archived_at } = member;
  return (
    <div className="flex flex-wrap items-center gap-4 px-gutter pt-4 pb-3">
      {photo}
      <div className="min-w-0 flex-1 basis-72">
        <div className="flex flex-wrap items-center gap-2">
          <p className="min-w-0 break-words font-strong text-20 text-ink tracking-tight">
            {fullName(member.first_name, member.last_name)}
          </p>
          {status === "none" ? null : <StatusBadge status={status} />}
          {in_gym && inside ? (
            <Badge icon={<DoorOpen aria-hidden="true" />}>
              In {inside.name} since {formatTime(in_gym.since, inside.localeContext)}
            </Badge>
          ) : null}
          {banned_at ? <Badge tone="bad">Banned</Badge> : null}
          {archived_at ? <Badge tone="mute">Archived</Badge> : null}
        </div>
        <p className="mt-0.5 text-ink-3">
          {member_code} · Member since {lowercaseRelativeDay(formatDay(joined_on, localeContext))} ·{" "}
          <NumberLink href={visitsHref}>{formatCount(visits, localeContext.locale)}</NumberLink>{" "}
          {visits === 1 ? "visit" : "visits"}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-2">{actions}</div>
    </div>
  );
}
