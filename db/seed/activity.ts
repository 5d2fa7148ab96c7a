import type { auditEntries, members, memberships } from "@/db/schema";
import type { BuiltLocation, Team } from "./locations";
import { random } from "./random";
import type { VisitRows } from "./visits";

type Entry = typeof auditEntries.$inferInsert;
type SeededRows = {
  members: (typeof members.$inferInsert)[];
  memberships: (typeof memberships.$inferInsert)[];
  check_ins: VisitRows["check_ins"];
};

const DAYS_OF_ACTIVITY = 45;

/** Audit entries of the last weeks: new members, sales, cancellations and entry overrides. */
export function activityOf(
  organization_id: string,
  [location]: BuiltLocation[],
  team: Team,
  written: SeededRows,
): Entry[] {
  if (!location) return [];
  const source = random(`activity ${organization_id}`);
  const since = location.wall.at(location.wall.ago(DAYS_OF_ACTIVITY), 0);
  const by = (user_id: string) => team.users.find(({ id }) => id === user_id)?.name ?? "";
  type Act = Pick<Entry, "at" | "action" | "target_type" | "target_id" | "after"> & {
    user_id: string;
    reason?: string | null;
  };
  const entry = ({ user_id, at, reason = null, ...act }: Act): Entry => ({
    id: source.id(Date.parse(at)),
    organization_id,
    at,
    actor_type: "user",
    actor_id: user_id,
    actor_name: by(user_id),
    ...act,
    before: null,
    reason,
    ip: "203.0.113.24",
    request_id: null,
  });
  const { desk_user_id, manager_user_id } = team;
  const added = written.members.map(({ id, created_at, first_name, last_name, member_code }) =>
    entry({
      user_id: desk_user_id,
      at: created_at ?? "",
      action: "members.create",
      target_type: "member",
      target_id: id ?? null,
      after: { first_name, last_name, member_code },
    }),
  );
  const sold = written.memberships.map(({ id, created_at, member_id, plan_name, starts_on, ends_on }) =>
    entry({
      user_id: desk_user_id,
      at: created_at ?? "",
      action: "memberships.sell",
      target_type: "membership",
      target_id: id ?? null,
      after: { member_id, plan_name, starts_on, ends_on },
    }),
  );
  const cancelled = written.memberships.flatMap(({ id, cancelled_at, cancelled_on, cancel_reason }) =>
    cancelled_at
      ? entry({
          user_id: manager_user_id,
          at: cancelled_at,
          action: "memberships.cancel",
          target_type: "membership",
          target_id: id ?? null,
          after: { cancelled_on },
          reason: cancel_reason ?? null,
        })
      : [],
  );
  const overridden = written.check_ins.flatMap((visit) =>
    visit.overridden_reason
      ? entry({
          user_id: desk_user_id,
          at: visit.check_in_at,
          action: "check_ins.create",
          target_type: "check_in",
          target_id: visit.id ?? null,
          after: { member_id: visit.member_id, overridden_reason: visit.overridden_reason },
          reason: visit.staff_reason ?? null,
        })
      : [],
  );
  return [...added, ...sold, ...cancelled, ...overridden].filter(({ at }) => Date.parse(at) >= since);
}
